/** `npm run docs`, second part: draws docs/images/house.svg from the imports. */
import { writeFileSync } from 'node:fs'
import { housePicture } from './picture.ts'
import { readHouse } from './sources.ts'

writeFileSync('docs/images/house.svg', housePicture(readHouse()))
