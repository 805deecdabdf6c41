import { fileURLToPath } from 'node:url';

/**
 * What the built program changes in its packages, so that it starts at once and a key is answered at once. A package that
 * no longer reads as it did ends the build.
 */

/**
 * @typedef {object} Change
 * @property {string} file of a package
 * @property {readonly [was: string, is: string]} text every place
 * @property {string} [imports] a line that the file then needs
 */

const graphemes = fileURLToPath(new URL('../src/screens/parts/graphemes.ts', import.meta.url));
/** @param {string} name */
const importing = (name) => `import { ${name} } from ${JSON.stringify(graphemes)};\n`;

/** @param {string} file */
const ownGraphemes = (file) => ({
  file,
  text: /** @type {const} */ (['new Intl.Segmenter(', 'new Graphemes(']),
  imports: importing('Graphemes'),
});

/**
 * @param {string} file
 * @returns {Change}
 */
const withoutDeveloperTools = (file) => ({ file, text: ["process.env['DEV']", "'false'"] });

/** @type {readonly Change[]} */
const changes = [
  // Subcommands that are programs of their own, which beo has none of, need what takes 3 ms to load.
  { file: 'commander/lib/command.js', text: ["import childProcess from 'node:child_process';", ''] },
  {
    file: 'commander/lib/command.js',
    text: ['childProcess.spawn(', "process.getBuiltinModule('node:child_process').spawn("],
  },
  // To import what is there anyway opens standard input and much else.
  { file: 'commander/lib/command.js', text: ["import process from 'node:process';", ''] },

  // Ink reads DEV from the environment and then looks for React's developer tools, which don't come along.
  // (It asks by way of node:process, where `define` can't reach.)
  withoutDeveloperTools('ink/build/ink.js'),
  withoutDeveloperTools('ink/build/reconciler.js'),

  // Most texts need not be looked up sign by sign, and what looks them up takes 10 ms to start.
  ownGraphemes('ink/build/line-update.js'),
  ownGraphemes('@alcalzone/ansi-tokenize/build/tokenize.js'),
  ownGraphemes('cli-truncate/index.js'),
  ownGraphemes('slice-ansi/tokenize-ansi.js'),
  ownGraphemes('string-width/index.js'),
  ownGraphemes('wrap-ansi/index.js'),
  // Ink measures every text of every frame anew. This does with umlauts and lines what string-width does with ASCII.
  {
    file: 'string-width/index.js',
    text: ['/^[\\u0020-\\u007E]*$/.test(string)', 'isOneCellEach(string)'],
    imports: importing('isOneCellEach'),
  },
  // The table of all emoji takes 2 ms to read: when there is one.
  { file: 'string-width/index.js', text: ['const rgiEmojiRegex = ', 'const rgiEmojiRegex = () => '] },
  { file: 'string-width/index.js', text: ['rgiEmojiRegex.test', 'rgiEmojiRegex().test'] },

  // The assembly stands in the file itself as text. To take it from there by way of fetch loads all that fetch can do, for 30 ms.
  { file: 'yoga-layout/dist/binaries/yoga-wasm-base64-esm.js', text: ['"function"!=typeof fetch', 'true'] },
];

/** @returns {import('rolldown').Plugin} */
export function packageChanges() {
  const files = Object.groupBy(changes, ({ file }) => file);
  const left = new Set(Object.keys(files));
  return {
    name: 'package-changes',
    transform: {
      filter: { id: /node_modules/ },
      handler(code, id) {
        const file = id.replaceAll('\\', '/').split('/node_modules/').at(-1) ?? '';
        const own = files[file];
        if (!own) return undefined;
        left.delete(file);
        return own.reduce((changed, change) => changeIn(changed, change), code);
      },
    },
    buildEnd() {
      if (left.size > 0) throw new Error(`not in the program any more: ${[...left].join(', ')}`);
    },
  };
}

/**
 * @param {string} code
 * @param {Change} change
 */
function changeIn(code, { file, text: [was, is], imports = '' }) {
  if (!code.includes(was)) throw new Error(`${file} has no longer ${was}`);
  return imports + code.replaceAll(was, is);
}
