/** The last step of `npm run build`: the industry of the shipped data, made once and put beside the compiled code. */
import { rmSync, writeFileSync } from 'node:fs'
import { industrySnapshot } from './loadIndustry.ts'
import { snapshotFile } from './snapshot.ts'

rmSync(snapshotFile, { force: true })
writeFileSync(snapshotFile, industrySnapshot())
