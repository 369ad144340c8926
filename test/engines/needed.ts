/** Real engines that tests start: where one is not installed its tests are left out loudly, or, in CI, fail. */
import { spawnSync } from 'node:child_process'
import { createServer } from 'node:net'

/**
 * Whether programs are there.
 *
 * @param install what a person can do about it
 * @throws Error where they are not, and PLANTSHIFT_REQUIRE_ENGINES says that they must be
 */
export function areThere(programs: readonly string[], install: string): boolean {
  const absent = programs.filter((program) => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0)
  if (absent.length === 0) return true
  const message = `NOT TESTED: ${absent.join(', ')} is not installed; ${install}`
  if (process.env['PLANTSHIFT_REQUIRE_ENGINES'] === '1') throw new Error(message)
  console.warn(`!!! ${message}`)
  return false
}

/** Ports of this machine that nobody uses. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      async () =>
        await new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
          const server = createServer()
          server.on('error', reject)
          server.listen(0, '127.0.0.1', () => resolve(server))
        }),
    ),
  )
  const ports = servers.map((server) => {
    const address = server.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  })
  await Promise.all(servers.map(async (server) => await new Promise((resolve) => server.close(resolve))))
  return ports
}

/** Asks again and again until something is so. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 100))
}
