#!/usr/bin/env node
/** `plantshift` as a process: its words are the program's, its exit code is the program's. */
import { exitCode, failureLines } from './console/failure.ts'
import { runProgram } from './program.ts'

/** Somebody who reads only the first lines of a result, as `head` does, is not an error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCode.done)
  if (error.code === 'EIO') return
  process.stderr.write(`standard output: ${failureLines(error)[0]}\n`)
  process.exit(exitCode.inputOutput)
})
/** Where nobody hears messages any more, since the terminal is closed or what reads them has ended, the work goes on. */
process.stderr.on('error', () => undefined)

process.exitCode = await runProgram(process.argv.slice(2))
