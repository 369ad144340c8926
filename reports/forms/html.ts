/**
 * `report.html`: the whole document in one file that needs no network and no script. Every text is escaped by the
 * template; only pictures that this program drew go in as they are.
 */
import { visibleText } from '../words/visible.ts'
import { markup, trusted, type Markup } from '../words/markup.ts'
import { briefAnswers } from './brief.ts'
import {
  type ReportDocument,
  type Section,
  type Block,
  type Figure,
  showsText,
  type DocumentTable,
} from '../document/document.ts'
import { securityPolicy } from './securityPolicy.ts'
import { sortingScript } from './sortingScript.ts'
import { reportStyle } from './style.ts'
import { tableCsv } from './tableCsv.ts'

/** The report as one file of HTML that needs no other. */
export function reportHtml(document: ReportDocument): string {
  const { question, against, options, sections, foot } = document
  return visibleText(
    markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${securityPolicy(sortingScript)}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${question}</title>
<style>${trusted(reportStyle)}</style>
</head>
<body>
<a class="skip" href="#answer">To the answer</a>
<header><p class="run">Plantshift report: ${document.name}</p><h1>${question}</h1><p class="against">${against}</p></header>
<main>
${answerMarks(document, false)}
<nav aria-label="Contents"><ul>${sections.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<section id="options"><h2>Options</h2><ul class="plain">${options.map((option) => markup`<li>${option}</li>`)}</ul></section>
${sections.map((section) => sectionMarks(section))}
</main>
<footer><p>${foot}</p></footer>
<script>${trusted(sortingScript)}</script>
</body>
</html>
`.markup,
  )
}

/** More answers than this are a list. */
const mostParagraphs = 7

/** The answer with what is thin about it, before all else. A brief with several options has a sentence for each. */
export function answerMarks(
  { unsettled, answers, chosen, targets, reading, warnings, caveats, brief }: ReportDocument,
  isBrief: boolean,
): Markup {
  const shown = isBrief ? briefAnswers(answers) : answers
  return markup`<section id="answer" aria-labelledby="answer-title"><h2 id="answer-title">The answer</h2>
${unsettled === '' ? undefined : markup`<p class="answer">${unsettled}</p>`}
${warnings.length === 0 ? undefined : markup`<div class="warning" role="note"><p><strong>Before you read on</strong></p><ul>${warnings.map((text) => markup`<li>${text}</li>`)}</ul></div>`}
${answers.length > 1 && brief !== undefined ? tableMarks(brief, false) : undefined}
${shown.length > mostParagraphs ? answerList(shown) : shown.map((answer) => answerParagraphs(answer, isBrief && answers.length > 1))}
${answers.length === 0 || reading === '' ? undefined : markup`<p class="reading">${reading}</p>`}
${targets.sentences.length === 0 ? undefined : markup`<h3>Targets</h3><ul>${targets.sentences.map((text) => markup`<li>${text}</li>`)}</ul><p class="reading">${targets.reading}</p>`}
${chosen.length === 0 ? undefined : markup`<h3>Which is best</h3><ul>${chosen.map((text) => markup`<li>${text}</li>`)}</ul>`}
<h3>What to keep in mind</h3><ul>${caveats.map((text) => markup`<li>${text}</li>`)}</ul></section>`
}

/** One answer, and unless it is left out what more there is to say. */
function answerParagraphs({ text, more }: ReportDocument['answers'][number], isShort: boolean): readonly Markup[] {
  return [text, ...(isShort ? [] : moreLines(more))].map((line) => markup`<p class="answer">${line}</p>`)
}

/** Many answers: what they are about, and a list. */
function answerList([first, ...rest]: ReportDocument['answers']): Markup {
  return markup`<p class="answer">${first.text}</p><ul>${rest.map(({ text }) => markup`<li>${text}</li>`)}</ul>`
}

/** What more there is to say, a paragraph a line. */
function moreLines(more: string): readonly string[] {
  return more === '' ? [] : more.split('\n')
}

function sectionMarks({ id, title, blocks }: Section): Markup {
  return markup`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${blocks.map((block) => blockMarks(block))}</section>
`
}

function blockMarks(block: Block): Markup {
  if (block.kind === 'paragraph') return markup`<p>${block.text}</p>\n`
  if (block.kind === 'code') return markup`<pre tabindex="0"><code>${block.text}</code></pre>\n`
  if (block.kind === 'list') return markup`<ul>${block.items.map((item) => markup`<li>${item}</li>`)}</ul>\n`
  if (block.kind === 'figures') return figuresMarks(block.figures)
  if (!block.behind) return tableMarks(block.table)
  return markup`<details><summary>Table: ${block.table.caption}</summary>${tableMarks(block.table)}</details>\n`
}

/** Figures below each other; those of half a page beside each other, with what their intervals are said once after them. */
function figuresMarks(figures: readonly Figure[]): Markup {
  if (!figures.some(({ size }) => size === 'half')) return markup`${figures.map((figure) => figureMarks(figure))}`
  const shown = [...new Set(figures.map(({ shows }) => shows))].filter((shows) => shows !== 'none')
  return markup`<div class="pair">${figures.map((figure) => figureMarks(figure, false))}</div>
${shown.map((shows) => markup`<p class="reading">${showsText[shows]}</p>`)}`
}

/** A picture for a page and one for a telephone; the style sheet shows one of them. */
export function figureMarks(figure: Figure, withReading: boolean = true): Markup {
  const { id, title, caption, shows, wide, narrow, size } = figure
  const pictures =
    size === 'half'
      ? markup`<div class="picture">${trusted(narrow)}</div>`
      : markup`<div class="picture wide">${trusted(wide)}</div><div class="picture narrow">${trusted(narrow)}</div>`
  const reading = withReading && shows !== 'none' ? showsText[shows] : ''
  return markup`<figure id="figure-${id}"><figcaption><strong>${title}.</strong> ${caption} ${reading}</figcaption>${pictures}</figure>
`
}

/** More columns do not fit on a telephone. */
const mostOnTelephone = 4

/** A table that scrolls inside its own frame where it is too wide, with its figures as a CSV file to keep. */
export function tableMarks(table: DocumentTable, withDownload: boolean = true): Markup {
  const { id, caption, columns, groups } = table
  return markup`<div class="${columns.length > mostOnTelephone ? 'table many' : 'table'}" role="region" aria-label="${caption}" tabindex="0"><table id="table-${id}"><caption>${caption}</caption>
<thead><tr>${columns.map(({ title, align }) => markup`<th scope="col" class="${align}">${title}</th>`)}</tr></thead>
${groups.map(
  ({
    title,
    rows,
  }) => markup`<tbody>${title === '' ? undefined : markup`<tr class="group"><th colspan="${columns.length}" scope="rowgroup">${title}</th></tr>`}
${rows.map(
  (row) => markup`<tr>${row.map(({ text }, c) => cellMarks(text, columns[c].align, c === 0))}</tr>
`,
)}</tbody>`,
)}</table></div>
${withDownload ? markup`<p class="download"><a download="${id}.csv" href="data:text/csv;base64,${Buffer.from(tableCsv(table)).toString('base64')}">This table as CSV: ${id}.csv</a></p>` : undefined}
`
}

function cellMarks(text: string, align: string, isFirst: boolean): Markup {
  const lines = text.split('\n').map((line, k) => (k === 0 ? markup`${line}` : markup`<br>${line}`))
  return isFirst ? markup`<th scope="row" class="${align}">${lines}</th>` : markup`<td class="${align}">${lines}</td>`
}
