/** What tests take from the compiled program, which `test/build.ts` keeps up to date. */

/** The file that threads load: compiled, so that they start without a TypeScript loader. */
export const compiledWorker: URL = new URL('../../dist/engine/run/worker.js', import.meta.url)

/** The package as its users import it. */
export async function compiledLibrary(): Promise<typeof import('../../reports/index.ts')> {
  return await import(new URL('../../dist/reports/index.js', import.meta.url).href)
}

type Plans = typeof import('../../studies/plan/plans.ts')
type RunPlans = typeof import('../../studies/plan/runPlan.ts')
type Work = typeof import('../../studies/plan/work.ts')

/** Plans of studies, from the compiled program: it has the industry, which sources make from the tables each time. */
export async function compiledPlan(): Promise<Plans & RunPlans & Work> {
  const files = ['plans', 'runPlan', 'work'].map(
    (name) => new URL(`../../dist/studies/plan/${name}.js`, import.meta.url),
  )
  const [plans, runPlans, work] = await Promise.all(files.map(async ({ href }) => (await import(href)) as object))
  return { ...plans, ...runPlans, ...work } as Plans & RunPlans & Work
}
