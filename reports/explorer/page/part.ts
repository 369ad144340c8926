/** What a part of the page is: a section with an answer, drawn from the store. `parts/all.ts` lists them in their order. */
import type { ComponentType } from './kit.ts'
import type { Store } from './store.ts'

export interface Part {
  /** Of its section, for links and tests. */
  readonly id: string
  readonly title: string
  /** Families of outcomes whose rows it reads in the picture's report. */
  readonly families: readonly string[]
  /** Heads the whole page in place of the question of the option, which then heads what is computed anew. */
  readonly heading?: string
  readonly Content: ComponentType<{ readonly store: Store }>
}
