/** A real Redis on this machine, with a port and a folder of its own, on the loopback alone. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { freePorts, until } from './needed.ts'

export interface RedisServer {
  readonly port: number
  /** Ends it as a machine that fails does. */
  readonly kill: () => Promise<void>
  /** Starts it again on the same port and folder. */
  readonly start: () => Promise<void>
}

/**
 * @param folder for what it keeps
 * @param words its options, as in `--appendonly yes`
 * @param isTls true where it listens to TLS alone
 */
export async function redisServer(
  folder: string,
  words: readonly string[],
  isTls: boolean = false,
): Promise<RedisServer> {
  mkdirSync(folder, { recursive: true })
  const [port] = await freePorts(1)
  const ports = isTls ? ['--port', '0', '--tls-port', String(port)] : ['--port', String(port)]
  let server: ChildProcess | undefined
  const start = async (): Promise<void> => {
    server = spawn('redis-server', [...ports, '--bind', '127.0.0.1', '--save', '', '--dir', folder, ...words], {
      stdio: 'ignore',
    })
    const asked = isTls ? ['--tls', '--insecure'] : []
    // Also one that asks for a password answers.
    await until(() =>
      /PONG|NOAUTH/.test(spawnSync('redis-cli', [...asked, '-p', String(port), 'ping'], { encoding: 'utf8' }).stdout),
    )
  }
  await start()
  return {
    port,
    start,
    kill: async () => {
      if (server === undefined || server.exitCode !== null || server.signalCode !== null) return
      const ended = new Promise((resolve) => server?.once('exit', resolve))
      server.kill('SIGKILL')
      await ended
    },
  }
}
