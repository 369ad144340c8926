/** Derived outcomes as scenario and sweep files state them. */
import { describe, expect, test } from 'vitest'
import { derivedTexts } from '../../../scenarios/file/derived.ts'
import { readDerived } from '../../../scenarios/formulas/derived.ts'
import { linesOf, loadFiles, problemsOf } from '../scenarioFiles.ts'

const fileWith = (derived: string, more: string = ''): string =>
  `extends: base\ntitle: Mine\nderived:\n${derived}\n${more}`
const saidOf = (derived: string, more: string = ''): string => linesOf(problemsOf(fileWith(derived, more))).join('\n')

describe('a scenario may derive outcomes', () => {
  test('by a formula alone, or with unit, direction and title', () => {
    const { content } = loadFiles({
      'a.yaml': fileWith(
        '  jobsPerBillion: assemblyJobs.US / vehicleDuties.US\n  twice: { formula: 2 * output.US, unit: vehicles, good: up, title: Twice }',
      ),
    })
    const texts = derivedTexts(content.derived)
    expect(texts).toEqual([
      {
        id: 'jobsPerBillion',
        title: 'jobsPerBillion',
        unit: '',
        good: 'neither',
        formula: 'assemblyJobs.US / vehicleDuties.US',
      },
      { id: 'twice', title: 'Twice', unit: 'vehicles', good: 'up', formula: '2 * output.US' },
    ])
    expect(readDerived(texts).outcomes.map(({ definition }) => definition.id)).toEqual(['jobsPerBillion', 'twice'])
  })

  test('from others that stand before it', () => {
    expect(saidOf('  one: output.US + 1\n  two: 2 * one')).toBe('')
    expect(saidOf('  two: 2 * one\n  one: output.US + 1')).toMatch(
      /rule\.yaml:4:8: derived\.two: .*unknown outcome: one/,
    )
  })

  test('that it shows first, and asks the precision of', () => {
    const design = 'outcomes: [one]\ndesign: { until: [{ outcome: one, halfWidth: 3 }] }'
    expect(saidOf('  one: output.US + 1', design)).toBe('')
    expect(saidOf('  one: output.US + 1', design.replaceAll('one', 'onne'))).toMatch(
      /rule\.yaml:5:12: .*unknown outcome: onne; did you mean one\?\n.*rule\.yaml:6:.*did you mean one\?/s,
    )
    const better = 'design: { until: [{ outcome: one, statistic: probabilityBetter, halfWidth: 0.1 }] }'
    expect(saidOf('  one: output.US + 1', better)).toMatch(/of one neither more nor less is better/)
    expect(saidOf('  one: { formula: output.US + 1, good: up }', better)).toBe('')
  })

  test('which another takes away that extends it', () => {
    const files = {
      'b.yaml': 'title: Without\nextends: a.yaml\nderived: { one: null }\n',
      'a.yaml': fileWith('  one: output.US + 1'),
    }
    expect(loadFiles(files).content.derived ?? {}).toEqual({})
  })
})

describe('what is wrong is said where it stands:', () => {
  test.each([
    [
      '  mine: output.US + outptu.MX',
      /rule\.yaml:4:9: derived\.mine: sign 13 of the formula: unknown outcome: outptu\.MX; did you mean output\.MX\?/,
    ],
    [
      '  mine: { formula: 25% * output.US }',
      /rule\.yaml:4:20: derived\.mine\.formula: sign 3 of the formula: holds a percent sign/,
    ],
    ['  my-own: output.US', /4:3: derived\.my-own: is no name of an outcome/],
    ['  output: output.US', /4:3: derived\.output: output means something else already/],
    ['  Year: output.US', /derived\.Year: year means something else already/],
    ['  max: output.US', /derived\.max: max means something else already/],
    ['  mine: { unit: jobs }', /formula/],
    ['  mine: { formula: output.US, good: more }', /up, down, neither/],
  ])('%s', (derived, message) => {
    expect(saidOf(derived)).toMatch(message)
  })
})
