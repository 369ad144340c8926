/** The schema of `report.json`: outcomes are described once, in a catalogue, and named by their ids in the rows. */
import { views } from '../data/view.ts'
import type { Probability } from '../../engine/analysis/paired.ts'
import type { Summary } from '../../engine/analysis/summary.ts'
import type { OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'
import { formNames } from '../../engine/model/draws/parameters.ts'
import { schemaOf, z } from '../../scenarios/file/fileKind.ts'
import { orUndefined, readStored, storedNumber as number } from '../../scenarios/file/storedJson.ts'
import type { FormRow } from '../data/forms.ts'
import type { LineRow, PlantRow } from '../data/places.ts'
import type { ComparisonRow, Report, SummaryRow } from '../data/report.ts'
import type { RunFacts } from '../data/runFacts.ts'
import { partsSchema } from './storedParts.ts'
import { decisionSchema, pairingSchema, precisionSchema, targetSchema } from './storedStudies.ts'

const text = z.string()
const probability = schemaOf<Probability>()(z.object({ value: number, standardError: number }))

const summary = schemaOf<Summary>()(
  z.object({
    mean: number,
    standardDeviation: number,
    standardError: number,
    low: number,
    median: number,
    high: number,
    n: number,
    failed: number,
    groups: number.exactOptional(),
  }),
)
const paired = schemaOf<ComparisonRow['paired']>()(
  z.object({
    difference: summary,
    baselineMean: number,
    scenarioMean: number,
    relative: number,
    relativeStandardError: number,
    better: orUndefined(probability),
    same: number,
  }),
)

const facts = z.object({
  name: text,
  scenarios: z.array(z.object({ name: text, title: text, question: text, note: text })),
  baseline: z.int().min(0),
  seed: z.number(),
  replicatesAsked: number,
  reproduce: text,
  caveats: z.array(text),
  notes: z.array(text).exactOptional(),
  view: z.enum(views).exactOptional(),
  shownFirst: z.array(text),
  evidence: z.array(z.object({ what: text, sourced: number, derived: number, approximate: number })),
  parameters: z.array(z.object({ name: text, title: text, unit: text, law: text, basis: text, source: text })),
})
schemaOf<RunFacts>()(facts)

const plant = schemaOf<PlantRow>()(
  z.object({
    scenario: text,
    plant: text,
    maker: text,
    city: text,
    state: text,
    place: text,
    latitude: number,
    longitude: number,
    n: number,
    active: probability,
    closed: probability,
    idled: probability,
    opened: probability,
    gained: probability,
    lost: probability,
    cut: probability,
    raised: probability,
    baseYearOutput: number,
    baselineOutput: number,
    output: number,
    difference: number,
    differenceStandardError: number,
  }),
)

const line = schemaOf<LineRow>()(
  z.object({ scenario: text, line: text, from: text, place: text, n: number, here: probability }),
)

const programme = schemaOf<Report['programmes'][number]>()(
  z.object({
    scenario: text,
    programme: text,
    dutyRate: number,
    dutyRateOnNonUsContent: number,
    n: number,
    vehicles: number,
    value: number,
    nonUsValue: number,
    duty: number,
  }),
)

const failure = z.object({ scenario: number, replicate: number, status: number, reason: text })

const definition = schemaOf<OutcomeDefinition>()(
  z.object({ id: text, family: text, label: text, place: text, unit: text, good: z.enum(['up', 'down', 'neither']) }),
)

/** Reads an id of the stored catalogue, which may be that of an earlier version. */
function outcomeSchema(catalogue: readonly OutcomeDefinition[]): z.ZodType<OutcomeDefinition> {
  const byId = new Map(catalogue.map((outcome) => [outcome.id, outcome]))
  return text.transform((id, context) => {
    const found = byId.get(id)
    if (found !== undefined) return found
    context.addIssue({ code: 'custom', message: `${JSON.stringify(id)} is not in its list of outcomes` })
    return z.NEVER
  })
}

function reportSchema(outcome: z.ZodType<OutcomeDefinition>): z.ZodType<Report> {
  return schemaOf<Report>()(
    facts.extend({
      replicates: number,
      goodReplicates: number,
      lostReplicates: number.exactOptional(),
      interrupted: z.boolean(),
      sampling: text,
      workers: number,
      seconds: number,
      years: z.array(number),
      summaries: z.array(schemaOf<SummaryRow>()(z.object({ scenario: text, outcome, year: number, summary }))),
      comparisons: z.array(
        schemaOf<ComparisonRow>()(z.object({ scenario: text, baseline: text, outcome, year: number, paired })),
      ),
      plants: z.array(plant),
      lines: z.array(line),
      programmes: z.array(programme),
      failures: z.array(failure),
      question: text.exactOptional(),
      parts: partsSchema.exactOptional(),
      precision: z.array(precisionSchema(outcome)).exactOptional(),
      targets: z.array(targetSchema(outcome)).exactOptional(),
      decisions: z.array(decisionSchema(outcome)).exactOptional(),
      forms: z
        .array(
          schemaOf<FormRow>()(
            z.object({ scenario: text, outcome, choice: z.enum(formNames), form: text, text, paired }),
          ),
        )
        .exactOptional(),
      pairing: z.array(pairingSchema).exactOptional(),
    }),
  )
}

const catalogueSchema = z.object({ outcomes: z.array(definition) })

/** @throws Error that names the field of `report.json` that is not as it should be */
export function storedReport(content: unknown): Report {
  const { outcomes } = readStored(catalogueSchema, content)
  const report = readStored(reportSchema(outcomeSchema(outcomes)), content)
  if (report.baseline < report.scenarios.length) return report
  throw new Error(`baseline: there is no scenario ${report.baseline}`)
}
