import type { Argument, Command, Option } from 'commander';
import type { EventEmitter } from 'node:events';

/** What a value of an argument or option is, by the word that stands for it in the help. */
export type ValueKind = 'word' | 'file' | 'folder';

/** A value that is typed: one of some words, a path, or anything. */
export interface Value {
  /** As the help has it: `file`. */
  readonly name: string;
  readonly kind: ValueKind;
  readonly choices: readonly string[];
  readonly isRequired: boolean;
}

export interface OptionOutline {
  readonly short?: string;
  readonly long: string;
  readonly description: string;
  readonly isRepeatable: boolean;
  readonly value?: Value;
}

export interface ArgumentOutline extends Value {
  readonly description: string;
  readonly isVariadic: boolean;
}

export interface CommandOutline {
  readonly name: string;
  readonly description: string;
  readonly arguments: readonly ArgumentOutline[];
  /** Its own; those of {@link ProgramOutline} go with every command. */
  readonly options: readonly OptionOutline[];
  /** What its help says at the end. */
  readonly after: string;
}

export interface ProgramOutline {
  readonly name: string;
  readonly description: string;
  readonly version: string;
  readonly options: readonly OptionOutline[];
  readonly commands: readonly CommandOutline[];
  readonly after: string;
}

/** The list of commands as completions and the manual page need it. */
export function outlineOf(program: Command): ProgramOutline {
  const commands = program.createHelp().visibleCommands(program);
  return {
    name: program.name(),
    description: program.description(),
    version: program.version() ?? '',
    options: optionsOf(program),
    commands: commands.map((command) => helped(commandOutline(command), commands)),
    after: textAfter(program),
  };
}

/** Commander makes the command `help` itself; the word behind it is any of the commands. */
const helped = (outline: CommandOutline, commands: readonly Command[]): CommandOutline =>
  outline.name === 'help'
    ? {
        ...outline,
        arguments: outline.arguments.map((argument) => ({
          ...argument,
          choices: commands.map((command) => command.name()),
        })),
      }
    : outline;

function commandOutline(command: Command): CommandOutline {
  return {
    name: command.name(),
    description: command.description(),
    arguments: command.registeredArguments.map(argumentOutline),
    options: optionsOf(command).filter(({ long }) => long !== '--help'),
    after: textAfter(command),
  };
}

const optionsOf = (command: Command): OptionOutline[] =>
  command
    .createHelp()
    .visibleOptions(command)
    .map((option) => ({
      ...(option.short === undefined ? {} : { short: option.short }),
      long: option.long ?? option.flags,
      description: option.description,
      isRepeatable: Array.isArray(option.defaultValue),
      ...(option.required || option.optional ? { value: valueOf(option) } : {}),
    }));

function valueOf(option: Option): Value {
  const name = /[<[]([^\]>]+)[\]>]/.exec(option.flags)?.[1] ?? '';
  return { name, kind: kindOf(name), choices: option.argChoices ?? [], isRequired: option.required };
}

function argumentOutline(argument: Argument): ArgumentOutline {
  const name = argument.name();
  return {
    name,
    kind: kindOf(name),
    choices: argument.argChoices ?? [],
    isRequired: argument.required,
    isVariadic: argument.variadic,
    description: argument.description,
  };
}

const kindOf = (name: string): ValueKind =>
  name === 'folder' ? 'folder' : ['file', 'program'].includes(name) ? 'file' : 'word';

/** Commander keeps such text as a listener; it comes out when the help is printed. */
function textAfter(command: Command): string {
  let after = '';
  const write = (text: string) => {
    after += text;
  };
  // Its types leave out that it is one.
  const emitter = command as unknown as EventEmitter;
  emitter.emit('afterHelp', { error: false, command, write });
  return after.trim();
}
