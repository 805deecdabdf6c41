import { Argument, Option, type Command } from 'commander';
import type { DeskAnswer } from '../queue/events.js';
import { formats } from '../reports/formats.js';
import { logLevels } from '../server/log.js';
import type { Texts } from '../texts/texts.js';
import type { CheckInOptions } from './checkin.js';
import type { DeskOptions } from './desk.js';
import type { DisplayOptions } from './display.js';
import type { Globals } from './globals.js';
import type { ImportOptions } from './import.js';
import type { InventoryOptions } from './inventory.js';
import { addMachine } from './machineCommands.js';
import type { PrivacyOptions } from './privacy.js';
import type { ReportOptions } from './report.js';
import type { ServerCommandOptions } from './server.js';
import type { SettingsAction, SettingsOptions } from './settings.js';
import type { SetupOptions } from './setup.js';
import type { TicketOptions } from './ticket.js';

type CommandTexts = Texts['commands'];

/** What a line means; the file of each command does it. */
export function addSubcommands(program: Command, all: Texts): void {
  const { commands: texts, imports, setup } = all;
  addServing(program, texts);
  addReception(program, texts);
  addDesk(program, texts);
  addLead(program, texts);
  addSettings(program, texts, setup);
  addImport(program, imports);
  addMachine(program, all);
  addInventory(program, texts);
}

const collect = (value: string, before: readonly string[]): string[] => [...before, value];

const repeated = (flags: string, description: string): Option =>
  new Option(flags, description).argParser(collect).default([], '');

function addServing(program: Command, texts: CommandTexts): void {
  program
    .command('server')
    .description(texts.server.description)
    .option('--host <address>', texts.server.host)
    .addOption(new Option('--port <number>', texts.server.port).argParser(Number))
    .option('--tls-cert <file>', texts.server.tlsCert)
    .option('--tls-key <file>', texts.server.tlsKey)
    .option('--behind-proxy', texts.server.behindProxy)
    .option('--no-migrate', texts.server.noMigrate)
    .addOption(repeated('--metrics-from <network>', texts.server.metricsFrom))
    .addOption(new Option('--log-format <format>', texts.server.logFormat).choices(['text', 'json']))
    .addOption(new Option('--log-level <level>', texts.server.logLevel).choices(logLevels))
    .addHelpText('after', `\n${texts.server.after}`)
    .action(async (_, command: Command) => {
      const { runServer } = await import('./server.js');
      await runServer(command.optsWithGlobals<ServerCommandOptions & Globals>());
    });
  program
    .command('display')
    .description(texts.display.description)
    .option('--plain', texts.display.plain)
    .addOption(new Option('--sound <program>', texts.display.sound).conflicts(['plain', 'json']))
    .addOption(new Option('--speech <program>', texts.display.speech).conflicts(['plain', 'json']))
    .addHelpText('after', `\n${texts.display.after}`)
    .action(async (_, command: Command) => {
      const { runDisplay } = await import('./display.js');
      await runDisplay(command.optsWithGlobals<DisplayOptions & Globals>());
    });
}

function addReception(program: Command, texts: CommandTexts): void {
  const { checkin, ticket } = texts;
  program
    .command('checkin')
    .description(checkin.description)
    .option('--place <place>', checkin.place)
    .option('--concern <id>', checkin.concern)
    .addOption(repeated('--fact <fact>', checkin.fact))
    .addOption(new Option('--appointment', checkin.appointment).conflicts('information'))
    .option('--information', checkin.information)
    .option('--identity-checked', checkin.identityChecked)
    .option('--consulted', checkin.consulted)
    .addOption(repeated('--mark <mark>', checkin.mark))
    .addOption(repeated('--handout <item>', checkin.handout))
    .addOption(repeated('--also <id>', checkin.also))
    .option('--copies', checkin.copies)
    .option('--documents [destination]', checkin.documents)
    .option('--master-data', checkin.masterData)
    .option('--after-hours', checkin.afterHours)
    .option('--occurred-at <time>', checkin.occurredAt)
    .option('--called-at <time>', checkin.calledAt)
    .option('--finished-at <time>', checkin.finishedAt)
    .option('--desk <desk>', checkin.desk)
    .option('--slip', checkin.slip)
    .option('--ask-zone', checkin.askZone)
    .addHelpText('after', `\n${checkin.after}`)
    .action(async (_, command: Command) => {
      const { runCheckIn } = await import('./checkin.js');
      await runCheckIn(command.optsWithGlobals<CheckInOptions & Globals>());
    });
  program
    .command('ticket')
    .description(ticket.description)
    .argument('<number>', ticket.number)
    .addArgument(
      new Argument('<action>', ticket.action).choices(['leave', 'resume', 'mark', 'correct', 'cancel']),
    )
    .option('--place <place>', checkin.place)
    .option('--concern <id>', ticket.concern)
    .addOption(repeated('--mark <mark>', checkin.mark))
    .option('--lead', ticket.lead)
    .action(async (number: string, action: string, _, command: Command) => {
      const { runTicket } = await import('./ticket.js');
      await runTicket(number, action, command.optsWithGlobals<TicketOptions & Globals>());
    });
}

export const deskActions = [
  'call',
  'recall',
  'start',
  'finish',
  'no-show',
  'park',
  'resume',
  'withdraw',
  'requeue',
  'transfer',
  'undo',
  'open',
  'close',
  'pause',
  'activity',
  'help',
  'come',
  'end-help',
  'answer-yes',
  'answer-no',
] as const;

function addDesk(program: Command, texts: CommandTexts): void {
  const { desk } = texts;
  program
    .command('desk')
    .description(desk.description)
    .argument('<desk>', desk.desk)
    .addArgument(new Argument('[action]', desk.action).choices(deskActions))
    .argument('[subject]', desk.subject)
    .option('--number <number>', desk.number)
    .option('--reason <code>', desk.reason)
    .option('--outcome <outcome>', desk.outcome)
    .option('--destination <destination>', desk.destination)
    .option('--concern <id>', desk.concern)
    .addOption(repeated('--further <id>', desk.further))
    .option('--consulted', desk.consulted)
    .option('--pap-informed', desk.papInformed)
    .option('--master-data', desk.masterData)
    .option('--to-desk <desk>', desk.toDesk)
    .option('--to-queue', desk.toQueue)
    .option('--team <team>', desk.team)
    .option('--occurred-at <time>', desk.occurredAt)
    .addHelpText('after', `\n${desk.after}`)
    .action(
      async (place: string, action: string | undefined, subject: string | undefined, _, command: Command) => {
        const { runDesk } = await import('./desk.js');
        await runDesk(place, action, subject, command.optsWithGlobals<DeskOptions & Globals>());
      },
    );
}

function addLead(program: Command, texts: CommandTexts): void {
  const { report, stats, extraDesks, closeDay } = texts;
  program
    .command('stats')
    .description(stats.description)
    .action(async (_, command: Command) => {
      const { runStats } = await import('./stats.js');
      await runStats(command.optsWithGlobals<Globals>());
    });
  const reporting = program.command('report').description(report.description);
  for (const kind of ['day', 'week', 'month', 'quarter', 'year'] as const) {
    reporting.option(`--${kind} [${kind}]`, report[kind]);
  }
  reporting
    .option('--pilot', report.pilot)
    .option('--keydate [day]', report.keydate)
    .option('--from <day>', report.from)
    .option('--to <day>', report.to)
    .option('--at <time>', report.at)
    .option('--compare [period]', report.compare)
    .option('--all-sites', report.allSites)
    .addOption(new Option('--format <format>', report.format).choices(formats))
    .option('--out <file>', report.out)
    .addHelpText('after', `\n${report.after}`)
    .action(async (_, command: Command) => {
      const { runReport } = await import('./report.js');
      await runReport(command.optsWithGlobals<ReportOptions & Globals>());
    });
  program
    .command('extra-desks')
    .description(extraDesks.description)
    .addArgument(new Argument('<answer>', extraDesks.answer).choices(['yes', 'no']))
    .action(async (answer: DeskAnswer, _, command: Command) => {
      const { runExtraDesks } = await import('./extraDesks.js');
      await runExtraDesks(answer, command.optsWithGlobals<Globals>());
    });
  program
    .command('close-day')
    .description(closeDay.description)
    .option('--force', closeDay.force)
    .action(async (_, command: Command) => {
      const { runCloseDay } = await import('./closeDay.js');
      await runCloseDay(command.optsWithGlobals<Globals & { force?: boolean }>());
    });
}

const settingsActions: readonly SettingsAction[] = ['show', 'check', 'explain', 'set', 'unset', 'log'];

function addSettings(program: Command, { settings }: CommandTexts, setup: Texts['setup']): void {
  program
    .command('settings')
    .description(settings.description)
    .addArgument(new Argument('[action]', settings.action).choices(settingsActions).default('show'))
    .argument('[path]', settings.path)
    .argument('[value]', settings.value)
    .option('--dry-run', settings.dryRun)
    .addHelpText('after', `\n${settings.after}`)
    .action(
      async (
        action: SettingsAction,
        path: string | undefined,
        value: string | undefined,
        _,
        command: Command,
      ) => {
        const { runSettings } = await import('./settings.js');
        await runSettings(action, { path, value }, command.optsWithGlobals<SettingsOptions & Globals>());
      },
    );
  program
    .command('setup')
    .description(setup.description)
    .option('--answers <file>', setup.answers)
    .addHelpText('after', `\n${setup.after}`)
    .action(async (_, command: Command) => {
      const { runSetup } = await import('./setup.js');
      await runSetup(command.optsWithGlobals<SetupOptions & Globals>());
    });
}

function addImport(program: Command, texts: Texts['imports']): void {
  program
    .command('import')
    .description(texts.description)
    .argument('<file>', texts.file)
    .option('--zone <zone>', texts.zone)
    .option('--accept-concerns', texts.acceptConcerns)
    .option('--dry-run', texts.dryRun)
    .addHelpText('after', `\n${texts.after}`)
    .action(async (file: string, _, command: Command) => {
      const { runImport } = await import('./import.js');
      await runImport(file, command.optsWithGlobals<ImportOptions & Globals>());
    });
}

function addInventory(program: Command, { inventory, privacy }: CommandTexts): void {
  program
    .command('inventory')
    .description(inventory.description)
    .addOption(new Option('--format <format>', inventory.format).choices(['table', 'md', 'json']))
    .addHelpText('after', `\n${inventory.after}`)
    .action(async (_, command: Command) => {
      const { runInventory } = await import('./inventory.js');
      await runInventory(command.optsWithGlobals<InventoryOptions & Globals>());
    });
  program
    .command('privacy')
    .description(privacy.description)
    .addOption(new Option('--format <format>', privacy.format).choices(['table', 'md', 'json']))
    .action(async (_, command: Command) => {
      const { runPrivacy } = await import('./privacy.js');
      runPrivacy(command.optsWithGlobals<PrivacyOptions & Globals>());
    });
}
