/** A step of `npm run build`: the data of the explorer's page, beside what it is made of. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { pageDataFile } from './files.ts'
import { libraryData } from './libraryData.ts'
import { pack } from './pack.ts'

mkdirSync(dirname(pageDataFile), { recursive: true })
writeFileSync(pageDataFile, pack(libraryData()))
