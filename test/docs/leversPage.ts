/** docs/levers.md: the table of levers, with what each stands at today, read from path-2026. */
import { valueIn } from '../../scenarios/levers/apply.ts'
import { type Lever, leverGroups } from '../../scenarios/levers/lever.ts'
import { levers } from '../../scenarios/levers/table.ts'
import { loadScenario } from '../../scenarios/load.ts'

const today = loadScenario('path-2026')

export function leversPage(): string {
  return `${[
    '# Levers',
    '',
    'Made from `scenarios/levers` by `npm run docs`; do not edit.',
    '',
    `${levers.length} things that may be changed in a scenario. Each has one id, which is the same everywhere:`,
    '',
    '* on the command line, `npx plantshift run path-2026 --set us-tariff-mexico=0.1`, as often as there are levers to set; also in `compare`',
    '  (all but the baseline are changed), `explain`, `replay` and `sensitivity`. `--set nestingSigma=0.6` holds a parameter of',
    '  [parameters.md](parameters.md) in the same way;',
    '* in a scenario file, `set: { us-tariff-mexico: 0.1 }`, over all that the file says and extends;',
    '* in a [sweep](sweeps.md), `levers: { us-tariff-mexico: [0, 0.1, 0.25] }`;',
    '* in `npx plantshift list levers`, which prints this table, or what of it holds a word.',
    '',
    'Fractions are written as such: 25% is 0.25. A lever that is set to what it stands at changes nothing. Changed rules hold from 1 January of',
    '`levers-from`, and what the scenario says for later is replaced. The rules in force on that day are changed; other regimes, as a',
    'threatened one, change with them where they say the same, and keep what they say otherwise. Levers of agreement and threats come last:',
    'what they make is made of rules that the others have changed. The policy of the base year stays.',
    '',
    '“Today” is what a lever stands at in `path-2026`, the rules in force in October 2026.',
    ...leverGroups.flatMap((group) => section(group, levers.filter((lever) => lever.group === group))),
  ].join('\n')}\n`
}

function section(group: string, rows: readonly Lever[]): readonly string[] {
  return [
    '',
    `## ${group}`,
    '',
    '| id | what it is | values | unit | today | rule | look at | source |',
    '|---|---|---|---|---|---|---|---|',
    ...rows.map(
      (lever) =>
        `| \`${lever.id}\` | ${lever.title} | ${domainText(lever)} | ${lever.unit} | ${String(valueIn(today, lever))} | ` +
        `${lever.rule}${needsText(lever)} | ${lever.outcomes.map((id) => `\`${id}\``).join(', ')} | ${lever.source} |`,
    ),
  ]
}

function domainText({ values }: Lever): string {
  if (values.kind === 'switch') return '`true`, `false`'
  if (values.kind === 'number') return `${values.least} to ${values.most}`
  return values.choices.map(({ value, title }) => (value === title ? `\`${value}\`` : `\`${value}\` (${title})`)).join(', ')
}

function needsText({ needs = {} }: Lever): string {
  const settings = Object.entries(needs).map(([id, value]) => `\`${id}=${String(value)}\``)
  return settings.length === 0 ? '' : ` Counts only with others, as ${settings.join(' and ')}.`
}
