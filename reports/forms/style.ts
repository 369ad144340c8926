/**
 * The style sheet of reports: screen, telephone, paper. Colours have 4.5 to 1 or more; nothing is said by colour
 * alone.
 */

const shared = `
:root { color-scheme: light; --ink: #16293b; --quiet: #4d5863; --line: #c3ccd4; --tint: #f3f6f9; --mark: #1b3a57; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif; }
header, main, footer { max-width: 960px; margin: 0 auto; padding: 0 24px; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .6rem; text-wrap: balance; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.4rem 0 .6rem; padding-top: .5rem; border-top: 2px solid var(--mark); }
h3 { font-size: 1rem; margin: 1rem 0 .2rem; }
p, li, h1, h2, h3, caption, figcaption, summary, footer { overflow-wrap: anywhere; }
@media screen { p, li { max-width: 48rem; } }
a { color: #14507e; }
a:focus-visible, summary:focus-visible, button:focus-visible, [tabindex]:focus-visible { outline: 3px solid #14507e; outline-offset: 2px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 8px; top: 8px; background: #fff; padding: 4px 8px; }
.run { color: var(--quiet); margin: 1.4rem 0 .2rem; }
.answer { font-size: 1.125rem; margin: .4rem 0; }
.reading, figcaption, caption, .download, footer { color: var(--quiet); font-size: .875rem; }
.warning { border: 2px solid var(--ink); border-left-width: 10px; padding: .2rem 1rem; margin: .8rem 0; }
.warning p { margin: .4rem 0; }
nav ul, ul.plain { list-style: none; padding: 0; }
nav ul { display: flex; flex-wrap: wrap; gap: .15rem 1.1rem; }
figure { margin: 1rem 0; }
figcaption { margin-bottom: .3rem; }
figcaption strong { color: var(--ink); }
.picture svg { display: block; max-width: 100%; height: auto; }
.picture.narrow { display: none; }
.pair { display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 0 20px; }
.table { overflow-x: auto; margin: .6rem 0 0; position: relative; }
table { border-collapse: collapse; width: 100%; font-size: .8125rem; line-height: 1.35; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding-bottom: .3rem; }
th, td { padding: .22rem .4rem; border-bottom: 1px solid var(--line); vertical-align: top; font-weight: 400; }
thead th { font-weight: 600; vertical-align: bottom; border-bottom: 2px solid var(--mark); }
thead th button { font: inherit; color: inherit; background: none; border: 0; padding: 0; text-align: inherit; cursor: pointer; text-decoration: underline dotted; }
.group th { font-weight: 600; background: var(--tint); text-align: left; }
@media screen { tbody th.left { position: sticky; left: 0; background: #fff; } tbody .group th { background: var(--tint); } }
.left { text-align: left; } .right { text-align: right; }
td.right, #table-plants td.left, #table-decision th.left, #table-decision td.left { white-space: nowrap; }
#table-plants td:nth-child(2) { white-space: normal; }
#table-decision th, #table-decision td { padding-left: .22rem; padding-right: .22rem; font-size: .78rem; }
#table-overview th.left, #table-choice th.left { white-space: nowrap; }
#table-precision-asked th.left { min-width: 10rem; }
#table-overview td.right { padding-left: .2rem; font-size: .75rem; }
.download { margin: .2rem 0 .8rem; }
details { margin: .4rem 0 1rem; }
summary { cursor: pointer; color: #14507e; font-size: .875rem; padding: 2px 0; }
pre { overflow-x: auto; background: var(--tint); padding: .6rem .8rem; font-size: .8125rem; white-space: pre-wrap; overflow-wrap: anywhere; }
footer { border-top: 1px solid var(--line); margin-top: 2.4rem; padding-bottom: 1.5rem; }
`

const telephone = `
@media screen and (max-width: 640px) {
  header, main, footer { padding: 0 10px; }
  h1 { font-size: 1.35rem; }
  .answer { font-size: 1rem; }
  .table { background: linear-gradient(to left, #fff 40%, transparent) right / 48px 100% no-repeat local, linear-gradient(to left, #8896a3, transparent) right / 14px 100% no-repeat scroll; }
  .table.many::before { content: "More columns to the right: scroll →"; position: sticky; left: 0; color: var(--quiet); font-size: .8125rem; }
  .table.many caption { max-width: calc(100vw - 20px); position: sticky; left: 0; }
  .picture.wide { display: none; }
  .picture.narrow { display: block; }
}
`

const page = `
@page { margin: 15mm 14mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
@media print {
  html { font-size: 9pt; }
  p { break-inside: avoid; }
  body { font-size: 1rem; line-height: 1.4; }
  header, main, footer { max-width: none; padding: 0; }
  h1 { font-size: 17pt; }
  h2 { font-size: 12.5pt; margin: 1.2rem 0 .4rem; break-after: avoid; }
  h3 { font-size: 10pt; }
  .answer { font-size: 1.1rem; }
  nav, .skip, .download, script, details { display: none; }
  table, #table-decision th, #table-decision td { font-size: 7.6pt; }
  th, td { padding: .12rem .3rem; }
  .table { overflow: visible; }
  thead th button { text-decoration: none; }
  figure, tr, .warning, pre, thead, section#options { break-inside: avoid; }
  thead, caption, .group, .reading { break-after: avoid; }
  .picture svg { max-height: 195mm; width: auto; }
  .pair { grid-template-columns: 1fr 1fr; }
  /* Two below each other on a page. */
  figure[id="figure-output"] svg, figure[id$="-jobs"] svg { max-height: 108mm; }
  figure#figure-gains svg { max-height: 120mm; }
  .pair .picture svg { max-height: 90mm; }
  .pair figure { margin: .4rem 0; }
  p:has(+ figure), p:has(+ .pair) { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
  footer { margin-top: .6rem; padding-bottom: 0; }
  footer p { margin: .3rem 0; }
}
`

export const reportStyle: string = `${shared}${telephone}${page}`

/** The brief: one page of paper, and the same on a screen. */
export const briefStyle: string = `${reportStyle}
h1 { font-size: 1.35rem; }
h2 { font-size: 1.05rem; margin: 1rem 0 .3rem; }
.answer { font-size: 1rem; }
@media print {
  @page { margin: 12mm 13mm; }
  html { font-size: 8.2pt; }
  body { line-height: 1.25; }
  h1 { font-size: 14pt; margin: 0 0 .3rem; }
  h2 { font-size: 10.5pt; margin: .5rem 0 .2rem; padding-top: .25rem; }
  .run { margin: 0; }
  .answer { font-size: 9.4pt; }
  .answer, ul { margin: .2rem 0; }
  table { font-size: 7.4pt; }
  th, td { padding: .05rem .3rem; }
  h3 { margin: .4rem 0 .1rem; }
  li { margin: 0; }
  .warning { margin: .3rem 0; padding: .2rem .6rem; }
  .warning p, .warning ul { margin: .1rem 0; }
  /* The picture has what is left of the page. */
  body:has(figure) { display: flex; flex-direction: column; height: 100vh; }
  body:has(figure) main { flex: 1 1 auto; display: flex; flex-direction: column; min-height: 0; }
  main > figure { flex: 1 1 40mm; min-height: 40mm; display: flex; flex-direction: column; }
  main > figure .picture.wide { flex: 1 1 0; min-height: 0; position: relative; }
  main > figure .picture.wide svg { position: absolute; inset: 0; max-height: none; height: 100%; width: 100%; }
  figure { margin: .2rem 0; }
  pre { margin: .2rem 0; padding: .3rem .5rem; }
  footer { margin-top: .4rem; padding: 0; }
  footer p { margin: .2rem 0; }
}
`
