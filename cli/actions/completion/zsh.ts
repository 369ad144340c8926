/** The script for zsh, on its own `_arguments` and `_describe`: sourced below `compinit`, or a file `_plantshift` in `fpath`. */
import type { Completed, CompletedCommand, CompletedOption, Kind, Word } from './words.ts'

/** @param first a line that says what the script is */
export function zshScript({ commands, kinds }: Completed, first: string): string {
  const names = commands.map(({ name, summary }): Word => [name, summary])
  return `#compdef plantshift
# ${first}

${kinds.map(kindFunction).join('\n\n')}

_plantshift() {
  local curcontext="$curcontext" state line
  local -a commands
  commands=(
${names.map(described).join('\n')}
  )
  if ((CURRENT == 2)); then
    if [[ $words[2] == -* ]]; then
      compadd -- --help --version
    else
      _describe -t commands command commands
    fi
    return
  fi
  shift words
  ((CURRENT--))
  case $words[1] in
${commands.map(commandCase).join('\n')}
  esac
}

if [[ $funcstack[1] == _plantshift ]]; then
  _plantshift "$@"
else
  compdef _plantshift plantshift
fi
`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/** A word and what it is, with a colon between them. */
function described([word, description]: Word): string {
  return `    ${quoted(`${word.replaceAll(':', '\\:')}${description === '' ? '' : `:${description}`}`)}`
}

function kindFunction({ name, words, paths }: Kind): string {
  const begun = words.filter(([word]) => word.endsWith('='))
  const whole = words.filter(([word]) => !word.endsWith('='))
  const files = { none: [], files: ['_files'], folders: ['_files -/'] }[paths]
  const offers = [
    ...offer(name, whole, ''),
    ...offer(name, begun, " -S ''"),
    ...files.map((line) => `  ${line} && found=0`),
  ]
  return `_plantshift_${name}() {
  local -a offered
  local found=1
${offers.join('\n')}
  return found
}`
}

/** @param how options for the words: after some of them no space follows */
function offer(name: string, words: readonly Word[], how: string): readonly string[] {
  if (words.length === 0) return []
  return [
    `  offered=(\n${words.map(described).join('\n')}\n  )`,
    `  _describe -t ${name} ${name} offered${how} && found=0`,
  ]
}

function commandCase({ name, arguments: places, isOpen, options }: CompletedCommand): string {
  const specs = [
    ...options.map(optionSpec),
    ...places.map(({ name: kind }, n) => {
      const at = isOpen && n === places.length - 1 ? '*' : String(n + 1)
      return quoted(`${at}:${kind}:_plantshift_${kind}`)
    }),
  ]
  return `    ${name})
      _arguments ${specs.join(' \\\n        ')} ;;`
}

/** Every option may be given again: where it counts once, the last counts. */
function optionSpec({ flag, description, value }: CompletedOption): string {
  const said = description.replaceAll(/[[\]\\:]/g, (sign) => `\\${sign}`)
  if (value === undefined) return quoted(`${flag}[${said}]`)
  return quoted(`*${flag}=[${said}]:${value.name}:_plantshift_${value.name}`)
}
