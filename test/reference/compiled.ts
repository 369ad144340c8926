/** What tests take from the compiled program, which `test/build.ts` keeps up to date. */

/** The file that threads load: compiled, so that they start without a TypeScript loader. */
export const compiledWorker: URL = new URL('../../dist/engine/run/worker.js', import.meta.url)

/** The package as its users import it. */
export async function compiledLibrary(): Promise<typeof import('../../reports/index.ts')> {
  return await import(new URL('../../dist/reports/index.js', import.meta.url).href)
}
