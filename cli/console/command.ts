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
  /** Where it is one of a few words: those words. */
  readonly choices?: readonly string[]
}

export type OptionValues = Readonly<Record<string, unknown>>

/** An option as it was given, for commands in which their order says something. */
export interface GivenOption {
  /** As in `filter` for `--filter`. */
  readonly name: string
  readonly text: string
}

export interface CommandDefinition {
  /** Name and arguments in the parser's notation, as in `run <scenario>`. */
  readonly usage: string
  readonly summary: string
  readonly description: string
  /** Shown under the help; the first line is a command that works as it stands. */
  readonly example: string
  readonly options: readonly OptionDefinition[]
  /** Of arguments that are one of a few words: those words, by the name of the argument in `usage`. */
  readonly choices?: Readonly<Record<string, readonly string[]>>
  /** @param given options with a text, in the order of the command line @returns the exit code */
  readonly action: (
    arguments_: readonly string[],
    options: OptionValues,
    given: readonly GivenOption[],
  ) => Promise<number>
}
