/**
 * The style sheet of the page, in the manner of the reports': light and dark, from 360 pixels up. Colours have 4.5 to 1 or more;
 * nothing is said by colour alone.
 */
export const pageStyle: string = `
:root { color-scheme: light dark; --ink: #16293b; --quiet: #4d5863; --line: #c3ccd4; --edge: #6b7a88; --tint: #f3f6f9; --mark: #1b3a57; --paper: #fff; --link: #14507e;
  --chart-ink: #1b3a57; --chart-quiet: #5b6773; --chart-paper: #ffffff; --chart-pale: #c9d6e2;
  --map-sea: #eef3f7; --map-neighbours: #f5f5f2; --map-coast: #8896a3; --map-states: #d3dae0; --map-closes: #8c1c13; --map-less: #b4530a; --map-more: #1f5a8a; --map-likely: #dbe3ea; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8edf2; --quiet: #b3bfca; --line: #3a4754; --edge: #8896a3; --tint: #1d2731; --mark: #9fc3e6; --paper: #11181f; --link: #8fc4f5;
    --chart-ink: #cfe2f5; --chart-quiet: #aab6c2; --chart-paper: #11181f; --chart-pale: #3b5268;
    --map-sea: #26333f; --map-neighbours: #1b242d; --map-coast: #8896a3; --map-states: #37444f; --map-closes: #ff9a8d; --map-less: #f2a95c; --map-more: #86c5fa; --map-likely: #33485c; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 3.5rem; }
body { margin: 0; color: var(--ink); background: var(--paper); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif; }
header, .sides, [role="alert"] { max-width: 1400px; margin: 0 auto; padding: 0 20px; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .6rem; text-wrap: balance; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 1.6rem 0 .5rem; padding-top: .4rem; border-top: 2px solid var(--mark); }
p, li, h1, h2, caption, figcaption, summary, label, option { overflow-wrap: anywhere; }
p, li { max-width: 48rem; margin: .5rem 0; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
section:focus { outline: none; }
.skip, .unseen { position: absolute; left: -999px; }
.skip:focus { left: 8px; top: 8px; background: var(--paper); padding: 4px 8px; z-index: 1; }
.run { color: var(--quiet); margin: 1rem 0 .2rem; }
.sides { display: grid; grid-template-columns: minmax(17rem, 22rem) minmax(0, 1fr); gap: 2rem; align-items: start; }
.choices { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: .3rem .3rem 2rem; }
.choice { margin: .8rem 0; }
.choice label { display: block; font-weight: 600; }
select, input, button { font: inherit; color: inherit; background: var(--tint); border: 1px solid var(--edge); border-radius: 4px; padding: .3rem .5rem; max-width: 100%; min-height: 2rem; }
.choice select { width: 100%; }
fieldset { border: 1px solid var(--line); border-radius: 4px; margin: .6rem 0; padding: .2rem .6rem .6rem; min-width: 0; }
legend { font-weight: 600; }
.number { margin: .4rem 0 0; }
.mistake { display: block; font-weight: 600; }
[aria-invalid="true"] { border: 2px dashed var(--ink); }
h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
.save { margin: .3rem 0 .8rem; }
.save button { font-size: .8125rem; min-height: 1.75rem; padding: .1rem .5rem; }
.wide { width: 100%; }
.plain { list-style: none; padding: 0; }
pre { background: var(--tint); border: 1px solid var(--line); padding: .5rem .7rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .875rem; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: .8rem; }
.pair .choice { margin: 0; }
.told { min-height: 13rem; }
.open { border-left: 6px solid var(--mark); padding-left: .7rem; }
input[type="range"] { width: 100%; padding: 0; accent-color: var(--mark); }
button { cursor: pointer; }
button[aria-pressed="true"] { background: var(--mark); color: var(--paper); }
details.group { border-top: 1px solid var(--line); margin: 0; padding: .3rem 0; }
details.group summary { font-weight: 600; }
.lever { margin: .6rem 0; }
.lever label { display: block; font-size: .9rem; }
.lever .value { display: flex; gap: .5rem; align-items: center; }
.lever input[type="number"] { width: 7.5rem; flex: none; }
.lever input[type="checkbox"] { min-height: 0; width: 1.5rem; height: 1.5rem; }
.lever.changed { border-left: 4px solid var(--mark); padding-left: .5rem; }
.answer { font-size: 1.125rem; }
.reading, figcaption, caption, .progress { color: var(--quiet); font-size: .875rem; }
.warning { border: 2px solid var(--ink); border-left-width: 10px; padding: .2rem 1rem; margin: .8rem 0; }
figure { margin: 1rem 0; }
figcaption strong { color: var(--ink); }
.chart { min-height: 6rem; }
.chart svg { display: block; max-width: 100%; height: auto; background: var(--chart-paper) !important; color: var(--chart-ink) !important; }
#progress { position: sticky; top: 0; z-index: 2; max-width: none; margin: 0; padding: .4rem 0; background: var(--paper); }
.table { overflow-x: auto; position: relative; container-type: inline-size; background: linear-gradient(to left, var(--paper) 40%, transparent) right / 3rem 100% no-repeat local, linear-gradient(to left, var(--edge), transparent) right / .7rem 100% no-repeat scroll; }
caption span { display: block; position: sticky; left: 0; max-width: min(48rem, 100cqi); }
tbody th[scope="row"] { position: sticky; left: 0; background: var(--paper); max-width: 45cqi; }
table.lines th { min-width: 6rem; max-width: 10rem; }
table.lines th:first-child { min-width: 4.5rem; }
.unit { display: block; font-weight: 400; color: var(--quiet); }
tbody button { font-size: .8125rem; min-height: 1.6rem; min-width: 2.2rem; padding: .05rem .4rem; }
.anew { margin-top: 2.5rem; padding: .6rem .8rem; background: var(--tint); border-left: 6px solid var(--mark); }
.choosable svg svg g path { cursor: pointer; }
details.fold { margin: .2rem 0; }
details.fold > summary { font-weight: 600; border: 1px solid var(--edge); border-radius: 4px; background: var(--tint); padding: .4rem .6rem; }
table { border-collapse: collapse; width: 100%; font-size: .8125rem; line-height: 1.35; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding-bottom: .3rem; }
th, td { padding: .22rem .4rem; border-bottom: 1px solid var(--line); vertical-align: top; font-weight: 400; }
thead th { font-weight: 600; vertical-align: bottom; border-bottom: 2px solid var(--mark); }
.group th { font-weight: 600; background: var(--tint); text-align: left; }
.left { text-align: left; } .right { text-align: right; }
td.right { white-space: nowrap; }
h3 { font-size: 1.05rem; margin: 1.2rem 0 .4rem; }
.offered button { margin: .15rem; }
.curve { position: relative; max-width: 760px; touch-action: pan-y; cursor: ew-resize; container-type: inline-size; }
.curve .at { position: absolute; top: 36px; height: 220px; width: 0; border-left: 3px solid var(--link); pointer-events: none; }
@container (min-width: 760px) { .curve .at { height: 320px; } }
.curve .at span { position: absolute; top: -1.5rem; left: -.4rem; white-space: nowrap; font-size: .8125rem; font-weight: 600; background: var(--paper); padding: 0 .3rem; }
.curve .at.right span { left: auto; right: -.4rem; }
.years { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; max-width: 760px; }
.years input { flex: 1 1 10rem; width: auto; }
.row { display: flex; flex-wrap: wrap; gap: .6rem; align-items: end; }
.row > * { flex: 1 1 14rem; margin: .3rem 0; }
.pieces { margin: 0 0 1.2rem; }
.total th, .total td { border-top: 2px solid var(--edge); font-weight: 600; }
.axes { position: relative; margin: .6rem 0; }
.axes canvas { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none; }
.axis { display: grid; grid-template-columns: 17rem minmax(0, 1fr); gap: 1rem; padding: .5rem 0; position: relative; }
.axis-title { font-size: .875rem; line-height: 1.3; background: var(--paper); justify-self: start; }
.ends { display: flex; gap: .4rem; margin-top: .2rem; }
.ends > * { width: 7.5rem; min-width: 0; padding: .1rem .3rem; }
.track-room { padding: 0 1.2rem; align-self: center; }
.track { position: relative; height: 24px; touch-action: pan-y; }
.track::before { content: ""; position: absolute; left: 0; right: 0; top: 11px; height: 2px; background: var(--edge); }
.track .kept { position: absolute; top: 9px; height: 6px; background: var(--mark); }
.track .box { position: absolute; top: 1px; height: 22px; border: 2px dashed var(--ink); }
.track .box span { position: absolute; top: -.2rem; left: .2rem; font-size: .75rem; font-weight: 600; background: var(--paper); padding: 0 .15rem; }
.handle { position: absolute; top: 0; width: 24px; height: 24px; margin-left: -12px; background: var(--paper); border: 3px solid var(--mark); border-radius: 50%; cursor: ew-resize; touch-action: none; }
.track .least, .track .most { position: absolute; top: 24px; font-size: .75rem; color: var(--quiet); background: var(--paper); max-width: 48%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.track .least { left: -.5rem; } .track .most { right: -.5rem; }
.axis-choice { display: block; padding: .15rem 0; }
.axis-choice input { min-height: 0; width: 1.5rem; height: 1.5rem; vertical-align: middle; }
pre { overflow-x: auto; font-size: .8125rem; line-height: 1.35; background: var(--tint); padding: .5rem; }
code { overflow-wrap: anywhere; }
details { margin: .4rem 0 1rem; }
summary { cursor: pointer; color: var(--link); padding: 2px 0; min-height: 1.6rem; }
@media (max-width: 860px) {
  .axis { grid-template-columns: minmax(0, 1fr); gap: .2rem; padding: .4rem 0 1.1rem; }
  header, .sides, [role="alert"] { padding: 0 10px; }
  h1 { font-size: 1.25rem; }
  .sides { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .choices { position: static; max-height: none; overflow: visible; padding: 0; }
  .answer { font-size: 1rem; }
  #progress { position: static; }
  html { scroll-padding-top: 0; }
}
@media print { .choices, .skip, button { display: none; } .sides { display: block; } }
`
