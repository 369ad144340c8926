/** What every reader must know before the numbers: the limits of the model, docs/model.md section 15, in short. */

export const modelCaveats: readonly string[] = [
  'Partial equilibrium: wages, exchange rates and other industries change only where a scenario says so.',
  'Light vehicles only; no dealer stocks, leases or used cars, and no disruption of single suppliers.',
  'Intervals cover uncertain parameters, measurement error and chance within this model, not other models.',
]
