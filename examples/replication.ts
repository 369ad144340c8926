/**
 * Head, Mayer and Melitz (2024, Journal of International Economics 150) under the paper's own closure: parts jobs and content of every
 * published rule, beside ours. The penalties are those of a list of carlines, or of this engine's base year where none is given.
 *
 *     npm run build && npx tsx examples/replication.ts [penalties.csv]
 *
 * A list has a row a carline: `class,tau,tauQ`, with `cars` or `trucks`, and what not complying costs, as factors of 1 or more. `tauQ`, the
 * same weighted by quantities, is taken to be `tau` where it is left out.
 */
import { readFileSync } from 'node:fs'
import {
  headMayerMelitzComparison,
  loadIndustry,
  type Penalty,
  replicateHeadMayerMelitz,
  type ReplicationRow,
} from 'plantshift'

const [path] = process.argv.slice(2)

/** Penalties of a class in the text of a list. @throws Error that names the line that is not one */
function penaltiesOf(carlineClass: string, text: string): readonly Penalty[] {
  const [, ...lines] = text.trim().split(/\r?\n/)
  return lines.flatMap((line, n) => {
    const [name, ...figures] = line.split(',')
    const [tau, tauQ = tau] = figures.filter((figure) => figure.trim() !== '').map(Number)
    if (!['cars', 'trucks'].includes(name) || !(tau >= 1) || !(tauQ >= 1)) {
      throw new Error(`line ${n + 2}: "${line}" is not cars or trucks, and one or two factors of 1 or more`)
    }
    return name === carlineClass ? [{ tau, tauQ }] : []
  })
}

function rowsOf(file: string | undefined): readonly ReplicationRow[] {
  if (file === undefined) return headMayerMelitzComparison(loadIndustry().industry).rows
  const text = readFileSync(file, 'utf8')
  return replicateHeadMayerMelitz(penaltiesOf('cars', text), penaltiesOf('trucks', text))
}

const rows = rowsOf(path)
for (const { what, unit, published, ours } of rows) {
  console.log(`${what}: ${published} published, ${ours.toFixed(2)} ours (${unit})`)
}
const near = rows.filter(({ unit, difference }) => unit === '%' && Math.abs(difference) <= 0.3).length
const percentages = rows.filter(({ unit }) => unit === '%').length
const changes = rows.filter(({ kind }) => kind === 'change')
console.log(
  `${near} of ${percentages} percentages within .3 points; ${changes.filter(({ sameSign }) => sameSign).length} of ` +
    `${changes.length} changes have the published sign`,
)
