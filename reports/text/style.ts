export interface Style {
  readonly bold: (text: string) => string
}

export const plainStyle: Style = { bold: (text) => text }
export const ansiStyle: Style = { bold: (text) => `\u001B[1m${text}\u001B[22m` }
