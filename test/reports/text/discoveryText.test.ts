import { describe, test, expect } from 'vitest'
import { allRows } from '../../../engine/analysis/discovery/cases.ts'
import { discover, usualDiscovery } from '../../../engine/analysis/discovery/discover.ts'
import { growTree } from '../../../engine/analysis/discovery/tree.ts'
import { rootKey } from '../../../engine/math/streams.ts'
import {
  boxSentence,
  curveLines,
  discoveryText,
  restrictionText,
  treeLines,
} from '../../../reports/text/discovery/boxText.ts'
import { sampleCases } from '../../analysis/discovery/sampleCases.ts'

const root = rootKey('discovery text')
const subject = { option: 'duties', event: 'US output falls', labels: { x0: 'own elasticity' } }
const cases = sampleCases(2000, 3, 'text', ([a, b]) => (a > 0.7 && b < 0.5 ? 0.9 : 0.1))
const found = discover(cases, { ...usualDiscovery, resamples: 3 }, root)

describe('discovery as text', () => {
  test('says where the option fails in a sentence, by the label of the parameter', () => {
    const sentence = boxSentence(found.boxes[0], subject)
    expect(sentence).toMatch(
      /^duties fails in \d+% of replicates \(\d+% to \d+%\) where own elasticity is above 0\.\d+ and x1 is below 0\.\d+; this holds/,
    )
    expect(sentence).toMatch(/of its failures\. Elsewhere it fails in \d+%\.$/)
  })

  test('leaves out of the sentence a limit that may be chance, and says that the box has it', () => {
    const [box] = found.boxes
    const chance = { parameter: 'x2', low: 0.1, high: Infinity, p: 0.75 }
    const sentence = boxSentence({ ...box, restrictions: [...box.restrictions, chance] }, subject)
    expect(sentence).not.toMatch(/x2|0\.75/)
    expect(sentence).toMatch(
      /where own elasticity is above 0\.\d+ and x1 is below 0\.\d+; .* One more limit of the box may be chance/,
    )
  })

  test('names both halves, and every restriction with its p-value', () => {
    const text = discoveryText(found, subject)
    expect(text).toMatch(/^duties fails in \d+ of 2000 replicates\. It fails: US output falls\./)
    expect(text).toMatch(/own elasticity +0\.\d+ +< 0\.001\n/)
    expect(text.replaceAll('\n', ' ')).toMatch(
      /Found on half of the replicates, where \d+% of the box fail, and judged on the other/,
    )
    expect(text).toMatch(/Searches on random halves restrict: .*own elasticity 100%/)
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  })

  test('is as wide as it is told', () => {
    for (const width of [60, 120]) {
      const lengths = discoveryText(found, subject, width)
        .split('\n')
        .map((line) => line.length)
      expect(Math.max(...lengths)).toBeLessThanOrEqual(width)
      expect(Math.max(...lengths)).toBeGreaterThan(width - 20)
    }
  })

  test('says that there is no box where there is none', () => {
    const noise = discover(
      sampleCases(300, 3, 'no box', () => 0.3),
      { ...usualDiscovery, resamples: 0 },
      root,
    )
    expect(discoveryText(noise, subject).replaceAll('\n', ' ')).toMatch(
      /No box of parameters was found in which duties fails more often/,
    )
  })

  test('has the curve of the search from everything on, on the half that did not search', () => {
    const [box] = found.boxes
    const lines = curveLines(box.curve)
    expect(lines[1].trim().split(/ +/).slice(0, 3)).toEqual(['0', '100%', '100%'])
    expect(lines).toHaveLength(box.trajectory.length + 1)
    // What the search found dense is less so elsewhere, for the most part.
    const flattered = box.curve.filter(({ searched, heldOut }) => searched.density > heldOut.density)
    expect(flattered.length).toBeGreaterThan(box.curve.length / 2)
  })

  test('says of a category that it is in the box or out of it', () => {
    const named = { ...subject, categories: { 'form=ces': { of: 'form', is: 'ces' } } }
    const text = (low: number, high: number): string => restrictionText({ parameter: 'form=ces', low, high }, named)
    expect([text(0.5, Infinity), text(-Infinity, 0.5)]).toEqual(['form is ces', 'form is not ces'])
    const tree = growTree({ ...cases, parameters: ['form=ces', ...cases.parameters.slice(1)] }, allRows(cases), 100, 1)
    expect(treeLines(tree, ['form=ces', 'x1', 'x2'], { 'form=ces': 'form is ces' }, named.categories)[1]).toMatch(
      /^ {2}form is not ces: \d+%/,
    )
  })

  test('draws a tree with a line for each branch and leaf', () => {
    const lines = treeLines(growTree(cases, allRows(cases), 100, 2), cases.parameters, subject.labels)
    expect(lines[0]).toMatch(/^all: \d+% of 2000 fail$/)
    expect(lines[1]).toMatch(/^ {2}own elasticity up to 0\.\d+: \d+% of \d+ fail$/)
  })
})
