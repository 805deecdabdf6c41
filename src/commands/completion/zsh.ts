import type { ArgumentOutline, CommandOutline, OptionOutline, ProgramOutline, Value } from '../outline.js';

/** A completion for zsh: to be sourced after `compinit`, or as the file `_beo` in a folder of `$fpath`. */
export const zshCompletion = ({ name, options, commands }: ProgramOutline): string => `#compdef ${name}
# ${name} completion zsh
_${name}() {
  local context state state_descr line
  typeset -A opt_args
  local -a commands shared
  commands=(
${commands.map((command) => `    ${quoted(`${command.name}:${command.description}`)}`).join('\n')}
  )
  shared=(
${options.map((option) => `    ${optionSpec(option)}`).join('\n')}
  )
  _arguments -C $shared '(-): :->command' '(-)*:: :->rest' && return
  case $state in
    command) _describe -t commands command commands ;;
    rest)
      case $words[1] in
${commands.map(commandCase).join('\n')}
      esac ;;
  esac
}
if [[ $funcstack[1] == _${name} ]]; then _${name} "$@"; else compdef _${name} ${name}; fi
`;

const commandCase = (command: CommandOutline): string =>
  [
    `        ${command.name}) _arguments $shared`,
    ...command.options.map(optionSpec),
    ...command.arguments.map(argumentSpec),
  ].join(' \\\n          ') + ' ;;';

function optionSpec({ long, description, isRepeatable, value }: OptionOutline): string {
  const many = isRepeatable ? '*' : '';
  const said = `[${description.replaceAll(/[\]\\[]/g, String.raw`\$&`)}]`;
  if (!value) return quoted(`${many}${long}${said}`);
  return quoted(`${many}${long}=${said}${value.isRequired ? ':' : '::'}${value.name}:${actionOf(value)}`);
}

const argumentSpec = (argument: ArgumentOutline, place: number): string =>
  quoted(
    `${argument.isVariadic ? '*' : place + 1}${argument.isRequired ? ':' : '::'}${argument.name}:${actionOf(argument)}`,
  );

function actionOf({ choices, kind }: Value): string {
  if (choices.length > 0) return `(${choices.join(' ')})`;
  return { word: ' ', file: '_files', folder: '_files -/' }[kind];
}

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
