/** Serves the explorer's page, or writes it. */
import { copyFileSync, existsSync, lstatSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileError, usageError } from '../../engine/run/errors.ts'
import { pageFolder } from '../../reports/explorer/data/files.ts'
import { oneFileOf } from '../../reports/explorer/data/wholePage.ts'
import { withGiven } from '../../reports/explorer/data/given.ts'
import { givenScenario } from '../../reports/explorer/data/libraryData.ts'
import type { Given, GivenSettings } from '../../reports/explorer/data/pageData.ts'
import { laterFiles } from '../../reports/explorer/data/laterFiles.ts'
import { pack } from '../../reports/explorer/data/pack.ts'
import { readFinished } from '../../reports/explorer/finished/readFinished.ts'
import { libraryNames } from '../../scenarios/join/library.ts'
import { readSettings } from '../../studies/plan/settings.ts'
import { requireOutFile } from '../../studies/folder/outFile.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { catchInterrupts } from '../console/interrupt.ts'
import { dataFrom, flagOption, settingsFrom } from '../console/options.ts'
import { openIfAsked } from '../console/openInBrowser.ts'
import { print, printMessage } from '../console/print.ts'
import { type PageServer, servePage } from './explorePage.ts'

/** What of the page is written by the build, and does not depend on what it opens with. */
const fixedFiles = [
  'index.html',
  'start.js',
  'page.js',
  'worker.js',
  'data.json',
  ...Object.values(laterFiles),
  'licences.txt',
] as const
const givenFile = 'given.json'

/**
 * @param word a scenario by name or path; undefined for the page as it is
 * @param force true to replace files that are there
 * @returns the exit code, when the page is written, or is no longer served
 */
export async function explorePage(word: string | undefined, options: OptionValues, force: boolean): Promise<number> {
  const file = textOf(options, 'file')
  const folder = textOf(options, 'static')
  refuseTogether(options, file, folder)
  if (file !== undefined) requireOutFile('--file', file, force)
  if (folder !== undefined) requireFolder(folder, force)
  if (!existsSync(join(pageFolder, 'page.js'))) {
    throw fileError('the page is not built; npm run build makes it, and an installed package has it')
  }
  const given = givenFor(word, options)
  if (file !== undefined) {
    writeFileSync(file, withGiven(oneFileOf(pageFolder), given))
    print(`${file} opens in any browser, from disk too; it is ${(statSync(file).size / 1e6).toFixed(1)} MB.\n`)
    return exitCode.done
  }
  if (folder !== undefined) {
    writeFolder(folder, given)
    print(`${folder} is ready for any web server; index.html is the page.\n`)
    return exitCode.done
  }
  return serve(given, options)
}

function textOf(options: OptionValues, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

function refuseTogether(options: OptionValues, file: string | undefined, folder: string | undefined): void {
  const written = file === undefined ? (folder === undefined ? undefined : '--static') : '--file'
  if (file !== undefined && folder !== undefined) throw usageError('--file and --static exclude each other; give one')
  const served = ['open', 'port'].find((name) => options[name] !== undefined)
  if (written !== undefined && served !== undefined) {
    throw usageError(`--${served} is for a page that is served, and ${written} writes one; leave one of them out`)
  }
}

function requireFolder(folder: string, force: boolean): void {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  if (found !== undefined && !found.isDirectory()) throw usageError(`--static: ${folder} is no folder; name another`)
  const there = [...fixedFiles, givenFile].find((name) => existsSync(join(folder, name)))
  if (there !== undefined && !force) {
    throw usageError(`--static: ${join(folder, there)} is there already; add --force to replace it`)
  }
}

/** A name of the library is one, also where there is a folder of that name. */
function givenFor(word: string | undefined, options: OptionValues): Given {
  const settings = givenSettings(options)
  if (word === undefined) return { kind: 'nothing', ...(settings === undefined ? {} : { settings }) }
  const isFolder = statSync(word, { throwIfNoEntry: false })?.isDirectory() === true
  if (!isFolder || libraryNames().includes(word)) {
    const name = ['partial', 'data'].find((one) => options[one] !== undefined)
    if (name !== undefined)
      throw usageError(`--${name}: is for the folder of a result, and ${word} is none; leave it out`)
    return givenScenario(word, settings)
  }
  if (settings !== undefined)
    throw usageError(`--set: is for a scenario, and ${word} is the folder of a result; leave it out`)
  return {
    kind: 'finished',
    study: readFinished(word, flagOption(options, 'partial'), dataFrom(options), printMessage),
  }
}

/** What the page is to stand at, if anything was set. */
function givenSettings(options: OptionValues): GivenSettings | undefined {
  const { levers, parameters } = readSettings(settingsFrom(options))
  const isPlain = Object.keys(levers).length + Object.keys(parameters).length === 0
  return isPlain ? undefined : { levers, held: parameters }
}

function writeFolder(folder: string, given: Given): void {
  mkdirSync(folder, { recursive: true })
  for (const name of fixedFiles) copyFileSync(join(pageFolder, name), join(folder, name))
  writeFileSync(join(folder, givenFile), pack(given))
}

async function serve(given: Given, options: OptionValues): Promise<number> {
  const port = options['port']
  const files = new Map<string, Uint8Array>([
    ...fixedFiles.map((name) => [name, readFileSync(join(pageFolder, name))] as const),
    [givenFile, Buffer.from(pack(given))],
  ])
  const server = await servePage(files, typeof port === 'number' ? port : 0)
  print(`${server.address}\n`)
  printMessage('The page is served to this machine alone, until Ctrl-C.')
  openIfAsked(options, server.address)
  await untilInterrupted(server)
  return exitCode.done
}

async function untilInterrupted(server: PageServer): Promise<void> {
  const giveBack = catchInterrupts(
    () => server.close(),
    () => undefined,
  )
  await server.closed
  giveBack()
}
