/** The options by which a sensitivity analysis is asked, alone or through an engine. */
import type { OptionDefinition } from './command.ts'
import { outcomesOption, whenOptions } from './outcomeOptions.ts'

/** What `sensitivity` asks, beside its scenario. */
export const sensitivityOptions: readonly OptionDefinition[] = [
  outcomesOption,
  ...whenOptions,
  { flags: '--method <method>', description: 'sobol, morris, pawn or oat (default: sobol)' },
  {
    flags: '--pairs',
    description: 'what pairs of factors do together, by sobol: second indices; nearly twice the runs for a base row',
  },
  { flags: '--against <scenario>', description: 'explain the difference from this scenario, not the level' },
  {
    flags: '--factors <kind>',
    description: 'groups or parameters (default: groups for sobol and morris, parameters for pawn and oat)',
  },
]
