/** A plain text table: columns as wide as their contents, numbers to the right, words to the left. */

export interface Column {
  readonly title: string
  readonly align: 'left' | 'right'
  /** Where the table is too wide it is left out, the lowest number first; a column without a number stays. */
  readonly leave?: number
}

/** Characters in a line where nobody says how wide it may be, as in a file. */
export const usualWidth = 80

type Rows = readonly (readonly string[])[]

const gap = '  '

/**
 * Lines of the table, heading first. A row of one cell is a heading that spans all columns.
 *
 * @param width most characters in a line: columns that may be left out are, then words of the first column are broken into lines
 */
export function tableLines(columns: readonly Column[], rows: Rows, width: number = Infinity): readonly string[] {
  const kept = fittingColumns(columns, rows, width)
  const cellsOf = (row: readonly string[]): readonly string[] =>
    row.length === 1 ? row : kept.map((c) => row[c] ?? '')
  return alignedLines(
    kept.map((c) => columns[c]),
    rows.map(cellsOf),
    width,
  )
}

function widthsOf(columns: readonly Column[], rows: Rows): readonly number[] {
  return columns.map(({ title }, c) =>
    Math.max(title.length, ...rows.map((row) => (row.length === 1 ? 0 : (row[c] ?? '').length))),
  )
}

/** A longer first column is broken before other columns are left out. */
const widestName = 30

/** Positions of the columns that have room. */
function fittingColumns(columns: readonly Column[], rows: Rows, width: number): readonly number[] {
  const [first, ...others] = widthsOf(columns, rows)
  const widths = [Math.min(first, widestName), ...others]
  const whole = (kept: readonly number[]): number =>
    kept.reduce((sum, c) => sum + widths[c], 0) + gap.length * (kept.length - 1)
  let kept = columns.map((_, c) => c)
  const mayGo = kept
    .filter((c) => columns[c].leave !== undefined)
    .toSorted((one, other) => (columns[one].leave ?? 0) - (columns[other].leave ?? 0))
  for (const c of mayGo) if (whole(kept) > width) kept = kept.filter((other) => other !== c)
  return kept
}

/** The first column is as wide as the others leave room for, and no narrower than its longest word. */
function alignedLines(columns: readonly Column[], rows: Rows, width: number): readonly string[] {
  const [first, ...others] = widthsOf(columns, rows)
  const room = width - others.reduce((sum, one) => sum + gap.length + one, 0)
  const longest = Math.max(...rows.flatMap(([name = '']) => name.split(' ').map((word) => word.length)))
  const widths = [Math.min(first, Math.max(room, longest + indentOf(rows))), ...others]
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, c) => (columns[c].align === 'right' ? cell.padStart(widths[c]) : cell.padEnd(widths[c])))
      .join(gap)
      .trimEnd()
  const lines = ([name, ...cells]: readonly string[]): readonly string[] => {
    const names = columns[0].align === 'right' ? [name] : brokenName(name, widths[0])
    return names.map((part, n) => line([part, ...(n === 0 ? cells : [])]))
  }
  return [
    ...lines(columns.map(({ title }) => title)),
    ...rows.flatMap((row) => (row.length === 1 ? brokenName(row[0], width) : lines(row))),
  ]
}

function indentOf(rows: Rows): number {
  return Math.max(0, ...rows.map(([name = '']) => name.length - name.trimStart().length))
}

/** A name in lines, with the indent that it has; later lines a little further in. */
function brokenName(name: string, width: number): readonly string[] {
  if (name.length <= width) return [name]
  const indent = name.slice(0, name.length - name.trimStart().length)
  return wrapText(name.trimStart(), width - indent.length, '  ').map((line) => indent + line)
}

/** Breaks a sentence into lines of at most `width`, the later ones indented. */
export function wrapText(text: string, width: number, indent: string = ''): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = indent + word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}
