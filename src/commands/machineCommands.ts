import { Argument, type Command } from 'commander';
import type { Texts } from '../texts/texts.js';
import type { Globals } from './globals.js';
import type { ServiceOptions } from './service.js';
import { serviceKinds, type ServiceKind } from './units.js';

type CommandTexts = Texts['commands'];

/** What whoever looks after the machine needs to keep beo running. */
export function addMachine(program: Command, texts: CommandTexts): void {
  addService(program, texts);
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
