/**
 * Runs whose blocks a queue on a real Redis hands out end in the bytes of a run on a laptop, whatever befalls workers and server; and
 * what is wrong with an address, a password or a server is said, and never the password.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readLedgers } from '../../studies/engines/ledger.ts'
import { readRounds } from '../../studies/engines/rounds.ts'
import { blocksIn, type Ended, freshFolder, plantshift, type Started, startPlantshift } from '../e2e/plantshift.ts'
import { bytesOf, question, writeScenarios } from './folders.ts'
import { areThere, until } from './needed.ts'
import { type RedisServer, redisServer } from './redisServer.ts'

const isThere = areThere(['redis-server', 'redis-cli', 'openssl'], 'apt-get install redis-server openssl')
const folder = freshFolder()
const at = (name: string): string => join(folder.path, name)
const words = [...question, '--replicates', '240']
const password = 'not-to-be-told'

const servers: RedisServer[] = []
let redis: RedisServer
const before = process.env['PLANTSHIFT_REDIS']

async function serve(name: string, options: readonly string[], isTls: boolean = false): Promise<RedisServer> {
  const server = await redisServer(at(name), options, isTls)
  servers.push(server)
  return server
}

beforeAll(async () => {
  if (!isThere) return
  writeScenarios(folder.path)
  redis = await serve('redis', ['--appendonly', 'yes', '--requirepass', password])
  process.env['PLANTSHIFT_REDIS'] = `redis://:${password}@127.0.0.1:${redis.port}`
  expect((await plantshift(folder.path, 'run', ...words, '--out', 'whole', '--quiet')).code).toBe(0)
})

afterAll(async () => {
  await Promise.all(servers.map(async (server) => await server.kill()))
  if (before === undefined) delete process.env['PLANTSHIFT_REDIS']
  else process.env['PLANTSHIFT_REDIS'] = before
  folder.remove()
})

async function handOut(name: string, ...more: string[]): Promise<Ended> {
  const ended = await plantshift(folder.path, 'submit', ...words, '--out', name, '--engine', 'bullmq', ...more)
  expect(ended.code, ended.stderr).toBe(0)
  return ended
}

/** A worker that is not in the environment of the tests: it has what they have set. */
function startWorker(name: string, ...more: string[]): Started {
  const call = ['work', name, '--engine', 'bullmq', '--workers', '1', '--lock', '2', ...more]
  return startPlantshift(folder.path, ...call)
}

async function untilBegun(name: string, blocks: number = 2): Promise<void> {
  await until(() => blocksIn(at(name)).length >= blocks)
}

async function gather(name: string): Promise<void> {
  const { code, stderr } = await plantshift(folder.path, 'gather', name, '--engine', 'bullmq', '--wait')
  expect(code, stderr).toBe(0)
  expect(bytesOf(at(name))).toEqual(bytesOf(at('whole')))
}

/** Every file of a folder, with what it says. */
function textsIn(path: string): readonly string[] {
  return (readdirSync(path, { recursive: true }) as string[])
    .map((name) => join(path, name))
    .filter((name) => statSync(name).isFile())
    .map((name) => readFileSync(name, 'latin1'))
}

describe.skipIf(!isThere)('a run whose blocks come from a queue', () => {
  test('ends in the same bytes while workers join, leave and are killed', async () => {
    await handOut('elastic')
    const [killed, leaving] = [startWorker('elastic'), startWorker('elastic')]
    await untilBegun('elastic')
    killed.child.kill('SIGKILL')
    leaving.child.kill('SIGTERM')
    expect((await leaving.ended).code).toBe(75)
    const joining = startWorker('elastic')
    await gather('elastic')
    expect((await joining.ended).code).toBe(0)
    expect(readLedgers(at('elastic')).workers).toHaveLength(3)
  })

  test('ends in the same bytes where a worker is stopped for longer than its lock, and goes on', async () => {
    await handOut('frozen')
    const frozen = startWorker('frozen')
    await untilBegun('frozen')
    frozen.child.kill('SIGSTOP')
    const other = startWorker('frozen')
    await until(() => blocksIn(at('frozen')).length === 30)
    frozen.child.kill('SIGCONT')
    await gather('frozen')
    for (const { ended } of [frozen, other]) expect((await ended).code).toBe(0)
  })

  test('ends in the same bytes where Redis is killed and comes back, with or without what it had', async () => {
    const forgetful = await serve('forgetful', [])
    for (const [name, server, url] of [
      ['kept', redis, process.env['PLANTSHIFT_REDIS']!],
      ['forgotten', forgetful, `redis://127.0.0.1:${forgetful.port}`],
    ] as const) {
      await handOut(name, '--redis', url)
      const worker = startWorker(name, '--redis', url)
      await untilBegun(name)
      await server.kill()
      await server.start()
      const driver = await plantshift(folder.path, 'gather', name, '--engine', 'bullmq', '--wait', '--redis', url)
      expect(driver.code, driver.stderr).toBe(0)
      expect((await worker.ended).code).toBe(0)
      expect(bytesOf(at(name))).toEqual(bytesOf(at('whole')))
    }
    expect(readRounds(at('kept'))).toHaveLength(1)
    expect(readRounds(at('forgotten')).length).toBeGreaterThan(1)
  })

  test('takes blocks from workers that keep them in a store of their own', async () => {
    await handOut('far')
    expect((await startWorker('far', '--store', 'far-store', '--idle', '2').ended).code).toBe(0)
    expect(blocksIn(at('far'))).toEqual([])
    const { code, stderr } = await plantshift(folder.path, 'gather', 'far', '--store', 'far-store')
    expect(code, stderr).toBe(0)
    expect(bytesOf(at('far'))).toEqual(bytesOf(at('whole')))
  })

  test('is driven by one program alone, and says that no worker is there', async () => {
    await handOut('two')
    const { stdout } = await plantshift(folder.path, 'status', 'two', '--engine', 'bullmq')
    expect(stdout).toMatch(/bullmq: 0 running, 30 waiting, 0 of these held; 30 blocks missing, 30 of these with bullmq/)
    expect(stdout).toMatch(/No worker is connected\. To start one, on any machine, .*work \S*two --engine bullmq/)
    const first = startPlantshift(folder.path, 'gather', 'two', '--engine', 'bullmq', '--wait')
    await until(() => existsSync(join(at('two'), 'lock')))
    const second = await plantshift(folder.path, 'resume', 'two', '--engine', 'bullmq')
    expect(second.code).toBe(75)
    expect(second.stderr).toMatch(/another plantshift .* is at work there/)
    first.child.kill('SIGTERM')
    expect((await first.ended).code).toBe(130)
  })

  test('never has the password in a file or a message', async () => {
    const url = `redis://user:${password}@127.0.0.1:${redis.port}`
    const said = await plantshift(
      folder.path,
      'submit',
      ...words,
      '--out',
      'told',
      '--engine',
      'bullmq',
      '--redis',
      url,
    )
    expect(said.code).toBe(2)
    expect(said.stderr).toContain(`redis://127.0.0.1:${redis.port}: Redis does not take this user and password`)
    await handOut('untold', '--redis', process.env['PLANTSHIFT_REDIS']!)
    const dry = await plantshift(folder.path, 'submit', ...words, '--out', 'dry', '--engine', 'bullmq', '--dry-run')
    const all = [...textsIn(at('untold')), ...textsIn(at('elastic')), said.stderr, dry.stdout]
    expect(all.filter((text) => text.includes(password))).toEqual([])
  })
})

describe.skipIf(!isThere)('what is wrong is said:', () => {
  const submit = async (url: string): Promise<Ended> =>
    await plantshift(folder.path, 'submit', ...words, '--out', 'wrong', '--engine', 'bullmq', '--redis', url)

  test('nobody listens, within seconds', async () => {
    const gone = await serve('gone', [])
    await gone.kill()
    const { code, stderr } = await submit(`redis://127.0.0.1:${gone.port}`)
    expect(code).toBe(75)
    expect(stderr).toMatch(/nobody answers there \(connect ECONNREFUSED .*\); try again later/)
    expect(existsSync(at('wrong'))).toBe(false)
  })

  test('a server that throws jobs away when its memory is full', async () => {
    const evicting = await serve('evicting', ['--maxmemory', '100mb', '--maxmemory-policy', 'allkeys-lru'])
    const { code, stderr } = await submit(`redis://127.0.0.1:${evicting.port}`)
    expect(code).toBe(78)
    expect(stderr).toMatch(/its maxmemory-policy is allkeys-lru.*set it to noeviction/)
  })

  test.each([
    ['http://127.0.0.1', /this is no address of Redis/],
    ['redis://127.0.0.1/jobs', /the number of a database/],
    [`not an address with ${password}`, /this is no address of Redis/],
  ])('%s', async (url, message) => {
    const { code, stderr } = await submit(url)
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
    expect(stderr).not.toContain(password)
  })

  test('a server that speaks TLS, whose certificate is its own or is known', async () => {
    mkdirSync(at('tls'))
    const [key, certificate] = [join(at('tls'), 'key.pem'), join(at('tls'), 'certificate.pem')]
    const request = [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=127.0.0.1',
      '-addext',
      'subjectAltName=IP:127.0.0.1',
    ]
    expect(spawnSync('openssl', [...request, '-keyout', key, '-out', certificate]).status).toBe(0)
    const files = ['--tls-cert-file', certificate, '--tls-key-file', key, '--tls-ca-cert-file', certificate]
    const server = await serve('tls', [...files, '--tls-auth-clients', 'no', '--appendonly', 'yes'], true)
    const url = `rediss://127.0.0.1:${server.port}`
    const unknown = await submit(url)
    expect(unknown.code).toBe(2)
    expect(unknown.stderr).toMatch(/no TLS connection comes about .*NODE_EXTRA_CA_CERTS/)
    process.env['NODE_EXTRA_CA_CERTS'] = certificate
    const known = startPlantshift(
      folder.path,
      'submit',
      ...words,
      '--out',
      'tls-run',
      '--engine',
      'bullmq',
      '--redis',
      url,
    )
    delete process.env['NODE_EXTRA_CA_CERTS']
    const { code, stderr } = await known.ended
    expect(code, stderr).toBe(0)
  })

  test('the packages are not installed', async () => {
    const hooks = `export async function resolve(name, context, next) {
      if (name === 'bullmq') throw Object.assign(new Error('absent'), { code: 'ERR_MODULE_NOT_FOUND' })
      return await next(name, context)
    }`
    const register = `import { register } from 'node:module'; register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hooks)}`)})`
    const options = process.env['NODE_OPTIONS'] ?? ''
    const program = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'main.js')
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        '--import',
        `data:text/javascript,${encodeURIComponent(register)}`,
        program,
        'submit',
        ...words,
        '--engine',
        'bullmq',
      ],
      { cwd: folder.path, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: options } },
    )
    expect(status, stderr).toBe(2)
    expect(stderr).toMatch(/bullmq needs two packages that are not installed: npm install bullmq/)
  })
})
