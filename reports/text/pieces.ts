/** A text as sentences and tables, before anybody knows how wide it may be: for terminals it is broken into lines, pages lay it out. */
import { type Column, tableLines, wrapText } from '../words/table.ts'

/** Rows of texts; a row of one cell is a heading, and one without a title holds rules above what follows. */
export interface PieceTable {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
}

/** A paragraph or a table. */
export type Piece = string | PieceTable

/** What stands together. */
export type Pieces = readonly Piece[]

/** The sections as lines of text with an empty line between them. @param width characters in a line */
export function piecesText(sections: readonly Pieces[], width: number): string {
  const lines = sections.map((pieces) =>
    pieces.flatMap((piece) =>
      typeof piece === 'string' ? wrapText(piece, width) : tableLines(piece.columns, piece.rows, width),
    ),
  )
  return `${lines.map((section) => section.join('\n')).join('\n\n')}\n`
}
