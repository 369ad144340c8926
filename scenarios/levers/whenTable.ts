/** The lever that says from when the others hold. */
import { numberLever, type Lever } from './lever.ts'

/** Id of the lever that says from when the others hold, and the year where nobody sets it. */
export const fromLever = 'levers-from'
export const usualYear = 2027

export const whenLevers: readonly Lever[] = [
  numberLever(
    {
      id: fromLever,
      title: 'Year from which the changed rules hold',
      group: 'When',
      unit: 'year',
      rule: 'Rules that other levers change are as the scenario has them until the end of the year before, and hold from 1 January of this one. Everybody knows it beforehand.',
      source:
        'A choice: the first year that policy can still change, since data and rules were looked up to October 2026',
      outcomes: ['output.MX', 'output.US', 'assemblyJobs.US'],
      needs: { 'us-tariff-mexico': 0.5 },
    },
    [2025, 2036, 1],
    { read: () => undefined, write: (content) => content },
  ),
]
