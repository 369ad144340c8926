/** What threads are told of a part of a study. Large and equal things are packed once, for all threads and all parts. */
import { serialize } from 'node:v8'
import type { CompiledScenario } from '../model/inputs/policy.ts'
import type { PackedScenarios, PartSetup } from './tasks.ts'

/** A part before its scenarios are packed. */
export type UnpackedPart = Omit<PartSetup, 'number' | 'scenarios'> & { readonly scenarios: readonly CompiledScenario[] }

/** Makes the setups of the parts of one study, which need not be all at hand. */
export function partSetups(): (part: UnpackedPart) => PartSetup {
  let parts = 0
  let last: { readonly packed: PackedScenarios; readonly scenarios: readonly CompiledScenario[] } | undefined
  return ({ scenarios, ...part }) => {
    if (last === undefined || !areSamePolicies(last.scenarios, scenarios)) {
      last = { scenarios, packed: { number: (last?.packed.number ?? 0) + 1, bytes: inSharedMemory(scenarios) } }
    }
    parts += 1
    return { ...part, number: parts, scenarios: last.packed }
  }
}

/** Whether scenarios differ in no more than their names. */
function areSamePolicies(some: readonly CompiledScenario[], others: readonly CompiledScenario[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, s) => {
      const { name: _, title: __, ...said } = one
      const other = new Map(Object.entries(others[s]))
      return Object.entries(said).every(([key, value]) => other.get(key) === value)
    })
  )
}

function inSharedMemory(scenarios: readonly CompiledScenario[]): Uint8Array {
  const bytes = serialize(scenarios)
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length))
  shared.set(bytes)
  return shared
}
