/**
 * What nothing uses: files, exports, packages. `npm run dead` looks twice: with the tests, and then (`--production`) for what
 * only tests use.
 */
import type { KnipConfig } from 'knip'

const withoutTests = process.argv.includes('--production')

const config: KnipConfig = {
  entry: [
    'cli/main.ts!',
    // Started by its file name in engine/run/pool.ts.
    'engine/run/worker.ts!',
    // The last step of the build, in package.json.
    'scenarios/industry/writeSnapshot.ts!',
    // Steps of the build, and the scripts of the explorer's page that it bundles.
    'reports/explorer/data/{writePageData,wholePage}.ts!',
    'reports/explorer/page/{start.ts,main.tsx,worker.ts,fileWorker.ts,chartDocument.ts,style.ts}!',
    // What the bundle puts in place of Node's own modules and of the library's folder.
    'reports/explorer/files/inPlaceOf/*.ts!',
    // Doors of the package, by `exports` in package.json.
    'engine/index.ts!',
    'scenarios/index.ts!',
    'reports/index.ts!',
    'reports/frames/index.ts!',
    'examples/*.ts',
    'test/bench/{main,million}.ts',
    // Loaded compiled, by threads.
    'test/run/fixtures/*.worker.ts',
    // Run by test/docs/main.ts.
    'test/docs/{*.check,vitest.config}.ts',
    // Steps of `npm run site`, and what VitePress reads by name.
    'site/{main,open,api,gallery}.ts',
    'site/{*.check,vitest.config}.ts',
    'site/.vitepress/{config,theme/index}.ts',
  ],
  project: ['{engine,scenarios,studies,reports,cli}/**/*.{ts,tsx}!', 'test/**/*.ts', 'examples/*.ts', 'site/**/*.ts'],
  // Types may be named beside the functions whose signatures hold them; and tests may try the parts of a file one by one.
  ignoreExportsUsedInFile: withoutTests ? true : { interface: true, type: true },
  // Where the compiler is not there, the bench leaves its row out; mkfifo comes with every Unix.
  // As an expression: knip takes a text with a + for one, too.
  // Engines are started by tests where they are installed.
  ignoreBinaries: [
    /^g\+\+$/,
    /^mkfifo$/,
    /^slurm(ctld|d)$/,
    /^sinfo$/,
    /^squeue$/,
    /^redis-(server|cli)$/,
    /^openssl$/,
    /^Rscript$/,
  ],
  ignoreDependencies: [
    // The version that `overrides` gives to a package of bullmq.
    'msgpackr-extract',
    // Its script is read by name into a page (test/browser).
    'axe-core',
    // Of site/package.json, which is installed when the site is first made.
    /^(vitepress|vue|typedoc)$/,
    // For hands: `npx oxfmt`, and its check in CI.
    'oxfmt',
  ],
}

export default config
