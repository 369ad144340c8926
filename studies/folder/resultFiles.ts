/** What `sensitivity`, `discover` and `optimise` leave in the folder of a result, whenever they are asked. */
export const findingFiles: readonly string[] = [
  'sensitivity.json',
  'sensitivity.csv',
  'discovery.json',
  'discovery.csv',
  'discovery-curve.csv',
  'optimum.json',
  'optimum.csv',
  'front.json',
  'front.csv',
]

/** What a run writes beside its report: figures and plans, without the forms that can be made again from them. */
export const resultFiles: readonly string[] = [
  'report.json',
  'plan.json',
  'scenario.resolved.yaml',
  'summary.csv',
  'compare.csv',
  'plants.csv',
  'lines.csv',
  'programmes.csv',
  'failures.csv',
  'design.csv',
  'sweep.csv',
  'decisions.csv',
  'information.csv',
  'convergence.csv',
  'draws.parquet',
  ...findingFiles,
]
