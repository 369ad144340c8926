/** Between which values a law lies. */
import type { Law } from '../parameters/laws.ts'
import { valueEnds } from '../parameters/parameterLaws.ts'
import type { Bounds } from '../parameters/parameter.ts'

/** Ends beyond which a law gives nothing; an end that it has not is that of the parameter's range. */
export function lawEnds(law: Law, range: Bounds): Bounds {
  switch (law.law) {
    case 'constant':
      return [law.value, law.value]
    case 'uniform':
    case 'logUniform':
    case 'triangular':
      return [law.low, law.high]
    case 'truncatedNormal':
      return [law.mean - law.width, law.mean + law.width]
    case 'beta':
      return [law.low ?? 0, law.high ?? 1]
    case 'discrete':
      return valueEnds(law.values)
    case 'truncated': {
      const [low, high] = lawEnds(law.of, range)
      return [Math.max(low, law.low ?? low), Math.min(high, law.high ?? high)]
    }
    default:
      return range
  }
}
