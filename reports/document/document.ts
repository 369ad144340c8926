/**
 * A report as a document: sections of paragraphs, tables and figures, all in words and numbers that are ready to be
 * shown. It is made once from the report's data; every format is a plain rendering of it.
 */
import type { TargetWords } from '../text/targetText.ts'

export interface Cell {
  /** What is shown, with no more digits than the Monte Carlo error supports; it may have two lines. */
  readonly text: string
  /** What the CSV holds: the figure at the precision of the CSV files; the shown text where there is no figure. */
  readonly value: string
}

export interface TableColumn {
  /** Name in the CSV. */
  readonly key: string
  readonly title: string
  readonly align: 'left' | 'right'
}

export interface TableGroup {
  /** Heads the rows below it; empty for no heading. */
  readonly title: string
  /** The same in the CSV, where units are those of the figures there; the title unless given. */
  readonly csvTitle?: string
  readonly rows: readonly (readonly Cell[])[]
}

export interface DocumentTable {
  /** Name of its CSV file, without the ending. */
  readonly id: string
  readonly caption: string
  readonly columns: readonly TableColumn[]
  readonly groups: readonly TableGroup[]
  /** What its CSV holds where the cells have more than a figure each. */
  readonly data?: { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }
}

/**
 * What an interval in a picture is of. They are never mixed: `spread` is how far replicates lie from each other, from
 * uncertain parameters and chance within one scenario; `sampling` is Monte Carlo error; `none` has no interval.
 * Scenarios are always shown side by side, never pooled.
 */
export type Shows = 'spread' | 'sampling' | 'both' | 'none'

export interface Figure {
  /** Name of its SVG file, without the ending. */
  readonly id: string
  readonly title: string
  readonly caption: string
  readonly shows: Shows
  /** Drawn for a page, and for the width of a telephone or half a page. */
  readonly wide: string
  readonly narrow: string
  /** Two figures of half a page may stand beside each other. */
  readonly size: 'full' | 'half'
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'figures'; readonly figures: readonly Figure[] }
  /** A table that is `behind` a figure is folded away on a screen. */
  | { readonly kind: 'table'; readonly table: DocumentTable; readonly behind: boolean }

export interface Section {
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
}

export interface ReportDocument {
  /** Name of the run. */
  readonly name: string
  readonly question: string
  /** What is compared with what, in titles: the first line of every form. */
  readonly against: string
  /** Of which outcomes the sign is open, in a sentence that stands before all else; empty where every sign is settled. */
  readonly unsettled: string
  /** Each answers the question for one option, with its interval: in a sentence, and what more there is to say, a paragraph a line. */
  readonly answers: readonly { readonly text: string; readonly more: string }[]
  /** Which of several options is the best on average, by outcome. */
  readonly chosen: readonly string[]
  /** How likely each target is to be missed, a sentence each, and how to read it; empty where none was asked for. */
  readonly targets: TargetWords
  /** How to read the brackets of the answers. */
  readonly reading: string
  /** What is wrong or thin about this run, and the two or three caveats that matter most. */
  readonly warnings: readonly string[]
  readonly caveats: readonly string[]
  /** Options in a line each. */
  readonly options: readonly string[]
  /** The decision in one small table, for the brief. */
  readonly brief: DocumentTable | undefined
  /** The figure that goes with it. */
  readonly briefFigure: Figure | undefined
  readonly sections: readonly Section[]
  readonly reproduce: string
  /** Version, seed, replicates: one line. */
  readonly foot: string
}

/** A block of running text. */
export function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

/** A cell that holds no figure. */
export function words(text: string): Cell {
  return { text, value: text }
}

/** All tables and figures of a document, in its order, each once. */
export function tablesOf(document: ReportDocument): readonly DocumentTable[] {
  return document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
  )
}

/** All figures of a document, in its order. */
export function figuresOf(document: ReportDocument): readonly Figure[] {
  return document.sections.flatMap((section) => figuresOfSection(section))
}

/** Figures of one section, in its order. */
export function figuresOfSection({ blocks }: Section): readonly Figure[] {
  return blocks.flatMap((block) => (block.kind === 'figures' ? block.figures : []))
}

export const showsText: Readonly<Record<Shows, string>> = {
  spread:
    'Intervals: 5% to 95% of replicates, which is uncertainty about parameters and chance within one option. Not ' +
    'Monte ' +
    'Carlo error, and never several options in one interval.',
  sampling:
    'Intervals: Monte Carlo error only. More replicates make them shorter; uncertainty about parameters is ' +
    'not in them.',
  both:
    'Wide band: 5% to 95% of replicates, uncertainty about parameters and chance. Short bars: Monte Carlo error of ' +
    'the mean, ' +
    '90%. The two are drawn apart and never added.',
  none: 'No interval is drawn here.',
}
