import { Command, Option, type Argument, type HelpConfiguration } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import type { Language } from '../texts/language.js';
import { textsFor, type Texts } from '../texts/texts.js';
import { addSubcommands } from './subcommands.js';

/**
 * Every command with its arguments and options, for the line, its help, its completions and the manual page.
 * Each subcommand is its own file and loads what it needs when it runs: a report does not pay for a screen.
 */
export function buildProgram(language: Language): Command {
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
    .addOption(new Option('--high-contrast', texts.options.highContrast))
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
