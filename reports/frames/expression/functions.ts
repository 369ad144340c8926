/**
 * Functions that an expression may call, by the names that arquero has for them: those that give the same answer each time and make
 * a number, a text or a truth of numbers and texts. `random`, the functions of dates, lists and objects are left out.
 */
import type { ColumnKind } from '../columns.ts'

/** What an argument must be; `constant` is a number as it stands, the same for all rows. */
type Argument = 'number' | 'text' | 'any' | 'constant'

export interface ExpressionFunction {
  /** Of a row alone, of all rows of a group, or of a row among those of its group, in their order. */
  readonly of: 'row' | 'group' | 'place'
  readonly takes: readonly Argument[]
  /** Fewest arguments that it takes. */
  readonly least: number
  /** True where the last argument may be there any number of times. */
  readonly more: boolean
  /** What it gives; `same` is what its first argument is. */
  readonly gives: ColumnKind | 'same'
}

type Entry = readonly [string, ExpressionFunction]

/** Functions of one kind from a list of words: `?` before an argument that may be left out, `...` after one that may be repeated. */
function entries(of: ExpressionFunction['of'], gives: ExpressionFunction['gives'], words: string): readonly Entry[] {
  return words.split('; ').map((word) => {
    const [, name, list] = /^(\w+)\((.*)\)$/.exec(word) ?? ['', '', '']
    const given = list === '' ? [] : list.split(', ')
    const takes = given.map((one) => argumentNamed(one.replaceAll(/[?.]/g, '')))
    const least = given.filter((one) => !one.startsWith('?')).length
    return [name, { of, gives, takes, least, more: list.endsWith('...') }]
  })
}

function argumentNamed(word: string): Argument {
  return word === 'number' || word === 'text' || word === 'constant' ? word : 'any'
}

/** [name] every function that there is; `missing` is ours: whether a value is not there. */
export const expressionFunctions: ReadonlyMap<string, ExpressionFunction> = new Map([
  ...entries(
    'row',
    'number',
    'abs(number); cbrt(number); ceil(number); exp(number); expm1(number); floor(number); log(number); log10(number); ' +
      'log1p(number); log2(number); pow(number, number); round(number); sign(number); sqrt(number); trunc(number); ' +
      'greatest(number...); least(number...); length(text)',
  ),
  ...entries(
    'row',
    'truth',
    'is_nan(number); is_finite(number); missing(any); startswith(text, text); endswith(text, text)',
  ),
  ...entries('row', 'truth', 'includes(text, text)'),
  ...entries('row', 'text', 'lower(text); upper(text); trim(text); substring(text, number, ?number)'),
  ...entries(
    'group',
    'number',
    'count(); valid(any); invalid(any); distinct(any); sum(number); product(number); mean(number); average(number); ' +
      'variance(number); variancep(number); stdev(number); stdevp(number); median(number); quantile(number, constant); ' +
      'covariance(number, number); covariancep(number, number); corr(number, number)',
  ),
  ...entries('group', 'same', 'min(any); max(any); mode(any); any(any)'),
  ...entries(
    'place',
    'number',
    'row_number(); rank(); avg_rank(); dense_rank(); percent_rank(); cume_dist(); ntile(constant)',
  ),
  ...entries(
    'place',
    'same',
    'lag(any, ?constant); lead(any, ?constant); first_value(any); last_value(any); nth_value(any, constant)',
  ),
])
