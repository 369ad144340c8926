import { type ResultFolder, keepFolder, writeResult } from '../folder/folder.ts'
import { type RunPlanFile, runPlanJson } from '../plan/runPlan.ts'
import type { StudyInputs } from '../plan/inputs.ts'
import { resolvedFile, resolvedTexts } from '../plan/work.ts'

/** A folder with the plan and the scenarios in it, as the commands make it; one with the same plan is taken up again. */
export function openStudy(path: string, inputs: StudyInputs, plan: RunPlanFile): ResultFolder {
  const folder = keepFolder(path, runPlanJson(plan))
  writeResult(folder, resolvedFile, resolvedTexts(inputs))
  writeResult(folder, 'plan.json', runPlanJson(plan))
  return folder
}
