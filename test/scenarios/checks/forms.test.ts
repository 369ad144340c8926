/** What a scenario may say of the forms of the model. */
import { describe, expect, test } from 'vitest'
import { closureForms, demandForms } from '../../../engine/model/inputs/policy.ts'
import { choiceText, heldForm, withForms } from '../../../scenarios/parameters/forms.ts'
import { readForms } from '../../../studies/plan/forms.ts'
import { loadFiles } from '../scenarioFiles.ts'

function load(text: string): ReturnType<typeof loadFiles> {
  return loadFiles({ 'forms.yaml': `title: Forms\nextends: base\n${text}` })
}

describe('the forms of a scenario', () => {
  test('are one by its name, or several by chances that add up to 1', () => {
    expect(load('demand: ces\n').content.demand).toBe('ces')
    const { demand } = load('demand: { law: choice, incomeGroups: 0.7, nestedLogit: 0.2, ces: 0.1 }\n').content
    expect(demand).toEqual({ law: 'choice', incomeGroups: 0.7, nestedLogit: 0.2, ces: 0.1 })
    expect(choiceText(demandForms, demand!)).toBe('incomeGroups 70%, nestedLogit 20%, ces 10%')
  })

  test('of a file take the place of those that it extends, whole', () => {
    const files = {
      'two.yaml': 'title: Two\nextends: one.yaml\nclosure: { law: choice, on: 0.6, off: 0.4 }\n',
      'one.yaml': 'title: One\nextends: base\nclosure: { law: choice, wages: 0.5, off: 0.5 }\n',
    }
    expect(loadFiles(files).content.closure).toEqual({ law: 'choice', on: 0.6, off: 0.4 })
  })

  test('that all replicates have are a constant, and others are a choice', () => {
    expect(heldForm(closureForms, { law: 'choice', on: 1, off: 0 })).toBe('on')
    expect(withForms({}, { closure: { law: 'choice', on: 1 } }).closureForm).toEqual({ law: 'constant', value: 3 })
    expect(withForms({}, { closure: { law: 'choice', on: 0.25, off: 0.75 } }).closureForm).toEqual({
      law: 'choice',
      first: 0.75,
      second: 0,
      third: 0,
    })
  })

  test.each([
    [
      'chances that leave something over',
      'demand: { law: choice, ces: 0.5, nestedLogit: 0.4 }',
      /3:9: demand: the chances of the forms add up to 0\.9/,
    ],
    ['a chance above 1', 'closure: { law: choice, on: 1.5 }', /3:\d+: closure\.on/],
    ['a form that is not there', 'closure: { law: choice, onn: 1 }', /unknown key: onn.*did you mean on\?/],
    ['a name that is not there', 'demand: nestedlogit', /did you mean nestedLogit\?/],
    ['a law of the form among the parameters', 'uncertainties: { demandForm: 1 }', /unknown key: demandForm/],
  ])('with %s say where and what is right', (_, text, message) => {
    expect(() => load(`${text}\n`)).toThrow(message)
  })
})

describe('the forms of a command', () => {
  test('are held by their names', () => {
    expect(readForms(['demand=ces', 'closure = off'])).toEqual({ demand: 'ces', closure: 'off' })
    expect(readForms()).toEqual({})
  })

  test.each([
    ['demand', /write it as in --form demand=nestedLogit/],
    ['demnd=ces', /did you mean demand\?/],
    ['demand=cse', /demand cannot be "cse"; did you mean ces\?/],
    ['closure=1=2', /is not allowed/],
  ])('%s is refused with what is right', (text, message) => {
    expect(() => readForms([text])).toThrow(message)
  })
})
