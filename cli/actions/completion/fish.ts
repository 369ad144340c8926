/** The script for fish. */
import type { Completed, CompletedCommand, Kind } from './words.ts'

/** @param first a line that says what the script is */
export function fishScript({ commands, kinds }: Completed, first: string): string {
  const offered = kinds.filter(({ words }) => words.length > 0)
  return `# ${first}

# Whether the command is the one that is given.
function __plantshift_is
    set -l typed (commandline -opc)
    test (count $typed) -gt 1; and test $typed[2] = $argv[1]
end

function __plantshift_begins
    test (count (commandline -opc)) -eq 1
end

${offered.map(kindFunction).join('\n\n')}

complete -c plantshift -f
complete -c plantshift -n __plantshift_begins -l help -d 'say what the program does'
complete -c plantshift -n __plantshift_begins -l version -d 'say which version it is'
${commands.flatMap(commandLines).join('\n')}
`
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

function kindFunction({ name, words }: Kind): string {
  const pairs = words.map(([word, description]) => `        ${quoted(word)} ${quoted(description)}`)
  return `function __plantshift_${name}
    printf '%s\\t%s\\n' \\
${pairs.join(' \\\n')}
end`
}

function commandLines({ name, summary, arguments: places, options }: CompletedCommand): readonly string[] {
  const here = `complete -c plantshift -n '__plantshift_is ${name}'`
  return [
    `complete -c plantshift -n __plantshift_begins -a ${name} -d ${quoted(summary)}`,
    ...places.filter(({ name: kind }) => kind !== 'nothing').map((kind) => `${here} ${offer(kind)}`),
    ...options.map(({ flag, description, value }) => {
      const taken = value === undefined ? '' : ` -r ${offer(value)}`
      return `${here} -l ${flag.slice(2)}${taken} -d ${quoted(description)}`
    }),
  ]
}

function offer({ name, words, paths }: Kind): string {
  const list = words.length === 0 ? [] : [`-a '(__plantshift_${name})'`]
  const files = { none: ['-f'], files: ['-F'], folders: ["-f -a '(__fish_complete_directories)'"] }[paths]
  return [...list, ...files].join(' ')
}
