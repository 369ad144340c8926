/**
 * What the page and its worker for files tell each other. That worker holds what only files need (YAML, their shape, CSV); it starts
 * when somebody first opens or takes away a file, and nothing that comes from a file runs in it.
 */
import type { ScenarioFile } from '../../../scenarios/file/scenario.ts'
import type { Report } from '../../data/report.ts'
import type { DocumentTable } from '../../document/document.ts'
import type { PageScenario } from '../data/pageData.ts'

/** A file as text. */
export interface TextFile {
  readonly name: string
  readonly text: string
}

/** A scenario as data, with what stands above it in its file. */
export interface PlainScenario {
  readonly name: string
  readonly comment: readonly string[]
  readonly content: ScenarioFile
}

export type FileQuestion =
  /** Scenario files, and what they name beside them, are checked as `validate` would. */
  | { readonly kind: 'read'; readonly files: readonly TextFile[] }
  /** The tables of a report as a result folder has them. */
  | { readonly kind: 'tables'; readonly report: Report }
  /** One table of the page. */
  | { readonly kind: 'table'; readonly table: DocumentTable }
  /** Scenarios as YAML. */
  | { readonly kind: 'write'; readonly scenarios: readonly PlainScenario[] }

/** Scenarios that can be chosen on the page, and what was said of their files. */
export interface ReadFiles {
  readonly scenarios: readonly PageScenario[]
  /** Sentences in the words of `validate`; where there are any of a file, it is not among the scenarios. */
  readonly problems: readonly string[]
  /** What is unusual, but allowed. */
  readonly warnings: readonly string[]
}

/** What is answered, by the kind of question. */
export interface FileAnswers {
  readonly read: ReadFiles
  readonly tables: readonly TextFile[]
  readonly table: TextFile
  readonly write: readonly TextFile[]
}

export type ToFiles =
  /** Comes first. @param data see `PageData`, packed. @param library texts of the library's scenarios by name, JSON */
  | { readonly kind: 'begin'; readonly data: string; readonly library: string }
  | { readonly kind: 'ask'; readonly number: number; readonly question: FileQuestion }

export type FromFiles =
  | { readonly kind: 'answer'; readonly number: number; readonly answer: FileAnswers[keyof FileAnswers] }
  | { readonly kind: 'unanswered'; readonly number: number; readonly message: string }
