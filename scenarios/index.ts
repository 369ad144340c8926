/**
 * From files to what the engine takes: the industry of the base year, scenarios, and the laws of uncertain parameters.
 * With the engine's own front door this is all that a program of yours needs.
 */

// The industry
export { loadIndustry, type LoadedIndustry } from './industry/loadIndustry.ts'

// Scenarios
export { listLibrary } from './join/listing.ts'
export { loadScenario } from './load.ts'
export { compileScenario } from './compile/compile.ts'
export { scenarioJsonSchema, sweepJsonSchema } from './jsonSchemas.ts'
export type { ResolvedScenario } from './file/resolved.ts'

// Levers
export { applyLevers, valueIn } from './levers/apply.ts'
export { leverOf, levers } from './levers/table.ts'
export type { Lever, LeverDomain, LeverSettings } from './levers/lever.ts'
export type { LeverValue } from './file/values.ts'

// Uncertain parameters
export { flattenLaws } from './parameters/parameterLaws.ts'
export { samplers, samplingOf, type DesignBlock, type Sampler } from './parameters/sampling.ts'
