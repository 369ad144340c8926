/**
 * A page followed to the letter, by who has installed the package in an empty folder: files that the page shows (their first line is a
 * comment with their name) are written, commands are given to a shell as they stand, and what the page shows as printed is what they print.
 */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A stretch of code between fences: language, then text. */
const fenced = /^```(\w+)\n([^]*?)^```$/gm

const fileName = /^# ([\w.-]+\.\w+)\n/

/**
 * @param folder in which the package is installed
 * @returns the page with what its commands print
 * @throws an Error with the commands that fail
 */
export function followed(page: string, folder: string): string {
  let printed: string | undefined
  return page.replace(fenced, (whole, language: string, text: string) => {
    if (language === 'text' && printed !== undefined) {
      const shown = printed
      printed = undefined
      return `\`\`\`text\n${shown}\`\`\``
    }
    const name = fileName.exec(text)?.[1]
    if (name !== undefined) writeFileSync(join(folder, name), text)
    if (language === 'sh') printed = given(text, folder)
    return whole
  })
}

/** What commands print, as on a screen of 80 signs without colours. @throws an Error with those that fail */
export function given(commands: string, folder: string): string {
  const environment = { ...process.env, NO_COLOR: '1', COLUMNS: '80', npm_config_offline: 'true' }
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', commands], {
    cwd: folder,
    encoding: 'utf8',
    env: environment,
  })
  if (status !== 0) throw new Error(`a reader who follows the page is stopped at\n${commands}\n${stdout}\n${stderr}`)
  return stdout.replace(/[ \t]+$/gm, '')
}
