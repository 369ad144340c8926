/** Replicates whose thread died or ran out of memory: how many there are, and what a reader must know of them. */

/** A report that may lack replicates. */
export interface MayLack {
  /** Replicates whose thread died or ran out of memory, which can be tried again; absent where there are none. */
  readonly lostReplicates?: number
}

/** The field that says how many replicates are lost, where any is. */
export function lostPart(lostReplicates: number): MayLack {
  return lostReplicates === 0 ? {} : { lostReplicates }
}

/** What a reader must know of replicates that are lost; nothing where none is. */
export function lostWarning({ lostReplicates }: MayLack): readonly string[] {
  if (lostReplicates === undefined) return []
  const [are, them] = lostReplicates === 1 ? ['replicate is', 'it'] : ['replicates are', 'them']
  return [
    `${lostReplicates} ${are} lost: the thread that computed ${them} died or ran out of memory, and no figure has ${them}. Resume on ` +
      `the folder of the result tries ${them} again.`,
  ]
}
