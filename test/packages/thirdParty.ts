/** THIRD-PARTY.md: everything that is installed with the package, with its licence, from the lock. */
import { productionPackages } from './lock.ts'

/** The page. */
export function thirdPartyPage(): string {
  const packages = productionPackages()
  const rows = packages.map(
    ({ name, version, license, optional }) =>
      `| ${name} | ${version} | ${license} | ${optional ? 'where there is one' : ''} |`,
  )
  const counts = new Map<string, number>()
  for (const { license } of packages) counts.set(license, (counts.get(license) ?? 0) + 1)
  const sums = [...counts].toSorted(([, one], [, other]) => other - one).map(([name, n]) => `${n} under ${name}`)
  return `# Packages that Plantshift brings along

Made by \`npm run docs\` from \`package-lock.json\`: the ${packages.length} packages that \`npm ci --omit=dev\` installs, ${sums.join(', ')}.
Each has its licence in its folder of \`node_modules\`. Packages for one kind of machine are installed where there is one for it.

| package | version | licence | installed |
|---|---|---|---|
${rows.join('\n')}
`
}
