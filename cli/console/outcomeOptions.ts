/** Options that say which outcome a question is about, or which condition. */
import type { OptionDefinition } from './command.ts'
import { gathered, wholeNumber } from './options.ts'

export const outcomeOption: OptionDefinition = {
  flags: '--outcome <id[@year]>',
  description: 'outcome to look at, in the last year unless one is given',
}

export const outcomesOption: OptionDefinition = {
  ...outcomeOption,
  description: `${outcomeOption.description}; may be given several times`,
  parse: gathered,
}

/** Of a question about several outcomes that are to be as large or small as can be. */
export const goalsOption: OptionDefinition = {
  ...outcomeOption,
  description:
    'outcome to look at, in the last year unless one is given; given several times, the points of the sweep are judged by all of ' +
    'them at once, each in the direction that most would call better unless it ends in :most or :least',
  parse: gathered,
}

export const thresholdOption: OptionDefinition = {
  flags: '--threshold <condition>',
  description:
    'a condition that a future is to keep, in quotes: "change(priceIndex.US) < 0.02"; says at which point all of them are kept in most ' +
    'replicates; may be given several times',
  parse: gathered,
}

export const whenOptions: readonly OptionDefinition[] = [
  {
    flags: '--when <condition>',
    description:
      'a condition in place of an outcome, in quotes: "output.MX < 3.5e6 and priceIndex.US > 1.02"; 1 in replicates in which it ' +
      'holds, 0 in the others',
  },
  {
    flags: '--year <year>',
    description: 'with --when, the year that it looks at (default: the last)',
    parse: wholeNumber('--year', 1900, 2200),
  },
]
