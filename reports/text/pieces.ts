/** A text as sentences and tables, before anybody knows how wide it may be: for terminals it is broken into lines, pages lay it out. */
import { type Column, tableLines, wrapText } from '../words/table.ts'

/** Rows of texts; a row of one cell is a heading, and one without a title holds rules above what follows. */
export interface PieceTable {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
}

/** A paragraph whose further lines stand a little to the right where lines are short. */
export interface Hanging {
  readonly text: string
  readonly indent: string
}

/** A paragraph or a table. */
export type Piece = string | Hanging | PieceTable

/** What stands together. */
export type Pieces = readonly Piece[]

/** The sections as lines of text with an empty line between them. @param width characters in a line */
export function piecesText(sections: readonly Pieces[], width: number): string {
  const lines = sections.map((pieces) => pieces.flatMap((piece) => pieceLines(piece, width)))
  return `${lines.map((section) => section.join('\n')).join('\n\n')}\n`
}

function pieceLines(piece: Piece, width: number): readonly string[] {
  if (typeof piece === 'string') return wrapText(piece, width)
  return 'text' in piece ? wrapText(piece.text, width, piece.indent) : tableLines(piece.columns, piece.rows, width)
}
