/** Sweep files of the benches: points over parameters, and over a lever of policy. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'plantshift-bench-'))
const few = `outcomes: [output.US, output.MX, priceIndex.US, welfare.US, partsJobs.US]\nyears: [2036]\n`

function file(name: string, text: string): string {
  const path = join(folder, `${name}.yaml`)
  writeFileSync(path, text)
  return path
}

/** `points` points, each under laws of its own. */
export function parameterSweep(points: number): string {
  return file(
    `parameters-${points}`,
    `title: Points over parameters
scenario: tariff-232-2025
levers:
  elasticity: { parameter: ownElasticity, values: { from: 4.6, to: 6, steps: 5 } }
  theta: { parameter: locationTheta, values: { from: 4.5, to: 8, steps: ${points / 5} } }
${few}`,
  )
}

/** Heights of a duty, on the same draws, of which one year and five outcomes are kept. */
export function dutySweep(points: number): string {
  return file(
    `duties-${points}`,
    `title: Heights of a duty
scenario: usmca-2025-tariffs
levers:
  duty:
    set: policy.regimes.tariff-25.additionalDuties.tariff-25.rate
    values: { from: 0.05, to: 0.5, steps: ${points} }
${few}`,
  )
}
