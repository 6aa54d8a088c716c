/**
 * A report as its official document: what the organ says in Song, the numbers of findings beside it, nothing else inside.
 * exports:
 *   ReportPaper({report, name, places, forms, remarks, settled, before, chosen, onPick, onCell, folded, named, after, reading})
 *     settled: remarks that are not shown because all is said of them;
 *     before: last year's places, or null; folded: whether sections without findings are one line, but those in named; after(section): what follows it;
 *     reading: {found: Map of place → {place, certainty}, where}   of a file: what was found, and whether to show where
 */
import { html, useState } from './html.js';
import { Cell } from './cell.js';
import { FormTable } from './form-paper.js';
import { bySection, gravestLast, numbersAt, rankOf } from './findings-order.js';
import { layoutOf, longestOf } from './form-layout.js';
import { placeMark, placeWords } from './import-words.js';
import { piecesOf } from './marked-text.js';
import { usePrinting } from './printing.js';
import { Pin, remarkId } from './remarks.js';
import { meaning } from './stated.js';
import { partOf } from './report-forms.js';
import { BackPin, returnedAt } from './returned.js';
import { day, label, language, say, several } from './words.js';

const ASPECTS = ['proactiveDisclosure', 'disclosureOnRequest', 'informationManagement', 'platform', 'supervision'];
const TONE = { error: 'bad', warning: 'warn', info: '' };
const MOST_MARKED = 8;

/** The lines of a text, with the marks that lie in each. */
function paragraphs(text, marks) {
  const lines = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim()) lines.push(piecesOf(line, marks.map((mark) => ({ ...mark, at: mark.at === undefined ? undefined : mark.at - start }))));
    start += line.length + 1;
  }
  return lines;
}

function Prose({ id, places, remarks, onPick }) {
  const text = places[`narrative.${id}`];
  const own = remarks.filter((remark) => remark.place === `narrative.${id}`);
  if (!text) {
    return own.length ? html`<p class="prose" id=${`cell-narrative.${id}`}><span class="blank">${say('未写', 'not written')}</span> ${own.map((remark) => html`<${Pin} remark=${remark} onPick=${onPick} />`)}</p>` : null;
  }
  const marks = remarks.flatMap((remark) => remark.texts.filter((one) => one.part === id).map((one) => ({ ...one, remark, rank: rankOf(remark.severity) })));
  const lines = paragraphs(text, marks);
  const drawn = new Set();
  const withPin = (piece) => {
    const { remark } = piece.mark;
    const first = [remark, ...piece.also.map((one) => one.remark)].filter((one, i, all) => !drawn.has(one) && all.indexOf(one) === i);
    for (const one of first) drawn.add(one);
    return html`<mark class=${TONE[remark.severity]} aria-describedby=${[remark, ...piece.also.map((one) => one.remark)].map(remarkId).join(' ')}>${piece.text}</mark>${first.map((one) => html`<${Pin} remark=${one} onPick=${onPick} />`)}`;
  };
  const body = lines.map((pieces) => html`<p>${pieces.map((piece) => (piece.mark ? withPin(piece) : piece.text))}</p>`);
  const loose = own.filter((remark) => !drawn.has(remark));
  return html`<div class="prose" id=${`cell-narrative.${id}`} lang="zh-Hans">${body}${loose.length > 0 && html`<p class="loose">${loose.map((remark) => html`<${Pin} remark=${remark} onPick=${onPick} />`)}</p>`}</div>`;
}

function marksOf(remarks, chosen) {
  const marked = new Map();
  for (const remark of gravestLast(remarks)) {
    if (remark.finding.id === chosen) continue;
    if (remark.severity === 'info' || remark.finding.rule === 'BLANK') continue;
    const cells = remark.cells.length > MOST_MARKED ? [remark.place] : remark.cells;
    for (const path of cells) marked.set(path, remark.severity === 'error' ? 'side' : 'eye');
    if (remark.severity === 'error') marked.set(remark.place, 'hit');
  }
  return marked;
}

/** Where a piece was found in a file, and that it wants a look where that is not sure. */
function FoundAt({ one, where, words = placeMark }) {
  return html`${one.certainty === 'likely' && html`<span class="maybe-mark">${say('待核', 'check')}</span>`}${where && html`<span class="last">${words(one.place)}</span>`}`;
}

function Table({ layout, places, before, returned, pins, marked, chosenCells, onPick, onCell, reading }) {
  const cell = (place) => {
    const value = places[place.path];
    const pinned = pins.get(place.path) ?? [];
    const last = before && (place.total || layout.id === 'disclosure') ? before[place.path] : undefined;
    const back = returned.get(place.path) ?? [];
    const isChosen = chosenCells?.has(place.path);
    const found = reading?.found.get(place.path);
    const missing = reading && !found && value === undefined;
    const classes = ['n', place.total && 'now', found?.certainty === 'likely' && 'maybe', marked.get(place.path) ?? (back.length ? 'eye' : ''), isChosen && 'chosen', chosenCells && !isChosen && 'dim'].filter(Boolean).join(' ');
    const remark = meaning(value) === 'remarked' ? value.remark : '';
    return html`<td key=${place.path} class=${classes} colspan=${place.to - place.from} id=${`cell-${place.path}`} aria-describedby=${pinned.length ? pinned.map(remarkId).join(' ') : undefined}
        onClick=${onCell && (() => onCell(place))}>${pinned.map((one) => html`<${Pin} remark=${one} onPick=${onPick} />`)}<${BackPin} reasons=${back} />${missing ? html`<span class="na">${say('没读到', 'not found')}</span>` : html`<${Cell} value=${value} />`}${found && html`<${FoundAt} one=${found} where=${reading.where} />`}${remark && html`<span class="note">（${remark}）</span>`}
      ${last !== undefined && last !== null && html`<span class="last"><span class="sr">${say('上年', 'last year')} </span><${Cell} value=${last} /></span>`}</td>`;
  };
  const longest = longestOf([...layout.cells.keys()].map((path) => places[path]));
  return html`<${FormTable} layout=${layout} cell=${cell} longest=${longest} />`;
}

/** The title as it is printed; the organ's name on a line of its own, as official documents have it. */
function titled(title, name, year) {
  if (!title || (name && !title.includes(name))) return html`${name}<br />${title ?? `${year ? `${year}年` : ''}政府信息公开工作年度报告`}`;
  const rest = name && title.startsWith(name) ? title.slice(name.length).trim() : '';
  return rest ? html`${name}<br />${rest}` : title;
}

export function ReportPaper({ report, name, places, forms, remarks, settled = [], before, chosen, onPick, onCell, folded, named, after, reading }) {
  const [open, setOpen] = useState(new Set());
  const printing = usePrinting();
  const { editions, year } = report;
  const sections = bySection(remarks);
  const pins = numbersAt(remarks);
  const returned = returnedAt(report);
  const marked = marksOf(remarks, chosen?.finding.id);
  const chosenCells = chosen && chosen.allCells.length ? new Set(chosen.allCells) : null;
  const textAt = (id) => {
    const one = reading?.found.get(`narrative.${id}`);
    return one && places[`narrative.${id}`] && (one.certainty === 'likely' || reading.where) ? html`<p class="found-at"><${FoundAt} one=${one} where=${reading.where} words=${placeWords} /></p>` : '';
  };
  const prose = (id) => html`${textAt(id)}<${Prose} id=${id} places=${places} remarks=${remarks} onPick=${onPick} />`;
  const heading = (id, fallback) => places[`narrative.headings.${id}`] ?? fallback;
  // what the text says of a table is a finding of the text, and its cells are to be seen all the same
  const concerned = new Set(remarks.filter((one) => one.severity !== 'info').flatMap((one) => one.cells).map((path) => path.split('.')[0]));
  const isFolded = (id) => folded && !printing && !open.has(id) && !named?.has(id) && !concerned.has(id) && (sections.get(id) ?? []).length === 0;
  const lang = language();
  const section = (id, title, count, content) => html`<section id=${`part-${id}`}>${isFolded(id)
    ? html`<p class="folded"><b>${heading(id, title)}</b><span class="note">${count}</span><span class="grow"></span><button type="button" class="as-link" onClick=${() => setOpen(new Set([...open, id]))}>${say('展开', 'Unfold')}</button></p>`
    : html`<h2>${heading(id, title)}</h2>${content}`}${after?.(id)}</section>`;
  const quiet = bySection(settled);
  // Nothing is said of what nobody has written, and what was said is no longer nothing.
  const standing = (id, size, written) => (!written ? say('未填写', 'not filled in')
    : `${size}${say('，', ', ')}${(quiet.get(id) ?? []).length > 0 ? say('提示都已处理', 'all findings are settled') : say('没有提示', 'no findings')}`);
  const table = (id) => {
    const form = forms[editions[id]];
    const layout = layoutOf(form.sections.find((one) => one.id === id), { lang, printed: lang === 'zh' });
    const written = [...layout.cells.keys()].some((path) => meaning(places[path]) !== 'blank');
    return section(id, layout.title, standing(id, say(`${layout.cells.size}格`, `${layout.cells.size} cells`), written), html`${prose(id)}
      <${Table} layout=${layout} places=${places} before=${before} returned=${returned} pins=${pins} marked=${marked} chosenCells=${chosenCells} onPick=${onPick} onCell=${onCell} reading=${reading} />`);
  };
  const text = (id, extra, parts = [id]) => {
    const length = parts.reduce((sum, part) => sum + (places[`narrative.${part}`] ?? '').length, 0);
    return section(id, label(partOf(forms, id)?.label), standing(id, say(`${length}字`, several(length, 'character')), length > 0), html`${prose(id)}${extra}`);
  };
  const form = forms[editions.applications] ?? Object.values(forms).at(-1);
  const mixed = new Set(Object.values(editions)).size > 1;
  return html`<article class="leaf">
    <h1 lang="zh-Hans">${titled(places['narrative.title'], name, year)}</h1>
    <p class="under">${mixed ? say('各部分所用格式不同：', 'Sections follow different editions: ') + form.sections.filter(({ id }) => editions[id]).map(({ id, title }) => `${label(title)} ${editions[id]}`).join(say('；', '; '))
      : say(`${form.edition}年版（${form.document}）`, `${form.edition} edition (${form.document})`)}${year && html`${say('　统计期间：', ' · period: ')}${day(`${year}-01-01`, { year: true })}${say('至', ' – ')}${day(`${year}-12-31`, { year: true })}`}</p>
    ${remarks.filter((remark) => !remark.place).length > 0 && html`<p class="under">${remarks.filter((remark) => !remark.place).map((remark) => html`<${Pin} remark=${remark} onPick=${onPick} />`)}</p>`}
    ${prose('introduction')}
    ${text('overview', ASPECTS.filter((id) => places[`narrative.${id}`]).map((id) => html`<h3 class="aspect">${label(partOf(forms, id)?.label)}</h3>${prose(id)}`), ['overview', ...ASPECTS])}
    ${table('disclosure')}${table('applications')}${table('contests')}
    ${text('problems')}${text('otherMatters')}
    ${(places['narrative.signature.name'] || places['narrative.signature.date']) && html`<div class="prose signature" lang="zh-Hans"><p>${places['narrative.signature.name']}</p><p>${places['narrative.signature.date']}</p></div>`}
    ${before && html`<p class="note">${say('格内的小字是上年同一格的数。', 'The small number in a cell is the same cell of last year.')}</p>`}
  </article>`;
}
