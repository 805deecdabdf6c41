import type { CommandOutline, OptionOutline, ProgramOutline, Value } from '../outline.js';

/** Completions for fish, a line each. */
export function fishCompletion({ name, options, commands }: ProgramOutline): string {
  const all = [...options, ...commands.flatMap((command) => command.options)];
  const valued = [...new Set(all.filter(({ value }) => value).map(({ long }) => long))];
  return `# ${name} completion fish
function __${name}_at --argument-names command place
    set -l words (commandline -opc)
    set -l found
    set -l skip 0
    for word in $words[2..-1]
        if string match -q -- '-*' $word
            set skip 0
            contains -- $word ${valued.join(' ')}; and set skip 1
        else if test $skip = 1
            set skip 0
        else
            set -a found $word
        end
    end
    if test -z "$command"
        test (count $found) = 0
    else
        test "$found[1]" = $command; and test -z "$place" -o "$place" = (math (count $found) - 1)
    end
end
complete -c ${name} -f
${[
  ...options.map((option) => optionLine(name, '', option)),
  ...commands.map(
    ({ name: command, description }) =>
      `complete -c ${name} -n '__${name}_at' -a ${command} -d ${quoted(description)}`,
  ),
  ...commands.flatMap((command) => [
    ...command.options.map((option) => optionLine(name, ` -n '__${name}_at ${command.name}'`, option)),
    ...argumentLines(name, command),
  ]),
].join('\n')}
`;
}

const optionLine = (name: string, when: string, { long, description, value }: OptionOutline): string =>
  `complete -c ${name}${when} -l ${long.replace(/^--/, '')}${value ? ` ${offer(value)}` : ''} -d ${quoted(description)}`;

const argumentLines = (name: string, command: CommandOutline): string[] =>
  command.arguments.flatMap((argument, place) =>
    argument.choices.length === 0 && argument.kind === 'word'
      ? []
      : [`complete -c ${name} -n '__${name}_at ${command.name} ${place}' ${offer(argument)}`],
  );

function offer({ choices, kind, isRequired }: Value): string {
  const required = isRequired ? ' -r' : '';
  if (choices.length > 0) return `-f${required} -a ${quoted(choices.join(' '))}`;
  if (kind === 'folder') return `-f${required} -a '(__fish_complete_directories)'`;
  return kind === 'file' ? `-F${required}` : `-f${required}`;
}

const quoted = (text: string): string => `'${text.replaceAll(/['\\]/g, String.raw`\$&`)}'`;
