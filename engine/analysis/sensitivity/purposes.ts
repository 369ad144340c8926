/**
 * What the streams of a sensitivity analysis are for. They share the root of the run with the draws of replicates,
 * whose purposes are small numbers; these begin at 1001, so that no stream is read twice.
 */
export const sensitivityPurpose = {
  bootstrap: 1001,
  trajectory: 1002,
  dummy: 1003,
  points: 1004,
  padding: 1005,
} as const
