/**
 * The script for bash, from 3.2 on (which macOS has), without the package bash-completion. What is typed is only compared with
 * words, never run: no `eval`, and no `compgen -W`, which expands what it is given.
 */
import type { Completed, CompletedCommand, Kind } from './words.ts'

/** @param first a line that says what the script is */
export function bashScript({ commands, kinds }: Completed, first: string): string {
  const names = commands.map(({ name }) => name)
  return `# ${first}

${[listOf('commands', names), ...kinds.filter(({ words }) => words.length > 0).map(wordsOf)].join('\n')}

# What may follow an option of a command; nothing where it takes no value.
_plantshift_value() {
  case "$1 $2" in
${commands.flatMap(valueLines).join('\n')}
    *) kind= ;;
  esac
}

# What an argument of a command is; arguments are counted from 0.
_plantshift_argument() {
  case "$1 $2" in
${commands.flatMap(argumentLines).join('\n')}
    *) kind=nothing ;;
  esac
}

_plantshift_options() {
  case "$1" in
${commands.map(optionsLine).join('\n')}
    *) list='--help
--version' ;;
  esac
}

_plantshift_list() {
  list= paths=
  case "$kind" in
${kinds
  .filter(({ name }) => name !== 'nothing')
  .map(kindLine)
  .join('\n')}
  esac
}
${machinery}`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

function listOf(name: string, words: readonly string[]): string {
  return `_plantshift_${name}=${quoted(words.join('\n'))}`
}

function wordsOf({ name, words }: Kind): string {
  return listOf(
    name,
    words.map(([word]) => word),
  )
}

function kindLine({ name, words, paths }: Kind): string {
  const list = words.length === 0 ? '' : ` list=$_plantshift_${name}`
  return `    ${name})${list}${paths === 'none' ? '' : ` paths=${paths}`} ;;`
}

function valueLines({ name, options }: CompletedCommand): readonly string[] {
  return options.flatMap(({ flag, value }) =>
    value === undefined ? [] : [`    '${name} ${flag}') kind=${value.name} ;;`],
  )
}

function argumentLines({ name, arguments: places, isOpen }: CompletedCommand): readonly string[] {
  return places.map((kind, n) => {
    const isLast = n === places.length - 1
    return `    '${name} '${isOpen && isLast ? '*' : n}) kind=${kind.name} ;;`
  })
}

function optionsLine({ name, options }: CompletedCommand): string {
  return `    ${name}) list=${quoted(options.map(({ flag }) => flag).join('\n'))} ;;`
}

/** Words are put together first: bash takes them apart at = and @ too. */
const machinery = `
_plantshift() {
  local rest="\${COMP_LINE:0:COMP_POINT}" n=-1 i part
  local -a typed
  for ((i = 0; i <= COMP_CWORD; i++)); do
    if ((n < 0)) || [[ $rest == [[:space:]]* ]]; then n=$((n + 1)) typed[n]=; fi
    while [[ $rest == [[:space:]]* ]]; do rest="\${rest:1}"; done
    part="\${COMP_WORDS[i]}"
    if ((i == COMP_CWORD)); then part="$rest"; fi
    typed[n]="\${typed[n]}$part"
    rest="\${rest#"$part"}"
  done

  local command="\${typed[1]}" current="\${typed[n]}" previous="\${typed[n - 1]}" before= kind= list= paths= word position=0
  local whole="$current"
  if [[ $current == --*=* ]]; then
    previous="\${current%%=*}" before="\${current%%=*}=" current="\${current#*=}"
  fi
  if ((n == 1)); then
    list=$_plantshift_commands
    if [[ $current == -* ]]; then _plantshift_options ''; fi
  else
    kind=
    if [[ $previous == -* ]]; then _plantshift_value "$command" "$previous"; fi
    if [[ -n $kind ]]; then
      _plantshift_list
    elif [[ $current == -* ]]; then
      _plantshift_options "$command"
    else
      for ((i = 2; i < n; i++)); do
        if [[ \${typed[i]} == --*=* ]]; then continue; fi
        if [[ \${typed[i]} == -* ]]; then
          _plantshift_value "$command" "\${typed[i]}"
          if [[ -n $kind ]]; then i=$((i + 1)); fi
        else
          position=$((position + 1))
        fi
      done
      _plantshift_argument "$command" "$position"
      _plantshift_list
    fi
  fi

  # Of what is typed bash replaces only what stands behind the last = or @, which is $2.
  local cut=$((\${#whole} - \${#2})) reply
  COMPREPLY=()
  while IFS= read -r word; do
    if [[ -n $word && $word == "$current"* && ! ($word == "$current" && $word == *=) ]]; then
      reply="$before$word"
      reply="\${reply:cut}"
      if [[ $reply == *' '* ]]; then printf -v reply '%q' "$reply"; fi
      COMPREPLY+=("$reply")
    fi
  done <<<"$list"
  if [[ \${#COMPREPLY[@]} == 1 && \${COMPREPLY[0]} == *= ]]; then
    compopt -o nospace 2>/dev/null
  fi
  if [[ -n $paths ]]; then
    local action=-f
    if [[ $paths == folders ]]; then action=-d; fi
    compopt -o filenames 2>/dev/null
    while IFS= read -r word; do
      reply="$before$word"
      if [[ -n $word ]]; then COMPREPLY+=("\${reply:cut}"); fi
    done < <(compgen "$action" -- "$current")
  fi
}
complete -F _plantshift plantshift
`
