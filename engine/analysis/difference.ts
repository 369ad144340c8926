/** Differences between two scenarios, replicate by replicate: what common draws are for. */

/** An outcome of one scenario in one year. */
export interface ReplicateColumn {
  /** [replicate] NaN where it failed. */
  readonly values: Float64Array
  /** [replicate] 0 where it is good. */
  readonly status: Uint8Array
}

/** The outcome less that of the baseline in the same replicate; bad where either is. */
export function differenceFrom<Column extends ReplicateColumn>(column: Column, baseline: ReplicateColumn): Column {
  return {
    ...column,
    values: column.values.map((value, d) => value - baseline.values[d]),
    status: column.status.map((state, d) => Math.max(state, baseline.status[d])),
  }
}
