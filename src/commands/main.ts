import { Command, Option, type Argument, type HelpConfiguration } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { textsFor, type Texts } from '../texts/texts.js';
import { printFailure } from './fail.js';
import { languageOf, type Globals } from './globals.js';

/** Each subcommand is its own file and loads what it needs when it runs: a report does not pay for a screen. */
async function buildProgram(language: ReturnType<typeof languageOf>): Promise<Command> {
  const texts = textsFor(language).commands;
  const program = new Command('beo')
    .description(texts.beo.description)
    .version(packageJson.version, '-V, --version', texts.options.version)
    .helpOption('-h, --help', texts.options.help)
    .helpCommand('help [command]', texts.options.helpCommand)
    .addOption(new Option('--data <folder>', texts.options.data))
    .addOption(new Option('--server <url>', texts.options.server))
    .addOption(new Option('--token-file <file>', texts.options.tokenFile))
    .addOption(new Option('--ca <file>', texts.options.ca))
    .addOption(new Option('--site <site>', texts.options.site).argParser(inList))
    .addOption(new Option('--lang <language>', texts.options.lang).choices(['de', 'en']))
    .addOption(new Option('--json', texts.options.json))
    .addOption(new Option('--ascii', texts.options.ascii))
    .addOption(new Option('--screen-reader', texts.options.screenReader))
    .usage(texts.beo.usage)
    .configureHelp(helpIn(texts))
    .addHelpText('after', `\n${texts.beo.after}`)
    .configureOutput({ outputError: () => undefined })
    .exitOverride()
    .showHelpAfterError(false)
    .action(async (_options: object, command: Command) => {
      const { runMenu } = await import('./menu.js');
      await runMenu(command.optsWithGlobals());
    });
  const { addSubcommands } = await import('./subcommands.js');
  addSubcommands(program, textsFor(language));
  return program;
}

/** Said more than once it names several, which only a report can take. */
const inList = (word: string, before: string | undefined): string =>
  before === undefined ? word : `${before},${word}`;

/** Commander writes some words of its own; these are ours, and the descriptions name the choices. */
const helpIn = (texts: Texts['commands']): HelpConfiguration => ({
  styleTitle: (title) => texts.titles[title] ?? title,
  styleUsage: (usage) => usage.replace('[options]', texts.titles['[options]'] ?? '[options]'),
  subcommandTerm: (command) =>
    [command.name(), ...command.registeredArguments.map((argument) => humanReadable(argument))].join(' '),
  optionDescription: ({ description }) => description,
  argumentDescription: ({ description }) => description,
});

const humanReadable = (argument: Argument): string =>
  argument.required ? `<${argument.name()}>` : `[${argument.name()}]`;

/** Runs one line of arguments and gives back its exit code. */
async function main(args: readonly string[]): Promise<number> {
  const language = languageOf({ ...readLanguage(args) });
  const json = args.includes('--json') || /(^| )--format(=| )json( |$)/.test(args.join(' '));
  try {
    const program = await buildProgram(language);
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

const exitCode = await main(process.argv.slice(2));
process.exitCode ??= exitCode;
