/** Opens what somebody asked for by `--open`: never anything else, and never in CI, where nobody looks. */
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import type { OptionValues } from './command.ts'
import { flagOption } from './options.ts'
import { printMessage } from './print.ts'

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
}

/** @param address of a page, or the path of a file */
export function openIfAsked(options: OptionValues, address: string): void {
  if (!flagOption(options, 'open')) return
  const { CI } = process.env
  if (CI !== undefined && CI !== '' && CI !== 'false') {
    printMessage('--open: nothing is opened in CI')
    return
  }
  const [program, ...words] = openers[process.platform] ?? ['xdg-open']
  const place = /^https?:/.test(address) ? address : resolve(address)
  const started = spawn(program, [...words, place], { stdio: 'ignore', detached: true })
  started.on('error', () => printMessage(`no browser could be opened with ${program}; open it yourself: ${place}`))
  started.unref()
}
