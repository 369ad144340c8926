/** One value of a list: it holds from its date on; the first may leave the date out and holds from the start. */
export interface DatedValue {
  readonly from?: string | undefined
  readonly value: number
}

/** A number, or numbers with the dates from which they hold. Before the first date the value is 0. */
export type Dated = number | readonly DatedValue[]

/** Content that a programme asks, as shares of the vehicle's value. */
export interface ContentRule {
  /** Content of the US. */
  readonly us?: Dated | null | undefined
  /** Labour value content, met in the US or Canada. */
  readonly labour?: Dated | null | undefined
  /** Points of labour value content that credits for technology and assembly can meet. */
  readonly labourCredits?: Dated | null | undefined
  /** Regional value content: US, Canada and Mexico, Chinese-owned suppliers there included. */
  readonly regional?: Dated | null | undefined
  /** Everything but what comes from China. */
  readonly nonChinese?: Dated | null | undefined
  /** True where Chinese-owned suppliers in Mexico count as Chinese, not as Mexican. */
  readonly chineseOwnedSuppliersAreChinese?: boolean | null | undefined
  /** Part of the regional content counted beyond what is there that customs admits; all of it where nothing is written. */
  readonly rollUp?: Dated | null | undefined
  /** Steel and aluminium melted and poured in the three countries, as a share of the metals in parts. */
  readonly metals?: Dated | null | undefined
  /** Regional content of core parts, as a share of their own value. */
  readonly core?: Dated | null | undefined
  /** USD an hour of the base year that work must be paid to count as labour value content; 16 where nothing is written. */
  readonly labourWage?: Dated | null | undefined
}

export type Powertrain = 'electric' | 'combustion'

export type ByName<T> = Readonly<Record<string, T>>
export type ByKey<K extends string, T> = { readonly [key in K]?: T | undefined }

/** A value of a lever: a number, one of its names, or whether it is on. */
export type LeverValue = number | string | boolean
