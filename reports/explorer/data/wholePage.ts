/**
 * The page as HTML: with its parts beside it, for a web server, and as one file that opens from disk. What it may do is said to the
 * browser by the page itself: run its own script, start its own workers, load what lies beside it, and nothing else.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { givenElement, packedElement, textElement } from './given.ts'
import { laterFiles } from './laterFiles.ts'

/** The texts that the page is made of. */
interface PageTexts {
  readonly style: string
  /** Starts the workers. */
  readonly start: string
  readonly script: string
  readonly worker: string
  /** Packed. */
  readonly data: string
  /** By name, what is loaded when it is first asked for. */
  readonly later: Readonly<Record<string, string>>
  readonly licences: string
}

/** Without a script the page has nothing to show but this. */
const withoutScript = 'This page computes in your browser and needs JavaScript for it. Nothing is sent anywhere.'

function html(policy: readonly string[], style: string, end: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Plantshift: pull a lever, see which plant moves</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<div id="page"><p>Loading…</p><noscript><p>${withoutScript}</p></noscript></div>
${end}
</body>
</html>
`
}

const common = [
  "default-src 'none'",
  'worker-src blob:',
  // Pictures say by attributes how they look, and no hash can stand for these.
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  "base-uri 'none'",
  "form-action 'none'",
]

/** The page that has its parts beside it: `start.js`, which asks for `page.js`, `worker.js`, `data.json`, `given.json` and what it loads later. */
export function servedHtml(style: string): string {
  // Loaded meanwhile, and run when the workers have begun.
  const policy = [...common, "script-src 'self'", "connect-src 'self'"]
  const early = '<link rel="preload" href="page.js" as="script">'
  return html(policy, style, `${early}\n<script src="start.js" data-next="page.js"></script>`)
}

/** The whole page as one file. */
function oneFileHtml({ style, start, script, worker, data, later, licences }: PageTexts): string {
  const scripts = [start, script].map(insideScript)
  const hashes = scripts.map((one) => `'sha256-${createHash('sha256').update(one, 'utf8').digest('base64')}'`)
  const texts = [
    textElement('licences', licences),
    ...Object.entries({ worker, data, ...later }).map(([name, text]) => packedElement(name, text)),
    givenElement({ kind: 'nothing' }),
    ...scripts.map((one) => `<script>${one}</script>`),
  ]
  return html([...common, `script-src ${hashes.join(' ')}`], style, texts.join('\n'))
}

/** A script as it can stand inside of HTML: in texts and patterns these mean the same. */
function insideScript(script: string): string {
  return script.replaceAll(/<(?=\/script|!--)/gi, String.raw`\x3c`)
}

/** What stands beside the page for the one-file page alone. */
export const styleFile = 'style.css'

/**
 * The whole page as one file, made of what `npm run build` has made.
 *
 * @param folder with the files of the page
 * @throws where one of them is missing
 */
export function oneFileOf(folder: string): string {
  const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8')
  return oneFileHtml({
    style: textOf(styleFile),
    start: textOf('start.js'),
    script: textOf('page.js'),
    worker: textOf('worker.js'),
    data: textOf('data.json'),
    later: Object.fromEntries(Object.entries(laterFiles).map(([name, file]) => [name, textOf(file)])),
    licences: textOf('licences.txt'),
  })
}
