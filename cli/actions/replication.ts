/** Puts a published paper's closure through the engine's functions and prints our number beside each of its. */
import { headMayerMelitzComparison } from '../../engine/model/replication/headMayerMelitz.ts'
import { replicationText } from '../../reports/text/replicationText.ts'
import { locateScenario } from '../../scenarios/join/files.ts'
import { loadIndustry } from '../../scenarios/industry/loadIndustry.ts'
import { loadScenario } from '../../scenarios/load.ts'
import { styleOfOutput } from '../console/layout.ts'
import { exitCode } from '../console/failure.ts'
import { print, printJson } from '../console/print.ts'

/** True for a scenario that runs a paper's closure. @throws an error of kind `scenario` when the file is wrong */
export function isReplication(word: string): boolean {
  if (locateScenario(word, process.cwd()) === undefined) return false
  return loadScenario(word).kind === 'replication'
}

/** `run` of a replication: prints what the closure of a published paper gives on our industry, beside the paper's figures. */
export async function printReplication(data: string | undefined, json: boolean): Promise<number> {
  const comparison = headMayerMelitzComparison(loadIndustry(data).industry)
  if (json) printJson(comparison)
  else print(replicationText(comparison, styleOfOutput().width))
  return exitCode.done
}
