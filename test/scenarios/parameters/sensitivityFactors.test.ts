import { describe, test, expect } from 'vitest'
import { parameterCount, parameterNames } from '../../../engine/model/draws/parameters.ts'
import { parameterGroupNames, parameterGroups } from '../../../scenarios/parameters/parameterGroups.ts'
import { withForms } from '../../../scenarios/parameters/forms.ts'
import { flattenLaws } from '../../../scenarios/parameters/parameterLaws.ts'
import { sensitivityFactors } from '../../../scenarios/parameters/sensitivityFactors.ts'

/** Forms are held unless a scenario gives several their chances. */
const drawn = withForms(
  {},
  {
    demand: { law: 'choice', incomeGroups: 0.5, ces: 0.5 },
    closure: { law: 'choice', on: 0.5, off: 0.5 },
  },
)

describe('factors of a sensitivity analysis', () => {
  test('hold every uncertain parameter once, by groups and one by one', () => {
    const everything = Array.from({ length: parameterCount }, (_, p) => p)
    for (const kind of ['groups', 'parameters'] as const) {
      const positions = sensitivityFactors(kind, flattenLaws(drawn)).flatMap(({ dimensions }) => dimensions)
      expect(positions.toSorted((a, b) => a - b)).toEqual(everything)
    }
  })

  test('leave out what the scenario holds at a number', () => {
    const held = { law: 'constant', value: 0.3 } as const
    const laws = flattenLaws({ ...drawn, farmExportElasticity: 1, farmIncomeShare: held, dutySpread: 0.5 })
    const names = sensitivityFactors('groups', laws).map(({ name }) => name)
    expect(names).toEqual(parameterGroupNames.filter((name) => name !== 'farms'))
    expect(sensitivityFactors('parameters', laws)).toHaveLength(parameterCount - 3)
  })
})

describe('groups of parameters', () => {
  test('have every parameter in one that is named, and none is empty', () => {
    expect(Object.keys(parameterGroups).toSorted()).toEqual(parameterNames.toSorted())
    expect(new Set(Object.values(parameterGroups))).toEqual(new Set(parameterGroupNames))
  })
})
