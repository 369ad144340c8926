/** `plantshift explore`: the page is served to this machine alone and ends with Ctrl-C, or is written. */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { unpack } from '../../reports/explorer/data/pack.ts'
import { freshFolder, plantshift } from './plantshift.ts'

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const folder = freshFolder()
afterAll(folder.remove)

/** Status of an answer, and its text. @param host what the asker takes the machine to be called */
async function asked(address: string, host: string, method: string = 'GET'): Promise<readonly [number, string]> {
  return new Promise((resolve, reject) => {
    const call = request(address, { method, headers: { host } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => (text += part))
      answer.on('end', () => resolve([answer.statusCode ?? 0, text]))
    })
    call.on('error', reject).end()
  })
}

test('serves the page with a scenario, refuses all else, and ends with Ctrl-C', async () => {
  const child = spawn(process.execPath, [program, 'explore', 'parity-15'], { cwd: folder.path })
  const address = await new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim()))
  })
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  const host = new URL(address).host
  expect((await asked(address, host))[1]).toContain("connect-src 'self'")
  const [status, given] = await asked(`${address}given.json`, host)
  expect(status).toBe(200)
  expect(unpack(given)).toMatchObject({ kind: 'scenario', option: 'parity-15', scenarios: [] })
  expect((await asked(`${address}data.json`, host))[0]).toBe(200)
  expect((await asked(`${address}../package.json`, host))[0]).toBe(404)
  expect((await asked(address, 'elsewhere.example'))[0]).toBe(421)
  expect((await asked(address, host, 'POST'))[0]).toBe(405)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  expect(await ended).toBe(0)
})

describe('explore', () => {
  test('writes one file, with a scenario of a file in it, and replaces it only when it is told to', async () => {
    const rule = 'title: <script>alert(1)</script>\nquestion: What does it do?\nextends: parity-15\n'
    writeFileSync(join(folder.path, 'rule.yaml'), rule)
    const words = ['explore', 'rule.yaml', '--file', 'page.html']
    expect((await plantshift(folder.path, ...words)).code).toBe(0)
    const page = readFileSync(join(folder.path, 'page.html'), 'utf8')
    expect(page).not.toContain('<script>alert')
    const found = /id="source-given">(.*?)<\/script>/.exec(page)?.[1] ?? ''
    expect(unpack(found)).toMatchObject({
      option: 'rule',
      scenarios: [{ name: 'rule', title: '<script>alert(1)</script>' }],
    })
    expect(await plantshift(folder.path, ...words)).toMatchObject({ code: 2, stderr: expect.stringMatching(/--force/) })
    expect((await plantshift(folder.path, ...words, '--force')).code).toBe(0)
  })

  test('writes a folder for a web server', async () => {
    expect((await plantshift(folder.path, 'explore', '--static', 'site')).code).toBe(0)
    expect(readdirSync(join(folder.path, 'site')).toSorted()).toEqual(
      [
        'atlas.json',
        'data.json',
        'files.js',
        'given.json',
        'library.json',
        'index.html',
        'licences.txt',
        'page.js',
        'start.js',
        'worker.js',
      ].toSorted(),
    )
    expect(unpack(readFileSync(join(folder.path, 'site', 'given.json'), 'utf8'))).toEqual({ kind: 'nothing' })
  })

  test('writes what levers are set to into the page', async () => {
    const words = ['explore', 'parity-15', '--set', 'us-tariff-mexico=0.1', '--set', 'nestingSigma=0.6']
    expect((await plantshift(folder.path, ...words, '--static', 'set')).code).toBe(0)
    expect(unpack(readFileSync(join(folder.path, 'set', 'given.json'), 'utf8'))).toEqual({
      kind: 'scenario',
      scenarios: [],
      option: 'parity-15',
      settings: { levers: { 'us-tariff-mexico': 0.1 }, held: { nestingSigma: 0.6 } },
    })
  })

  test.each([
    [['--set', 'us-tarif-mexico=0.1'], 2, /did you mean us-tariff-mexico\?/],
    [['--file', 'a.html', '--static', 'a'], 2, /exclude each other/],
    [['--file', 'a.html', '--open'], 2, /--open is for a page that is served/],
    [['--port', '70000'], 2, /from 1 to 65535/],
    [['pariti-15'], 65, /Did you mean parity-15/],
    [['replication/head-mayer-melitz'], 2, /a replication of a paper/],
    [['.'], 74, /is not a result of plantshift/],
    [['parity-15', '--partial'], 2, /--partial: is for the folder of a result/],
  ])('refuses %j and says why', async (words, code, message) => {
    expect(await plantshift(folder.path, 'explore', ...words)).toMatchObject({
      code,
      stderr: expect.stringMatching(message),
    })
    expect(existsSync(join(folder.path, 'a.html'))).toBe(false)
  })
})
