import { columnNames, formatTexts } from './formatTexts.js';
import { cssString } from './htmlEscape.js';
import type { Sheet } from './sheet.js';

/*
 * Two colours for series, told apart by red-green blind readers too, and by a hatch without any colour. Text has at
 * least 4.5:1 on its ground, in light and in dark. On paper it is light.
 */
const colours = `
:root{color-scheme:light dark;
--ground:#fff;--ink:#1c2126;--soft:#566069;--line:#d5dade;--faint:#eef1f3;--one:#1f5f99;--two:#b35900;--mark:#a3242e;
--t1:#e4eef8;--t2:#bcd7ef;--t3:#86b6de;--t4:#24619c;--on-t4:#fff}
@media screen and (prefers-color-scheme:dark){:root{
--ground:#15191d;--ink:#e8ebee;--soft:#a4afb8;--line:#3a434b;--faint:#20262c;--one:#6cb0e8;--two:#f0a35a;--mark:#ff8f8f;
--t1:#1c2c3b;--t2:#214260;--t3:#2a5d8a;--t4:#9ccbf2;--on-t4:#101418}}
@media (forced-colors:active){:root{
--ground:Canvas;--ink:CanvasText;--soft:CanvasText;--line:CanvasText;--faint:Canvas;--one:CanvasText;--two:CanvasText;
--mark:Highlight;--t1:Canvas;--t2:Canvas;--t3:Canvas;--t4:Canvas;--on-t4:CanvasText}}`;

const layout = `
*{box-sizing:border-box}
body{margin:0 auto;max-width:58rem;padding:2rem 1.25rem 4rem;background:var(--ground);color:var(--ink);
font:400 1rem/1.5 system-ui,"Segoe UI","Helvetica Neue",Arial,"Liberation Sans",sans-serif;
font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
header{border-bottom:2px solid var(--ink);padding-bottom:.75rem}
h1{font-size:1.6rem;line-height:1.25;font-weight:650;margin:0;text-wrap:balance}
header p{margin:.35rem 0 0;color:var(--soft)}
nav ul{columns:2 20rem;column-gap:2rem;list-style:none;margin:1rem 0 0;padding:0;font-size:.875rem}
nav li{break-inside:avoid;padding:.1rem 0}
a{color:var(--one)}
section{margin-top:2.5rem}
h2{font-size:1.1rem;line-height:1.3;font-weight:650;margin:0 0 .6rem;text-wrap:balance}
p{max-width:44rem;margin:.4rem 0}
.text p{font-size:.875rem}
:focus-visible{outline:2px solid var(--one);outline-offset:2px}
figure{margin:.25rem 0 1rem;max-width:45rem;overflow-x:auto}
svg{display:block;width:100%;min-width:30rem;height:auto}
figcaption{font-size:.8125rem;color:var(--soft)}`;

const tables = `
.scroll,.narrow{position:relative}
.scroll{overflow-x:auto;overflow-wrap:normal}
table{border-collapse:collapse;font-size:.875rem;line-height:1.35}
caption,.heard{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{padding:.22rem .6rem;text-align:right;border-bottom:1px solid var(--line);vertical-align:baseline;font-weight:400}
.scroll td{white-space:nowrap}
.grid td{min-width:4.4rem}
tbody th,thead td{text-align:left;padding-left:0;min-width:12rem}
.heat tbody th,.heat thead td,.list tbody th,.list thead td{min-width:4rem}
thead th{font-weight:600;vertical-align:bottom;border-bottom:1.5px solid var(--ink)}
thead td{border-bottom:1.5px solid var(--ink)}
.totals .grid td+td:last-child{font-weight:600}
.l1 th{padding-left:1rem}.l2 th{padding-left:2rem}.l3 th{padding-left:3rem}
.minor th,.minor td,.totals .grid .minor td+td:last-child{color:var(--soft);font-size:.93em;font-weight:400}
.total th,.total td{font-weight:600;border-top:1.5px solid var(--ink)}
.heat td{min-width:2.6rem}
.t1,.t2,.t3,.t4{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.t1{background:var(--t1)}.t2{background:var(--t2)}.t3{background:var(--t3)}
.t4{background:var(--t4);color:var(--on-t4)}
.legend{font-size:.8125rem}.legend span{padding:.1rem .5rem;border:1px solid var(--line)}
dl{margin:0;font-size:.875rem}
dl div{padding:.3rem 0;border-bottom:1px solid var(--line)}
dt{font-weight:600}
dd{margin:0}
dd span{display:inline-block;margin-right:1.1rem}
b{font-weight:600}`;

const charts = `
svg text{fill:var(--ink);font-size:12px;font-family:inherit}
svg .soft{fill:var(--soft)}
svg .axis{stroke:var(--line);stroke-width:1}
svg .base{stroke:var(--ink);stroke-width:1}
svg .one{fill:var(--one)}
svg .two{stroke:var(--two);stroke-width:1.5}
svg .hatch{stroke:var(--two);stroke-width:3}
svg .target{stroke:var(--mark);stroke-width:1.5;stroke-dasharray:6 4}
svg .aim{fill:var(--mark)}
svg rect,svg line,svg path{print-color-adjust:exact;-webkit-print-color-adjust:exact}`;

/** Every page of paper says whose report it is and which page; no row, chart or heading is torn. */
const paper = (sheet: Sheet): string => {
  const { page } = formatTexts(sheet.language);
  const { site, period } = sheet.subject;
  return `
@page{size:A4;margin:20mm 16mm 18mm;
@top-left{content:${cssString(site)};font:9pt system-ui,Arial,sans-serif}
@top-right{content:${cssString(period)};font:9pt system-ui,Arial,sans-serif}
@bottom-right{content:${cssString(page.before)} counter(page) ${cssString(page.between)} counter(pages);font:9pt system-ui,Arial,sans-serif}}
@media print{
body{max-width:none;padding:0;font-size:10pt}
nav{display:none}
h1{font-size:16pt}h2{font-size:11pt;break-after:avoid}
section{margin-top:7mm}
figure{max-width:none;overflow:visible;break-inside:avoid}
svg{min-width:0;max-width:165mm}
.scroll{overflow:visible}
table,dl,.text p{font-size:8.5pt}
figcaption,.legend{font-size:8pt}
.legend{break-after:avoid}
.short{break-inside:avoid}
.grid td{min-width:3.4rem}
th,td{padding:.12rem .4rem}
thead{display:table-header-group}
tr,dl div,p{break-inside:avoid}
.minor{break-before:avoid}
a{color:inherit;text-decoration:none}}`;
};

/** Characters for which every column has room, and more than a figure or a verdict has. */
const [narrow, widest] = [8, 24];

/** Wide columns are as wide in every grid, so that those of all grids stand below each other. */
function columns(sheet: Sheet): string {
  const rows = sheet.sections.flatMap((section) => (section.kind === 'grid' ? section.rows : []));
  const wide = columnNames(sheet).flatMap((_, i) => {
    const longest = Math.max(...rows.map(({ cells }) => cells[i]?.text.length ?? 0));
    const width = Math.min(longest, widest);
    return width > narrow ? [`.scroll td:nth-child(${i + 2}){min-width:${width}ch}`] : [];
  });
  return wide.map((rule) => `.grid ${rule}`).join('\n');
}

export const styleFor = (sheet: Sheet): string =>
  `${[colours, layout, tables, columns(sheet), charts, paper(sheet)].filter(Boolean).join('\n').trim()}\n`;
