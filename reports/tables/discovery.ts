/**
 * `discovery.json`: the whole finding, and the part that reports show. `discovery.csv`: a row a
 * limit of a box, with what the box holds of replicates that took no part in the search.
 */
import { isRestricted } from '../../engine/analysis/discovery/box.ts'
import type { FoundBox } from '../../engine/analysis/discovery/discover.ts'
import type { Step } from '../../engine/analysis/discovery/peel.ts'
import { figure } from '../words/figures.ts'
import { csv } from './csv.ts'
import { boxSentence, restrictionText } from '../text/discovery/boxText.ts'
import type { DiscoveryPart, FailureBox } from '../data/parts.ts'
import { sealed } from '../../studies/plan/seal.ts'
import type { DiscoveryStudy, DiscoveryFactor } from '../../studies/discovery/study.ts'
import { onlyPart } from '../words/partial.ts'
import { eventText, discoverySubject } from '../text/discovery/subject.ts'

/** Open ends and what else is not a finite number are null. */
export function discoveryJson(study: DiscoveryStudy): string {
  const { discovery, outcome, factors, scores, ...asked } = study
  const { boxes, refuted, reproduced, parameters: _, ...counts } = discovery
  const finding = {
    ...asked,
    outcome: outcome.id,
    unit: outcome.unit,
    ...counts,
    part: discoveryPart(study),
    factors: factors.map((factor, f) => ({ ...factor, reproduced: reproduced[f], score: scores[f] })),
    boxes: boxes.map((box) => boxDetails(box, factors)),
    ...(refuted === undefined ? {} : { refuted: boxDetails(refuted, factors) }),
  }
  return `${JSON.stringify(sealed(finding), null, 1)}\n`
}

function boxDetails({ trajectory, ...box }: FoundBox, factors: readonly DiscoveryFactor[]): object {
  return { ...box, trajectory: trajectory.map((step) => stepDetails(step, factors)) }
}

function stepDetails({ box, statistics }: Step, factors: readonly DiscoveryFactor[]): object {
  const limits = factors.flatMap(({ name }, f) =>
    isRestricted(box, f) ? [{ factor: name, low: box.low[f], high: box.high[f] }] : [],
  )
  return { ...statistics, limits }
}

/** The finding as reports show it. */
function discoveryPart(study: DiscoveryStudy): DiscoveryPart {
  const {
    option,
    reproduce,
    replicates,
    discovery: { cases, ofInterest, leftOut },
  } = study
  return {
    option,
    event: study.partial === undefined ? eventText(study) : `${eventText(study)}; ${onlyPart(study.partial)}`,
    cases,
    ofInterest,
    leftOut,
    replicates,
    boxes: failureBoxes(study),
    reproduce,
  }
}

function failureBoxes(study: DiscoveryStudy): readonly FailureBox[] {
  const subject = discoverySubject(study)
  return study.discovery.boxes.map((box) => ({
    sentence: boxSentence(box, subject),
    density: box.heldOut.density,
    coverage: box.heldOut.coverage,
    curve: box.curve.map(({ step, heldOut, density }) => ({
      step,
      density: heldOut.density,
      interval: density,
      coverage: heldOut.coverage,
      restricted: heldOut.restricted,
    })),
    limits: box.restrictions.map((restriction) => {
      const { parameter, low, high } = restriction
      const factor = study.factors.find(({ name }) => name === parameter)
      if (factor?.category !== undefined) {
        return { factor: parameter, title: restrictionText(restriction, subject), unit: '', low: NaN, high: NaN }
      }
      return { factor: parameter, title: factor?.title ?? parameter, unit: factor?.unit ?? '', low, high }
    }),
  }))
}

/** Columns of `heldOutCells`. */
const heldOutHeader = ['density', 'densityLow', 'densityHigh', 'coverage', 'coverageLow', 'coverageHigh', 'mass']

/** What a box holds of replicates that took no part in the search, with the intervals of its density and coverage. */
function heldOutCells({ heldOut, density, coverage }: Pick<FoundBox, 'heldOut' | 'density' | 'coverage'>): string[] {
  const densities = [heldOut.density, density.low, density.high]
  const coverages = [heldOut.coverage, coverage.low, coverage.high]
  return [...densities, ...coverages, heldOut.mass].map((value) => figure(value, NaN))
}

const header = ['box', 'factor', 'unit', 'low', 'high', 'p', ...heldOutHeader, 'cases']

/** The boxes as CSV, a row for each limit of a factor. */
export function discoveryCsv({ discovery: { boxes }, factors, partial }: DiscoveryStudy): string {
  const rows = boxes.flatMap((box, b) =>
    box.restrictions.map(({ parameter, low, high, p }) => [
      b + 1,
      parameter,
      factors.find(({ name }) => name === parameter)?.unit ?? '',
      ...[low, high, p].map((value) => figure(value, NaN)),
      ...heldOutCells(box),
      box.heldOut.inside,
      ...(partial === undefined ? [] : [partial]),
    ]),
  )
  return csv([...header, ...(partial === undefined ? [] : ['partial'])], rows)
}

/** The searches for the boxes as CSV, a row a step, with what the box of the step holds of either half. */
export function discoveryCurveCsv(study: DiscoveryStudy): string {
  const { discovery, factors } = study
  const subject = discoverySubject(study)
  const found =
    discovery.boxes.length > 0 ? discovery.boxes : discovery.refuted === undefined ? [] : [discovery.refuted]
  const rows = found.flatMap(({ curve, trajectory }, b) =>
    curve.map((point) => {
      const { step, searched, heldOut } = point
      const { low, high } = trajectory[step].box
      const limits = factors.flatMap(({ name }, f) =>
        isRestricted({ low, high }, f)
          ? [restrictionText({ parameter: name, low: low[f], high: high[f] }, subject)]
          : [],
      )
      return [
        b + 1,
        step,
        ...heldOutCells(point),
        ...[searched.density, searched.coverage].map((value) => figure(value, NaN)),
        heldOut.restricted,
        heldOut.inside,
        limits.join('; '),
      ]
    }),
  )
  return csv(curveHeader, rows)
}

const curveHeader = [
  'box',
  'step',
  ...heldOutHeader,
  'densitySearched',
  'coverageSearched',
  'restricted',
  'cases',
  'limits',
]
