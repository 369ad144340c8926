/** How much work something is, whatever the machine: calls of functions, as the JavaScript engine counts them. */
import { Session } from 'node:inspector/promises'

/** Calls of all functions while `work` is done. Nothing is optimised meanwhile, so that it takes several times as long. */
export async function callsOf(work: () => void): Promise<number> {
  const session = new Session()
  session.connect()
  try {
    await session.post('Profiler.enable')
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
    work()
    const { result } = await session.post('Profiler.takePreciseCoverage')
    const counts = result.flatMap(({ functions }) => functions.map(({ ranges }) => ranges[0]?.count ?? 0))
    return counts.reduce((sum, count) => sum + count, 0)
  } finally {
    session.disconnect()
  }
}
