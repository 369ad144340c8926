/**
 * Plantshift as a library: a Monte Carlo engine for the relocation of auto plants under changing trade rules.
 *
 * Load an industry and compile scenarios with the functions of `scenarios/`, hand them to `runMonteCarlo`, read its
 * columns back with `readColumns` and summarise them with `summarise` and `comparePairs`.
 */

// The industry, the policy and what they are made of
export type { Industry, Line, Maker, Plant, Product } from './model/inputs/industry.ts'
export type {
  CompiledPolicy,
  CompiledScenario,
  DemandKind,
  ProgrammeTable,
  RegimeChain,
} from './model/inputs/policy.ts'
export type { ParameterLaws } from './model/draws/parameterLaws.ts'
export { parameterNames, type ParameterName } from './model/draws/parameters.ts'
export { countries, destinations, markets, nests, origins, places } from './model/inputs/sets.ts'

// Outcomes of a replicate
export { outcomeDefinitions, outcomeIndex, type OutcomeDefinition } from './model/accounts/outcomes.ts'
export { programmeTallyNames } from './model/accounts/programmeTally.ts'
export { plantTallyNames, statusTexts, type ReplicateResult } from './model/accounts/results.ts'

// One replicate at a time
export { createWorkspace, type Workspace } from './model/history/workspace.ts'
export { runReplicate } from './model/history/replicate.ts'
export { plantSlotNames, traceReplicate, type ReplicateTrace } from './model/explain/trace.ts'
export { parameterDraws } from './model/draws/parameterDraws.ts'
export { explain, type Explanation } from './model/explain/explain.ts'
export { plantKinds } from './model/explain/explainEntry.ts'
export { costParts } from './model/explain/explainCosts.ts'
export { rootKey, type Key } from './math/streams.ts'
export { chanceReplicate, checkSampling, fillUniforms, independentSampling, type Sampling } from './math/sampling.ts'

// A published paper under its own closure
export {
  type Comparison as Replication,
  type ComparisonRow as ReplicationRow,
  headMayerMelitzComparison,
  replicateHeadMayerMelitz,
} from './model/replication/headMayerMelitz.ts'
export { paperParameters, type ClosureParameters, type Penalty } from './model/replication/closure.ts'

// Many replicates on threads
export { runMonteCarlo, type MonteCarloRequest, type MonteCarloResult } from './run/monteCarlo.ts'
export { createStopFlag } from './run/pool.ts'
export { memoryStore, readColumns, type BlockStore } from './run/columns.ts'
export { diskStore } from './run/store.ts'
export { growingColumns, type ReadColumn } from './run/growingColumns.ts'
export type { Estimate, RunPlan } from './run/plan.ts'
export type { Failure } from './run/failures.ts'
export { plantSumNames, type ResultShape } from './run/layout.ts'

// What they say
export { groupInterval, groupMeanError, groupQuantileError, samplingGroups, type Groups } from './math/groupError.ts'
export { summarise, type Summary } from './analysis/summary.ts'
export type { Factor, RunTable } from './analysis/sensitivity/factors.ts'
export { designPoints } from './analysis/sensitivity/points.ts'
export { sobolPairs, type SobolPair } from './analysis/sensitivity/sobolPairs.ts'
export { sobolDesign, sobolPointDimensions, sobolRunsInBase } from './analysis/sensitivity/sobolDesign.ts'
export { sobolIndices, type SobolResult } from './analysis/sensitivity/sobolIndices.ts'
export { morrisDesign, morrisRunsInTrajectory } from './analysis/sensitivity/morrisDesign.ts'
export { morrisEffects, type MorrisResult } from './analysis/sensitivity/morrisEffects.ts'
export { plainDesign } from './analysis/sensitivity/plainDesign.ts'
export { pawnIndices, type PawnResult } from './analysis/sensitivity/pawn.ts'
export { binnedIndices, type BinnedResult } from './analysis/sensitivity/binnedIndices.ts'
export { tornadoDesign, tornadoRunsInReplicate } from './analysis/sensitivity/tornadoDesign.ts'
export { tornado, type TornadoResult } from './analysis/sensitivity/tornado.ts'
export { comparePairs, probability, type PairedSummary, type Probability } from './analysis/paired.ts'

// How exactly a run knows what it says
export {
  checkPrecision,
  precisionOf,
  type PrecisionState,
  type PrecisionTarget,
  type Schedule,
} from './analysis/precision/until.ts'
export { estimateOf, type Statistic, type StatisticEstimate } from './analysis/precision/estimate.ts'
export { convergenceOf, doublingBoundaries } from './analysis/precision/convergence.ts'
export { pairingGain, type PairingGain } from './analysis/pairingGain.ts'
export { controlledMean, type Control, type ControlledMean } from './analysis/controlVariates.ts'

// Where an option fails
export { casesOf, type Cases, type Failing } from './analysis/discovery/cases.ts'
export {
  discover,
  usualDiscovery,
  type BoxChoice,
  type CurveStep,
  type Discovery,
  type DiscoveryOptions,
} from './analysis/discovery/discover.ts'
export { featureScores, growTree, pruneTree, type Tree } from './analysis/discovery/tree.ts'

// What to choose, and what it would be worth to know more
export { choiceOf, type Choice, type Option } from './analysis/decisions/choice.ts'
export { compareOptions, type OptionRow } from './analysis/decisions/compareOptions.ts'
export { dominances, type Dominance } from './analysis/decisions/dominance.ts'
export { valueOfPerfectInformation, type PerfectInformation } from './analysis/decisions/perfectInformation.ts'
export {
  replicatesNeeded,
  valueOfPartialInformation,
  type ParameterGroup,
  type PartialInformation,
} from './analysis/decisions/partialInformation.ts'
export { optimumOf, usualOptimum, type Optimum, type OptimumOptions } from './analysis/optimum/optimum.ts'
export { frontOf, type FrontRow, type Judged } from './analysis/optimum/front.ts'
export { regretsOf, satisfyingOf, type RegretRow, type SatisfyingRow } from './analysis/optimum/robust.ts'
