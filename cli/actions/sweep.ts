/** `plantshift sweep`: reads the file, makes the points, and runs them all. */
import { planSweep } from '../../reports/studies/plans.ts'
import type { OptionValues } from '../console/command.ts'
import { askedOf, begin } from './study.ts'

export async function runSweep(path: string, options: OptionValues): Promise<number> {
  return await begin(planSweep(path, askedOf(options)), options)
}
