import { printFailure } from './fail.js';
import { languageOf, type Globals } from './globals.js';
import { buildProgram } from './program.js';

/** Runs one line of arguments and gives back its exit code. */
async function main(args: readonly string[]): Promise<number> {
  const language = languageOf({ ...readLanguage(args) });
  const json = args.includes('--json') || /(^| )--format(=| )json( |$)/.test(args.join(' '));
  try {
    const program = buildProgram(language);
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    return printFailure(error, language, json);
  }
}

/** The language is needed before anything is parsed, for the help and for what is wrong with the line. */
function readLanguage(args: readonly string[]): Pick<Globals, 'lang'> {
  const line = args.join(' ');
  const lang = /(?:^| )--lang[= ](de|en)(?: |$)/.exec(line)?.[1];
  return lang === 'de' || lang === 'en' ? { lang } : {};
}

// A reader that has seen enough, such as `head`, is no failure; of a log that nobody reads nobody need know.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  // Without its terminal a screen has to end.
  if (process.stdout.isTTY) throw error;
  process.exitCode = printFailure(error, languageOf(readLanguage(process.argv)), false);
});
process.stderr.on('error', () => undefined);

// Run by the launcher, which was killed: whoever did that meant this program.
if (process.channel) {
  process.channel.unref();
  // At once, as a kill would: what was acknowledged is on disk, and the store is free for the next start.
  process.on('disconnect', () => process.exit(1));
}

// Nothing is left to do or to write: to tidy up its memory first would take as long as to read a year's figures.
process.once('beforeExit', () => process.exit());

const exitCode = await main(process.argv.slice(2));
process.exitCode ??= exitCode;
