/** What the packages in a bundle ask everybody to hand on with their code. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Folder of the package that a module is from; undefined for a module of our own. */
function packageOf(module: string): string | undefined {
  return /^(.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+)[/\\]/.exec(module)?.[1]
}

const licenceFiles = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'license', 'license.md']

/** What a package asks everybody to hand on with its code. */
function licenceOf(folder: string): string {
  const { name, version, license }: Readonly<Record<'name' | 'version' | 'license', string>> = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  const file = licenceFiles.map((candidate) => join(folder, candidate)).find((candidate) => existsSync(candidate))
  return `${name} ${version} (${license})\n\n${file === undefined ? '' : readFileSync(file, 'utf8').trim()}\n`
}

/** Names, versions and licences of all packages that these modules are from, with the texts of the licences. */
export function licencesOf(modules: readonly string[]): string {
  const packages = [...new Set(modules.flatMap((module) => packageOf(module) ?? []))].toSorted()
  return packages.map(licenceOf).join(`\n${'-'.repeat(80)}\n\n`)
}
