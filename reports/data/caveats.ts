/** What every reader must know before the numbers: the limits of the model, docs/model.md section 15, in short. */
import { percentText } from '../words/numbers.ts'
import { type FormChance, formChances } from '../../scenarios/parameters/forms.ts'
import { listText } from '../words/words.ts'
import type { StudyInputs, StudyScenario } from '../../studies/plan/inputs.ts'
import type { RunPlanFile } from '../../studies/plan/runPlan.ts'

export const modelCaveats: readonly string[] = [
  'Partial equilibrium: incomes and other industries do not answer; wages and exchange rates do only in forms of the model that say so.',
  'Light vehicles only; no dealer stocks, leases or used cars, and no disruption of single suppliers.',
  'No forecast of single plants or of the first years: retooling decides them. Years that are past are what their rules do by themselves.',
  'Intervals cover uncertain parameters, measurement error, chance and the forms of the model that are named, not other models.',
]

/** Which forms of the model the intervals hold: one of each choice, or several with their chances. */
function formCaveat(chances: readonly FormChance[]): string {
  const isHeld = chances.every(({ chance }) => chance === 1)
  const texts = chances.map(({ text, chance }) => (chance === 1 ? text : `${text} (${percentText(chance, 0)})`))
  return isHeld
    ? `The intervals hold one form of the model: ${listText(texts)}. --form tries another.`
    : `The intervals hold several forms of the model, drawn like parameters by judged chances: ${texts.join('; ')}.`
}

/** What of a study they are about. */
export interface CaveatSubject {
  readonly inputs: Pick<StudyInputs, 'evidence' | 'subject' | 'ownData' | 'dataHashes'> & {
    readonly scenarios: readonly Pick<StudyScenario, 'name' | 'caveat' | 'laws' | 'statedLaws'>[]
  }
  readonly plan: Pick<RunPlanFile, 'kind' | 'notes'>
}

/** Whose data it is made from, where they are not the shipped ones. */
function ownDataCaveats({ ownData, dataHashes }: CaveatSubject['inputs']): readonly string[] {
  if (ownData === undefined) return []
  const changed = dataHashes.filter(({ asShipped }) => !asShipped).map(({ file }) => file)
  const which =
    changed.length === 0
      ? 'with every file as shipped'
      : `in which ${listText(changed)} ${changed.length === 1 ? 'is' : 'are'} not as shipped`
  return [`Made from data of its own, the folder ${ownData.folder} (sha256 ${ownData.sha256.slice(0, 12)}), ${which}.`]
}

/** What the comparison holds beside policy, what the model leaves out, what the data do not know well, what the scenario takes for granted; a sentence or two each. */
export function caveatsOf({ inputs, plan }: CaveatSubject): readonly string[] {
  const { evidence, scenarios, subject } = inputs
  const [sales] = evidence
  const data =
    `${percentText(sales.approximate, 0)} of US sales rest on approximate figures by nameplate, which are drawn with ` +
    'measurement error; plantshift doctor says more.'
  const { name, caveat, statedLaws } = scenarios[subject]
  // Parts of a sweep have laws of their own; in a run the baseline is drawn under the laws of the scenario it is compared with.
  const shared = plan.kind !== 'sweep' && scenarios.some((scenario) => scenario.statedLaws !== statedLaws)
  const laws = `All scenarios of this run draw their parameters from the laws that ${name} states.`
  return [
    ...ownDataCaveats(inputs),
    ...(plan.notes ?? []),
    formCaveat(formChances(inputs.scenarios[subject].laws)),
    ...modelCaveats,
    data,
    ...(caveat === '' ? [] : [caveat]),
    ...(shared ? [laws] : []),
  ]
}
