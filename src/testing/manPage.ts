import type { ArgumentOutline, CommandOutline, OptionOutline, ProgramOutline } from '../commands/outline.js';

/** The manual page, section 1, made from the list of commands. */
export function manPage({ name, description, version, options, commands, after }: ProgramOutline): string {
  return [
    String.raw`.\" Made from the list of commands: UPDATE_GOLDEN=1 npx vitest run src/commands/manPage.test.ts`,
    `.TH ${name.toUpperCase()} 1 "" "${name} ${version}" "User Commands"`,
    '.SH NAME',
    `${name} \\- ${textOf(description)}`,
    '.SH SYNOPSIS',
    `.B ${name}`,
    '.RI [ options ]',
    '.RI [ command ]',
    '.SH DESCRIPTION',
    ...paragraph(
      `${description} Without a command and in a terminal, ${name} opens a menu; without a terminal it serves.`,
    ),
    '.SH OPTIONS',
    'These go with every command.',
    ...options.flatMap(optionItem),
    '.SH COMMANDS',
    ...commands.flatMap((command) => commandPart(name, command)),
    ...fixedParts(),
    '.SH EXAMPLES',
    ...literal(after),
    '',
  ].join('\n');
}

const fixedParts = (): string[] => [
  '.SH ENVIRONMENT',
  ...item('BEO_DATA', 'the store, where --data names none'),
  ...item('BEO_SERVER', 'the address of the server, where --server names none'),
  ...item('LANG', 'German, unless it begins with en'),
  ...item('NO_COLOR', 'no colours'),
  '.SH FILES',
  ...item('settings.json', 'in the store: sites, places, opening hours, rules'),
  ...item('/var/lib/beo', 'the store of a server that systemd runs'),
  '.SH EXIT STATUS',
  ...item('0', 'done'),
  ...item('1', 'refused or failed; with --json an object says why'),
  ...item('2', 'a line that can not be read, or a screen without a terminal'),
];

function commandPart(program: string, command: CommandOutline): string[] {
  const words = command.arguments.map(argumentWord);
  return [
    `.SS ${quoted([program, command.name, ...words].join(' '))}`,
    ...paragraph(command.description),
    ...command.arguments.flatMap((argument) => item(argumentWord(argument), argument.description)),
    ...command.options.flatMap(optionItem),
    ...(command.after === '' ? [] : ['.PP', ...literal(command.after)]),
  ];
}

function argumentWord({ name, isRequired, isVariadic }: ArgumentOutline): string {
  const word = isVariadic ? `${name}...` : name;
  return isRequired ? `<${word}>` : `[${word}]`;
}

function optionItem({ short, long, description, value }: OptionOutline): string[] {
  const word = value === undefined ? '' : value.isRequired ? ` <${value.name}>` : ` [${value.name}]`;
  return item(`${short === undefined ? '' : `${short}, `}${long}${word}`, description);
}

function item(term: string, text: string): string[] {
  return ['.TP', `.B ${textOf(term)}`, ...paragraph(text)];
}

/** A sentence a line, as manual pages are kept. */
const paragraph = (text: string): string[] => text.split(/(?<=[.;:]) (?=[A-Z])|\n/).map(textOf);

const literal = (text: string): string[] => ['.nf', ...text.split('\n').map(textOf), '.fi'];

const quoted = (text: string): string => `"${textOf(text).replaceAll('"', String.raw`\(dq`)}"`;

/** Text that is nothing but text to roff. */
function textOf(text: string): string {
  const plain = text.replaceAll('\\', String.raw`\e`).replaceAll('-', String.raw`\-`);
  return /^[.']/.test(plain) ? `\\&${plain}` : plain;
}
