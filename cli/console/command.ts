/**
 * What a command is, without the library that parses command lines: `main.ts` hands these to it. Files of commands import
 * nothing heavy at the top, so that `plantshift --help` answers at once; their work is imported when they run.
 */

/** One `--option`, described in the parser's notation, as in `--seed <integer>`. */
export interface OptionDefinition {
  readonly flags: string
  readonly description: string
  /** Reads the text given, and what it has read of the same option before; throws an error of kind `usage` that says what is allowed. */
  readonly parse?: (text: string, before?: unknown) => unknown
}

export type OptionValues = Readonly<Record<string, unknown>>

export interface CommandDefinition {
  /** Name and arguments in the parser's notation, as in `run <scenario>`. */
  readonly usage: string
  readonly summary: string
  readonly description: string
  /** Shown under the help; the first line is a command that works as it stands. */
  readonly example: string
  readonly options: readonly OptionDefinition[]
  /** @returns the exit code */
  readonly action: (arguments_: readonly string[], options: OptionValues) => Promise<number>
}
