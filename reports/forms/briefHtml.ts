/** `brief.html`: the decision on one page of paper. */
import { visibleText } from '../words/visible.ts'
import { markup, trusted } from '../words/markup.ts'
import type { ReportDocument } from '../document/document.ts'
import { answerMarks, tableMarks, figureMarks } from './html.ts'
import { securityPolicy } from './securityPolicy.ts'
import { briefStyle } from './style.ts'

/** The brief as one page of HTML that needs no other file. */
export function briefHtml(document: ReportDocument): string {
  const { question, against, answers, brief, briefFigure, reproduce, foot } = document
  return visibleText(
    markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${securityPolicy()}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${question}</title>
<style>${trusted(briefStyle)}</style>
</head>
<body>
<header><p class="run">Plantshift brief: ${document.name}</p><h1>${question}</h1><p class="against">${against}</p></header>
<main>
${answerMarks(document, true)}
${brief === undefined || answers.length > 1 ? undefined : markup`<section><h2>The decision</h2>${tableMarks(brief, false)}</section>`}
${briefFigure === undefined ? undefined : figureMarks(briefFigure)}
</main>
<footer><p>${foot} The whole report is report.html. The same numbers again: ${reproduce}</p></footer>
</body>
</html>
`.markup,
  )
}
