/**
 * Reports of the library's questions, and the page that shows them: each question with its answer in a sentence, a picture, and the way to
 * the report, the brief, the explorer and the scenario's file. The compiled program computes them, so that its threads start quickly.
 *
 *     tsx site/gallery.ts REPLICATES MOST
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { LibraryEntry } from '../scenarios/join/listing.ts'
import { project, publicFolder, siteBase } from './places.ts'
import { stagePage, writePage } from './stage.ts'

/** A question with what came of it. */
interface Answered extends LibraryEntry {
  readonly baseline: string
  readonly answer: string
  /** Words for who does not see the picture. */
  readonly pictureTitle: string
}

/** A module of the compiled program. */
async function compiled<Module>(path: string): Promise<Module> {
  return (await import(pathToFileURL(join(project, 'dist', path)).href)) as Module
}

const [library, listing, building, whole, brief, figures] = await Promise.all([
  compiled<typeof import('../reports/index.ts')>('reports/index.js'),
  compiled<typeof import('../scenarios/join/listing.ts')>('scenarios/join/listing.js'),
  compiled<typeof import('../reports/document/build.ts')>('reports/document/build.js'),
  compiled<typeof import('../reports/forms/html.ts')>('reports/forms/html.js'),
  compiled<typeof import('../reports/forms/briefHtml.ts')>('reports/forms/briefHtml.js'),
  compiled<typeof import('../reports/document/document.ts')>('reports/document/document.js'),
])

/** Computes one, and writes its report, its brief and its picture. */
async function answered(question: LibraryEntry, replicates: number): Promise<Answered> {
  const { report } = await library.run(question.name, { replicates, seed: 1 })
  const document = building.buildDocument(report)
  const folder = join(publicFolder, 'gallery', question.name)
  const all = figures.figuresOf(document)
  const picture = all.find(({ id }) => id === 'output') ?? all[0]
  if (picture === undefined) throw new Error(`${question.name}: the report has no picture`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'report.html'), whole.reportHtml(document))
  writeFileSync(join(folder, 'brief.html'), brief.briefHtml(document))
  writeFileSync(join(folder, 'picture.svg'), picture.narrow)
  stagePage(`scenarios/library/${question.name}.yaml`)
  const sentences = [document.unsettled, ...document.answers.map(({ text }) => text)].filter((text) => text !== '')
  return {
    ...question,
    baseline: report.scenarios[report.baseline].name,
    answer: sentences.join(' '),
    pictureTitle: picture.title,
  }
}

// VitePress puts the base of the site before links, but not before those that say where they are to open.
function card({ name, title, question, baseline, answer, pictureTitle }: Answered): string {
  const settings = `option=${name}&baseline=${baseline}&replicates=100`
  return `## ${question} {#${name.replaceAll('.', '-')}}

<div class="gallery-card">

![${title}: ${pictureTitle}](/gallery/${name}/picture.svg){loading=lazy}

<div>

${title}. ${answer}

[Report](${siteBase}gallery/${name}/report.html){target="_self"} · [One page](${siteBase}gallery/${name}/brief.html){target="_self"} ·
[In the explorer](${siteBase}explorer/index.html#${settings}){target="_self"} · [The file](../scenarios/library/${name}.yaml.md)

</div>
</div>
`
}

function galleryPage(cards: readonly Answered[], asked: number, replicates: number): string {
  const part = cards.length < asked ? `, ${cards.length} of ${asked} of them` : ''
  return `---
outline: false
---

# Reports

Questions of the library${part}, each answered when this site was made, with ${replicates} replicates and seed 1. In brackets: what holds nine of
ten replicates. [How to read a report](../docs/report.md); [your own question](../docs/scenarios.md).

${cards.map(card).join('\n')}`
}

const [replicates, most] = process.argv.slice(2).map(Number)
// Questions alone: what everything is compared with asks nothing, and checks and replications have pages of their own.
const questions = listing
  .listLibrary()
  .filter(({ name, kind }) => kind === 'scenario' && name !== 'base' && !name.includes('/'))
const cards: Answered[] = []
for (const question of questions.slice(0, most)) cards.push(await answered(question, replicates))
writePage('gallery/index.md', galleryPage(cards, questions.length, replicates))
