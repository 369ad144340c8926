/** The tree of a formula against the list of what is allowed. */
import type {
  AccessorNode,
  ConditionalNode,
  ConstantNode,
  FunctionNode,
  MathNode,
  OperatorNode,
  ParenthesisNode,
  SymbolNode,
} from './mathTree.ts'
import type { Formula, Operation } from '../../engine/math/formula.ts'
import { nameHint, nearestName } from '../file/nearest.ts'
import { type KnownFormula, type Read, refuse } from './refusal.ts'

/** A part of a formula: a number, or a condition. */
export interface Walked {
  readonly formula: Formula
  readonly kind: 'number' | 'condition'
}

/** @throws a refusal for what is not allowed */
export function walk(node: MathNode, read: Read): Walked {
  switch (node.type) {
    case 'ConstantNode':
      return constant((node as ConstantNode).value, read)
    case 'SymbolNode':
      return named((node as SymbolNode).name, read)
    case 'AccessorNode':
      return named(pathOf(node as AccessorNode, read), read)
    case 'ParenthesisNode':
      return walk((node as ParenthesisNode).content, read)
    case 'OperatorNode':
      return operator(node as OperatorNode, read)
    case 'FunctionNode':
      return call(node as FunctionNode, read)
    case 'ConditionalNode': {
      const { condition, trueExpr, falseExpr } = node as ConditionalNode
      return choice([condition, trueExpr, falseExpr], read)
    }
    default:
      return refuse(otherNodes[node.type] ?? `holds what formulas do not have (${node.type})`, read.text, '')
  }
}

/** What mathjs can read and a formula here is not. */
const otherNodes: Readonly<Record<string, string>> = {
  RelationalNode: 'holds a chain of comparisons; write it as in a < b and b < c',
  AssignmentNode: 'holds =, which compares nothing; write == to compare',
  FunctionAssignmentNode: 'defines a function; formulas use those that there are',
  BlockNode: 'holds several formulas; write one',
  ArrayNode: 'holds a list; formulas are of numbers',
  ObjectNode: 'holds a map; formulas are of numbers',
  RangeNode: 'holds a range; formulas are of numbers',
}

function constant(value: unknown, { text }: Read): Walked {
  if (typeof value === 'boolean') return { formula: { kind: 'number', value: Number(value) }, kind: 'condition' }
  if (typeof value === 'number' && Number.isFinite(value)) return { formula: { kind: 'number', value }, kind: 'number' }
  const shown = typeof value === 'string' ? JSON.stringify(value) : String(value)
  return refuse(`${shown} is no finite number`, text, typeof value === 'string' ? value : shown)
}

/** As in `output.US`; nothing else may be reached by a dot. */
function pathOf({ object, index }: AccessorNode, { text }: Read): string {
  const [dimension] = index.dimensions
  const isPlain = object.type === 'SymbolNode' && index.dotNotation && index.dimensions.length === 1
  if (isPlain && dimension.type === 'ConstantNode') {
    return `${(object as SymbolNode).name}.${String((dimension as ConstantNode).value)}`
  }
  return refuse('reaches into something by brackets or by several dots; outcomes are named as in output.US', text, '')
}

function named(name: string, read: Read): Walked {
  const known = read.allowed.derived?.get(name)
  if (known !== undefined) return inlined(known, read)
  if (read.allowed.outcomes.includes(name)) return { formula: input(read, name, false), kind: 'number' }
  const names = [...(read.allowed.derived?.keys() ?? []), ...read.allowed.outcomes]
  const nearest = nearestName(name, names)
  return refuse(`unknown outcome: ${name}; ${nameHint(name, names)}`, read.text, name, undefined, nearest)
}

function input({ inputs }: Read, outcome: string, ofBaseline: boolean): Formula {
  const found = inputs.findIndex((one) => one.outcome === outcome && one.ofBaseline === ofBaseline)
  if (found >= 0) return { kind: 'input', input: found }
  inputs.push({ outcome, ofBaseline })
  return { kind: 'input', input: inputs.length - 1 }
}

/** A derived outcome in another formula stands for its own. */
function inlined({ formula, inputs, isCondition }: KnownFormula, read: Read): Walked {
  const moved = withInputs(formula, (n) => input(read, inputs[n].outcome, inputs[n].ofBaseline))
  return { formula: moved, kind: isCondition ? 'condition' : 'number' }
}

function withInputs(formula: Formula, of: (input: number) => Formula): Formula {
  if (formula.kind === 'input') return of(formula.input)
  if (formula.kind === 'number') return formula
  return { ...formula, of: formula.of.map((part) => withInputs(part, of)) }
}

/** [operator of mathjs] ours, and what it is of. */
const operators: Readonly<Record<string, readonly [Operation, 'number' | 'condition', 'number' | 'condition']>> = {
  add: ['add', 'number', 'number'],
  subtract: ['subtract', 'number', 'number'],
  multiply: ['multiply', 'number', 'number'],
  divide: ['divide', 'number', 'number'],
  pow: ['power', 'number', 'number'],
  unaryMinus: ['negate', 'number', 'number'],
  smaller: ['less', 'number', 'condition'],
  smallerEq: ['lessOrEqual', 'number', 'condition'],
  larger: ['more', 'number', 'condition'],
  largerEq: ['moreOrEqual', 'number', 'condition'],
  equal: ['equal', 'number', 'condition'],
  unequal: ['unequal', 'number', 'condition'],
  and: ['and', 'condition', 'condition'],
  or: ['or', 'condition', 'condition'],
  not: ['not', 'condition', 'condition'],
}

function operator(node: OperatorNode, read: Read): Walked {
  const { op, fn, implicit, args } = node
  if (op === '%' || Reflect.get(node, 'isPercentage') === true) {
    return refuse('holds a percent sign, whose meaning hangs on what follows; write 0.25 for 25%', read.text, '%')
  }
  if (implicit)
    refuse(
      'leaves out an operator or holds a unit; write * between factors, and numbers without units',
      read.text,
      '',
      joined(read.text),
    )
  if (fn === 'unaryPlus') return ofKind(args[0], 'number', read)
  const found = Object.hasOwn(operators, fn) ? operators[fn] : undefined
  if (found === undefined) {
    const instead = { '&': 'and', '|': 'or', '!': 'not' }[String(op)]
    const hint = instead === undefined ? 'allowed are + - * / ^ < <= > >= == != and or not' : `write ${instead}`
    return refuse(`has no operator ${String(op)}; ${hint}`, read.text, op)
  }
  const [operation, of, kind] = found
  if (fn === 'not' && walk(args[0], read).kind === 'number') {
    return refuse('has not before a number, since not binds before comparisons; write not (a > b)', read.text, 'not')
  }
  const parts = args.map((part) => ofKind(part, of, read).formula)
  return { formula: { kind: 'operation', operation, of: parts }, kind }
}

/** Sign at which something follows a number, a name or a bracket with nothing between them, from 1. */
function joined(text: string): number {
  // Exponents are letters between digits, and no names.
  const plain = text.replace(/\d[\d.]*(?:e[+-]?\d+)?/gi, (number) => '0'.repeat(number.length))
  const words = plain.replace(/\b(?:and|or|not|xor|mod|to|in)\b/g, (word) => '+'.repeat(word.length))
  const found = /(?:0\s*(?=[A-Za-z_(])|[\w)]\s+(?=[\w(])|\)\s*(?=[\w(]))/.exec(words)
  return found === null ? 1 : found.index + found[0].length + 1
}

/** A part that must be a number, or a condition. */
function ofKind(node: MathNode, kind: Walked['kind'], read: Read): Walked {
  const walked = walk(node, read)
  if (walked.kind === kind) return walked
  const token = node.toString()
  return kind === 'number'
    ? refuse('holds a condition where a number is wanted; write if(condition, 1, 0)', read.text, token)
    : refuse('holds a number where a condition is wanted, as in output.US > 1e6', read.text, token)
}

const functions: Readonly<Record<string, Operation>> = {
  min: 'min',
  max: 'max',
  exp: 'exp',
  log: 'log',
  abs: 'abs',
  sqrt: 'sqrt',
}
const functionNames = [...Object.keys(functions), 'if', 'change', 'outcome']

function call({ fn, args }: FunctionNode, read: Read): Walked {
  const name = fn.type === 'SymbolNode' ? fn.name : fn.toString()
  if (name === 'if')
    return args.length === 3 ? choice(args, read) : wrongCount(name, 'a condition and two values', read)
  if (name === 'outcome') return quoted(args, read)
  if (name === 'change') return changeOf(args, read)
  const operation = Object.hasOwn(functions, name) ? functions[name] : undefined
  if (operation === undefined) {
    const hint = nameHint(name, functionNames)
    return refuse(`unknown function: ${name}; ${hint}`, read.text, name, undefined, nearestName(name, functionNames))
  }
  const parts = args.map((part) => ofKind(part, 'number', read).formula)
  if (operation !== 'min' && operation !== 'max') {
    if (parts.length !== 1) return wrongCount(name, 'one number', read)
    return { formula: { kind: 'operation', operation, of: parts }, kind: 'number' }
  }
  if (parts.length < 2) return wrongCount(name, 'two numbers or more', read)
  const formula = parts.reduce((all, part): Formula => ({ kind: 'operation', operation, of: [all, part] }))
  return { formula, kind: 'number' }
}

function wrongCount(name: string, takes: string, { text }: Read): never {
  return refuse(`${name} takes ${takes}`, text, name)
}

/** `if(condition, a, b)`, and `condition ? a : b`. */
function choice([condition, holds, fails]: readonly MathNode[], read: Read): Walked {
  const is = ofKind(condition, 'condition', read)
  const yes = walk(holds, read)
  const no = ofKind(fails, yes.kind, read)
  const of = [is.formula, yes.formula, no.formula]
  return { formula: { kind: 'operation', operation: 'if', of }, kind: yes.kind }
}

/** `outcome("dutiableShare.CA+MX")`, for names that hold signs. */
function quoted(args: readonly MathNode[], read: Read): Walked {
  const [argument] = args
  const name: unknown = argument?.type === 'ConstantNode' ? (argument as ConstantNode).value : undefined
  if (args.length !== 1 || typeof name !== 'string') return wrongCount('outcome', 'one name in quotes', read)
  return named(name, read)
}

/** `change(x)`: x less what it is for the baseline in the same replicate. */
function changeOf(args: readonly MathNode[], read: Read): Walked {
  if (read.allowed.change !== true) {
    return refuse('has change(), which needs a baseline, and there is none here', read.text, 'change')
  }
  if (args.length !== 1) return wrongCount('change', 'one number', read)
  const { formula } = ofKind(args[0], 'number', read)
  const before = withInputs(formula, (n) => input(read, read.inputs[n].outcome, true))
  return { formula: { kind: 'operation', operation: 'subtract', of: [formula, before] }, kind: 'number' }
}
