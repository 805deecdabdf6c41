import type { CommandOutline, OptionOutline, ProgramOutline, Value } from '../outline.js';

/** A function for bash and its `complete`; bash 4 or later, without the package of others' completions. */
export function bashCompletion({ name, options, commands }: ProgramOutline): string {
  const inEach = [
    ...optionValues('*', options),
    ...commands.flatMap((command) => optionValues(command.name, command.options)),
  ];
  return `# ${name} completion bash
_${name}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]}
  local command='' word i place=0 value=''
  COMPREPLY=()
  # bash takes the sign in --lang=de for a word of its own.
  if [[ $cur == '=' ]]; then cur=''; elif [[ $prev == '=' ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if [[ $word == '=' ]]; then continue; fi
    if [[ -n $value && $word != -* ]]; then value=''; continue; fi
    value=''
    if [[ $word == -* ]]; then
      case "$command:$word" in
        ${valuedOptions(options, commands).join('|')}) value=1 ;;
      esac
    elif [[ -z $command ]]; then
      command=$word
    else
      ((place += 1))
    fi
  done
  case "$command:$prev" in
${inEach.map((line) => `    ${line}`).join('\n')}
  esac
  if [[ $cur == -* ]]; then
    local options='${longs(options)}'
    case "$command" in
${commands
  .filter((command) => command.options.length > 0)
  .map((command) => `      ${command.name}) options+=' ${longs(command.options)}' ;;`)
  .join('\n')}
    esac
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
    return
  fi
  case "$command:$place" in
    :*) COMPREPLY=($(compgen -W '${commands.map((command) => command.name).join(' ')}' -- "$cur")) ;;
${commands.flatMap(argumentValues).join('\n')}
  esac
}
complete -F _${name} ${name}
`;
}

const longs = (options: readonly OptionOutline[]): string => options.map(({ long }) => long).join(' ');

const valuedOptions = (globals: readonly OptionOutline[], commands: readonly CommandOutline[]): string[] => [
  ...globals.flatMap(({ long, value }) => (value ? [`*:${long}`] : [])),
  ...commands.flatMap(({ name, options }) =>
    options.flatMap(({ long, value }) => (value ? [`${name}:${long}`] : [])),
  ),
];

/** What follows an option; of a value that may be missing, nothing is offered unless it is one of some words. */
const optionValues = (command: string, options: readonly OptionOutline[]): string[] =>
  options.flatMap(({ long, value }) => {
    if (!value) return [];
    const offered = offer(value);
    if (offered === '' && !value.isRequired) return [];
    return [`${command}:${long}) ${offered === '' ? '' : `${offered}; `}return ;;`];
  });

const argumentValues = (command: CommandOutline): string[] =>
  command.arguments.flatMap((argument, place) => {
    const offered = offer(argument);
    return offered === '' ? [] : [`    ${command.name}:${place}) ${offered} ;;`];
  });

function offer({ choices, kind }: Value): string {
  if (choices.length > 0) return `COMPREPLY=($(compgen -W '${choices.join(' ')}' -- "$cur"))`;
  if (kind === 'word') return '';
  const type = kind === 'folder' ? '-d' : '-f';
  return `compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen ${type} -- "$cur")`;
}
