/** A finding of fewer replicates than the report has, because the run was made longer after it was sought. */
import { decimalText } from '../words/numbers.ts'

/** What is to be said of it; empty where the finding is of all replicates, or does not say of how many it is. */
export function staleText(found: number | undefined, { replicates }: { readonly replicates: number }): string {
  if (found === undefined || found === replicates) return ''
  return (
    `Sought on ${decimalText(found, 0)} replicates; the report now has ${decimalText(replicates, 0)}. ` +
    'The command at the end of the report seeks it on all of them.'
  )
}
