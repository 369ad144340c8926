/** The words of what `discover` was asked: the option, the event that counts as failing, the factors. */
import { signedText } from '../../words/numbers.ts'
import type { DiscoverySubject } from './boxText.ts'
import { after, inBrackets, insideSentence } from '../../words/words.ts'
import type { DiscoveryStudy, DiscoveryFactor } from '../../../studies/discovery/study.ts'

/** The study as the sentences of a box take it. */
export function discoverySubject(study: DiscoveryStudy): DiscoverySubject {
  return {
    option: study.option,
    event: eventText(study),
    labels: Object.fromEntries(study.factors.map((factor) => [factor.name, factorLabel(factor)])),
    categories: Object.fromEntries(
      study.factors.flatMap(({ name, category, kind }) =>
        category === undefined
          ? []
          : [[name, { of: kind === 'lever' ? category.of : insideSentence(category.of), is: category.is }]],
      ),
    ),
  }
}

/** A lever by the name that its author gave it, a parameter by its title, as words inside a sentence. */
function factorLabel({ name, title, kind, category }: DiscoveryFactor): string {
  if (category !== undefined) return `${kind === 'lever' ? category.of : insideSentence(category.of)} is ${category.is}`
  return kind === 'lever' ? name : insideSentence(title)
}

/** As in `Vehicles built, MX (vehicles), 2036, less base, is below -1,000,000`. */
export function eventText({ outcome, year, against, failing, when }: DiscoveryStudy): string {
  if (when !== undefined) return `in ${year}, ${when}`
  const less = against === undefined ? '' : `, less ${against},`
  const [side, limit] = 'below' in failing ? ['below', failing.below] : ['above', failing.above]
  const figure = limitText(limit, against !== undefined)
  return `${outcome.label}${after(outcome.place)}${inBrackets(outcome.unit)}, ${year}${less} is ${side} ${figure}`
}

function limitText(limit: number, isDifference: boolean): string {
  const digits = String(Math.abs(limit)).split('.')[1]?.length ?? 0
  const text = signedText(limit, -digits)
  return isDifference ? text : text.replace('+', '')
}
