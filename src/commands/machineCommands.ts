import { Argument, Option, type Command } from 'commander';
import type { Texts } from '../texts/texts.js';
import type { DoctorOptions } from './doctor.js';
import type { Globals } from './globals.js';
import type { ServiceOptions } from './service.js';
import { shells, type Shell } from './shells.js';
import type { TokenAction, TokenOptions } from './token.js';
import { serviceKinds, type ServiceKind } from './units.js';

type CommandTexts = Texts['commands'];

/** What whoever looks after the machine needs to keep beo running. */
export function addMachine(program: Command, { commands, tokens }: Texts): void {
  addTokens(program, tokens);
  addKeeping(program, commands);
  addDoctor(program, commands);
  addService(program, commands);
  addCompletion(program, commands);
}

function addTokens(program: Command, texts: Texts['tokens']): void {
  program
    .command('token')
    .description(texts.description)
    .addArgument(new Argument('<action>', texts.action).choices(['add', 'list', 'revoke']))
    .argument('[subject]', texts.subject)
    .argument('[place]', texts.place)
    .option('--expires <when>', texts.expires)
    .option('--out <file>', texts.out)
    .addHelpText('after', `\n${texts.after}`)
    .action(
      async (
        action: TokenAction,
        subject: string | undefined,
        place: string | undefined,
        _,
        command: Command,
      ) => {
        const { runToken } = await import('./token.js');
        await runToken(action, [subject, place], command.optsWithGlobals<TokenOptions & Globals>());
      },
    );
}

function addKeeping(program: Command, { verify, purge, backup, restore }: CommandTexts): void {
  program
    .command('verify')
    .description(verify.description)
    .action(async (_, command: Command) => {
      const { runVerify } = await import('./verify.js');
      await runVerify(command.optsWithGlobals<Globals>());
    });
  program
    .command('purge')
    .description(purge.description)
    .action(async (_, command: Command) => {
      const { runPurge } = await import('./purge.js');
      await runPurge(command.optsWithGlobals<Globals>());
    });
  program
    .command('backup')
    .description(backup.description)
    .argument('<folder>', backup.folder)
    .action(async (folder: string, _, command: Command) => {
      const { runBackup } = await import('./backup.js');
      await runBackup(folder, command.optsWithGlobals<Globals>());
    });
  program
    .command('restore')
    .description(restore.description)
    .argument('<folder>', restore.folder)
    .option('--replace', restore.replace)
    .action(async (folder: string, _, command: Command) => {
      const { runRestore } = await import('./restore.js');
      await runRestore(folder, command.optsWithGlobals<Globals & { replace?: boolean }>());
    });
}

function addDoctor(program: Command, { doctor }: CommandTexts): void {
  program
    .command('doctor')
    .description(doctor.description)
    .addOption(new Option('--port <number>', doctor.port).argParser(Number))
    .action(async (_, command: Command) => {
      const { runDoctor } = await import('./doctor.js');
      await runDoctor(command.optsWithGlobals<DoctorOptions & Globals>());
    });
}

function addService(program: Command, { service }: CommandTexts): void {
  program
    .command('service')
    .description(service.description)
    .addArgument(new Argument('[kind]', service.kind).choices(serviceKinds).default('server'))
    .argument('[options...]', service.further)
    .option('--user <name>', service.user)
    .addHelpText('after', `\n${service.after}`)
    .action(async (kind: ServiceKind, further: string[], _, command: Command) => {
      const { runService } = await import('./service.js');
      runService(kind, further, command.optsWithGlobals<ServiceOptions & Globals>());
    });
}

function addCompletion(program: Command, { completion }: CommandTexts): void {
  program
    .command('completion')
    .description(completion.description)
    .addArgument(new Argument('<shell>', completion.shell).choices(shells))
    .addHelpText('after', `\n${completion.after}`)
    .action(async (shell: Shell) => {
      const { runCompletion } = await import('./completion.js');
      runCompletion(shell, program);
    });
}
