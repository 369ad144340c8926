/** `npm run site:open`: the site that `npm run site` has made, on this machine alone, until Ctrl-C. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { siteBase, siteFolder } from './places.ts'
import { serve } from './serve.ts'

if (existsSync(join(siteFolder, 'index.html'))) {
  const { address } = await serve(siteFolder, siteBase, 0)
  process.stdout.write(`${address}\nCtrl-C ends it.\n`)
} else {
  process.stderr.write('There is no site yet: npm run site makes it.\n')
  process.exitCode = 1
}
