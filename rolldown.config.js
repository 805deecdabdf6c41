import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { packageChanges } from './scripts/packageChanges.js';

/** A name for what is built: another one for other sources or other packages. */
export function nameOfBuild() {
  const hash = createHash('sha256');
  const files = ['src', 'data/catalogue', 'data/examples'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => `${parentPath}/${name}`),
  );
  for (const file of [...files.toSorted(), 'package-lock.json']) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/**
 * The whole program in dist/: one entry, and a chunk for everything that is loaded with a dynamic import().
 * @type {import('rolldown').BuildOptions}
 */
const config = {
  input: { beo: 'src/commands/main.ts' },
  platform: 'node',
  tsconfig: 'tsconfig.json',
  // Optional natives of ws: used if somebody installs them, never missed.
  external: ['bufferutil', 'utf-8-validate'],
  plugins: [packageChanges()],
  transform: {
    define: {
      // React's development build gathers measurements for ever: a screen that stays on for weeks runs out of memory.
      'process.env.NODE_ENV': '"production"',
      'process.env.BEO_BUILD': JSON.stringify(nameOfBuild()),
    },
  },
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    cleanDir: true,
    codeSplitting: {
      // To find and link a file takes as long as to run it: what is always loaded together is one.
      groups: [
        { name: 'start', test: /src[\\/]commands[\\/](fail|globals|program)\.ts$/, priority: 6 },
        {
          // Of stations and reports.
          name: 'common',
          test: /src[\\/](queue[\\/](decide|evolve)|routing[\\/](rulebook|labels|onward)|statistics[\\/](calendar|contacts|usualService)|commands[\\/](findServer|oneSite|time))\.ts$/,
          priority: 5,
        },
        {
          name: 'figures',
          test: /src[\\/](reports[\\/](reportModel|reportSheet|terminal)|commands[\\/]reportFigures)\.ts$/,
          priority: 4,
        },
        { name: 'terminal', test: /node_modules[\\/](string-width|chalk)[\\/]/, priority: 3 },
        {
          name: 'station',
          test: /src[\\/](client[\\/]connection|commands[\\/](connect|screen))\.ts$/,
          priority: 2,
        },
        {
          name: 'screens',
          test: /src[\\/]screens[\\/](start|parts[\\/]\w+|signals[\\/]\w+)\.tsx$/,
          priority: 1,
        },
      ],
    },
    // Unused code goes, names stay: a stack trace from the field can be read.
    minify: 'dce-only',
    comments: { legal: true, annotation: false, jsdoc: false },
  },
  // A warning (an import that is not found, say) would become a fault at the desk: it ends the build.
  onLog(level, log, report) {
    report(level === 'warn' ? 'error' : level, log);
  },
};

export default config;
