import { usageError } from '../../engine/run/errors.ts'
import { exitCodeOf, failureLines } from '../../cli/console/failure.ts'
import { test, expect } from 'vitest'
import { studyExitCode } from '../../cli/actions/studyResults.ts'
import { reproduceLine, commandLine } from '../../studies/plan/commandLine.ts'
import { wholeNumber } from '../../cli/console/options.ts'

test('a run with more than a twentieth of its replicates failed is an error', () => {
  expect(studyExitCode({ interrupted: false, replicates: 100, goodReplicates: 95 })).toBe(0)
  expect(studyExitCode({ interrupted: false, replicates: 100, goodReplicates: 94 })).toBe(1)
  expect(studyExitCode({ interrupted: true, replicates: 100, goodReplicates: 0 })).toBe(130)
})

test('a run that lost a few replicates with their thread has an exit code of its own', () => {
  const report = { interrupted: false, replicates: 100, goodReplicates: 97, lostReplicates: 3 }
  expect(studyExitCode(report)).toBe(3)
  expect(studyExitCode({ ...report, goodReplicates: 80, lostReplicates: 20 })).toBe(1)
  expect(studyExitCode({ ...report, interrupted: true })).toBe(130)
})

test('the reproduce line survives a shell', () => {
  const line = reproduceLine('plantshift', { command: commandLine('run', ["it's mine.yaml"], undefined), seed: 1 }, 2)
  expect(line).toContain("run 'it'\\''s mine.yaml' --replicates 2 --seed 1")
  expect(commandLine('run', ['base'], 'content-85', { sampler: 'sobol' })).toBe(
    'run base --baseline content-85 --sampler sobol',
  )
})

test('an error of the disk has the exit code of input and output, and a remedy', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' })
  expect(exitCodeOf(full)).toBe(74)
  expect(failureLines(full)).toEqual(['the disk is full; free some space and try again, or choose another folder'])
  const readOnly = Object.assign(new Error('EROFS'), { code: 'EROFS', syscall: 'mkdir', path: 'out/a' })
  expect(failureLines(readOnly)[0]).toMatch(/^out\/a: .*read-only/)
})

test('every problem of an input has a line of its own, with its place', () => {
  const problems = [
    { file: 'a.yaml', line: 3, column: 7, message: 'unknown key' },
    { file: 'b.csv', line: 2, column: 'sales', message: 'not a number' },
    { file: 'c.csv', message: 'missing' },
  ]
  const error = Object.assign(new Error('three problems'), { kind: 'scenario', problems })
  expect(failureLines(error)).toEqual(['a.yaml:3:7: unknown key', 'b.csv:2:sales: not a number', 'c.csv: missing'])
  expect(exitCodeOf(error)).toBe(65)
})

test('an error that nobody foresaw is one of the engine', () => {
  expect(exitCodeOf(new TypeError('x is not a function'))).toBe(78)
  expect(exitCodeOf(usageError('no'))).toBe(2)
})

test.each(['0', '-1', '1.5', '1e3', '', 'ten', '11'])('a count from 1 to 10 is not %s', (text) => {
  expect(() => wholeNumber('--count', 1, 10)(text)).toThrow(/--count: .* from 1 to 10/)
})
