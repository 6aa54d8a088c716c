/**
 * Many organs or regions at once, pasted from a spreadsheet or taken from a CSV file. What the service refuses stands at its row.
 * exports: ManyRows({of: 'organs'|'regions', region, name, close, done(words, issued keys)})
 */
import { html, useEffect, useMemo, useRef, useState } from './html.js';
import { ask } from './api.js';
import { number } from './cell.js';
import { Refused } from './notice.js';
import { readClipboard } from './pasted-block.js';
import { keysFor } from './register-keys.js';
import { byRow, cellsOf, csvOf, FIELDS, readRows } from './register-rows.js';
import { KINDS, LEVELS, withoutRequest } from './register-fields.js';
import { kinds, levels, say, several } from './words.js';

const SHOWN = 100;
const heads = (field) => say(...{
  code: ['代码', 'Code'], name: ['名称', 'Name'], kind: ['类别', 'Kind'], region: ['地区代码', 'Region'], level: ['级别', 'Level'], parent: ['上级代码', 'Above'],
  validFrom: ['从哪天起', 'From'], validTo: ['到哪天止', 'Until'], successor: ['并入', 'Merged into'],
}[field]);
const shown = (field, value) => (field === 'kind' ? kinds(value) : field === 'level' ? levels(value) : value);

/** A file in GB18030, as older spreadsheets write it, is no UTF-8. */
async function textOf(file) {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function Row({ row, at, fields, wrong, open, onOpen, onChange, onDrop }) {
  const editing = open || wrong;
  const cell = (field) => {
    const name = say(`第${at + 1}行，${heads(field)}`, `Row ${at + 1}, ${heads(field)}`);
    const why = wrong?.[field];
    if (editing) {
      const marks = { 'aria-label': name, 'aria-invalid': why ? 'true' : undefined, 'aria-describedby': why ? `why-${at}-${field}` : undefined };
      const options = { kind: KINDS.map((one) => [one, kinds(one)]), level: LEVELS.map((one) => [one, levels(one)]) }[field];
      const known = options?.some(([one]) => one === row[field]);
      return html`<td data-label=${heads(field)}>${options ? html`<select class="field" ...${marks} onChange=${(event) => onChange(at, field, event.target.value)}>
          ${!known && html`<option value=${row[field] ?? ''} selected=${true}>${row[field] || say('请选', 'choose')}</option>`}${options.map(([one, words]) => html`<option value=${one} selected=${one === row[field]}>${words}</option>`)}</select>`
        : html`<input class="field" value=${row[field] ?? ''} ...${marks} onChange=${(event) => onChange(at, field, event.target.value.trim())} />`}
        ${why && html`<p class="bad" id=${`why-${at}-${field}`}>${options ? (row[field] ? say(`没有“${row[field]}”这一类，选一个。`, `There is no “${row[field]}”: choose one.`) : say('请选一个。', 'Choose one.')) : withoutRequest(why)}</p>`}</td>`;
    }
    return html`<td data-label=${heads(field)}>${row[field] ? shown(field, row[field]) : html`<span class="blank">${say('未填', 'blank')}</span>`}${row.guessed.includes(field) && field !== 'region' && field !== 'parent' && html` <span class="note">${say('按名称', 'by name')}</span>`}</td>`;
  };
  const whole = wrong && Object.entries(wrong).filter(([field]) => !fields.includes(field));
  return html`<tr class=${wrong ? 'wrong' : ''}><th scope="row">${at + 1}</th>${fields.map(cell)}
    <td class="n">${!editing && html`<button type="button" class="as-link" aria-label=${say(`改第${at + 1}行`, `Change row ${at + 1}`)} onClick=${() => onOpen(at)}>${say('改', 'Change')}</button> `}<button type="button" class="as-link" aria-label=${say(`去掉第${at + 1}行`, `Remove row ${at + 1}`)} onClick=${() => onDrop(at)}>${say('去掉', 'Remove')}</button>
      ${whole?.map(([, message]) => html`<p class="bad">${message}</p>`)}</td></tr>`;
}

const Refusals = ({ of, count, rows }) => html`<p class="tell bad-tell" role="alert" tabindex="-1" ref=${(box) => box?.focus()}>${of === 'organs'
  ? say(`${number(count)}行有错，${number(rows)}家都还没有登记。改好标出的地方再登记。`, `${several(count, 'row is wrong', 'rows are wrong')}, and ${rows === 1 ? 'it is not' : `none of the ${number(rows)} is`} registered yet. Mend what is marked, and register again.`)
  : say(`${number(count)}行有错，${number(rows)}个都还没有登记。改好标出的地方再登记。`, `${several(count, 'row is wrong', 'rows are wrong')}, and ${rows === 1 ? 'it is not' : `none of the ${number(rows)} is`} registered yet. Mend what is marked, and register again.`)}</p>`;

export function ManyRows({ of, region, name, close, done }) {
  const organs = of === 'organs';
  const [text, setText] = useState('');
  const [rows, setRows] = useState([]);
  const [ignored, setIgnored] = useState([]);
  const [open, setOpen] = useState(new Set());
  const [wrong, setWrong] = useState(new Map());
  const [problem, setProblem] = useState(null);
  const [withKeys, setWithKeys] = useState(organs);
  const [insist, setInsist] = useState(false);
  const [onlyWrong, setOnlyWrong] = useState(false);
  const [all, setAll] = useState(false);
  const [sending, setSending] = useState(false);
  const box = useRef(null);
  useEffect(() => box.current?.focus(), []);
  const take = (cells) => {
    const read = readRows(cells, of, { place: region });
    setRows(read.rows);
    setIgnored(read.ignored);
    setOpen(new Set());
    setWrong(new Map());
    setProblem(null);
  };
  const typed = (value) => {
    setText(value);
    take(cellsOf(value));
  };
  const paste = (event) => {
    const block = readClipboard({ html: event.clipboardData.getData('text/html'), text: event.clipboardData.getData('text/plain') });
    if (block.length < 2) return;
    event.preventDefault();
    const cells = block.map((row) => row.map((one) => (one ?? '').trim())).filter((row) => row.some(Boolean));
    setText(cells.map((row) => row.join('\t')).join('\n'));
    take(cells);
  };
  const fields = useMemo(() => FIELDS[of].filter((field) => ['code', 'name', 'kind', 'region', 'level', 'parent'].includes(field) || rows.some((row) => row[field])), [rows, of]);
  const onChange = (at, field, value) => setRows((now) => now.map((row, i) => (i === at ? { ...row, [field]: value, guessed: row.guessed.filter((one) => one !== field) } : row)));
  const onDrop = (at) => {
    setRows(rows.filter((_, i) => i !== at));
    const moved = (n) => (n > at ? n - 1 : n);
    setWrong(new Map([...wrong].filter(([n]) => n !== at).map(([n, why]) => [moved(n), why])));
    setOpen(new Set([...open].filter((n) => n !== at).map(moved)));
  };
  const send = async (event, partial = false) => {
    event.preventDefault();
    if (sending || rows.length === 0) return;
    setSending(true);
    setProblem(null);
    try {
      const { data } = await ask(`/${of}/import`, { method: 'POST', query: { partial, insist: organs && insist }, body: csvOf(rows, of), headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
      const refused = byRow(data.violations);
      const taken = rows.filter((_, i) => !refused.has(i));
      const words = [say(`新登记${number(data.created)}${organs ? '家' : '个'}`, `${number(data.created)} registered`), data.changed ? say(`更新${number(data.changed)}`, `${number(data.changed)} changed`) : '', data.unchanged ? say(`${number(data.unchanged)}没有变`, `${number(data.unchanged)} as they were`) : '',
        refused.size ? say(`${number(refused.size)}行有错，没有登记`, several(refused.size, 'row is wrong and was not taken', 'rows are wrong and were not taken')) : ''].filter(Boolean).join(say('，', ', '));
      const doubts = data.warnings.slice(0, 5).map((one) => one.message).join(say('', ' '));
      const keys = organs && withKeys && taken.length > 0 ? await keysFor([...new Set(taken.map((row) => row.code))], { region: region === '000000' ? null : region }) : null;
      done(`${words}${say('。', '. ')}${doubts}`, keys);
    } catch (refused) {
      const found = refused.code === 'import-refused' || refused.violations?.some((one) => one.pointer.startsWith('line:')) ? byRow(refused.violations) : new Map();
      setWrong(found);
      setOnlyWrong(found.size > 0 && rows.length > 20);
      setProblem(refused);
    } finally {
      setSending(false);
    }
  };
  const codes = [...wrong.values()].some((one) => one.code);
  const listed = rows.map((row, i) => [row, i]).filter(([, i]) => !onlyWrong || wrong.has(i));
  const few = all ? listed : listed.slice(0, SHOWN);
  return html`<form class="sheet side-sheet many-rows" data-panel tabindex="-1" ref=${box} onSubmit=${send} aria-label=${organs ? say('登记一批机关', 'Register many organs') : say('登记一批地区', 'Register many regions')}>
    <header><h2 class="title">${organs ? say(`登记${name}的一批机关`, `Register many organs of ${name}`) : say(`登记${name}的一批下级地区`, `Register many regions below ${name}`)}</h2></header>
    <label class="labelled">${say('从Excel、Word粘贴名单', 'Paste a list from Excel or Word')}
      <span class="note" id="paste-note">${organs
        ? say('要有名称和代码；类别、地区代码可以没有，类别按名称猜，地区按这里。有没有表头都可以。', 'Names and codes are needed. Without kinds these are guessed from the names; without regions it is this one. Heads may be there or not.')
        : say('要有名称和代码；级别按代码，上级按这里。有没有表头都可以。', 'Names and codes are needed. The level follows from the code, the region above is this one. Heads may be there or not.')}</span>
      <textarea class="field" rows=${rows.length > 0 ? 3 : 8} spellcheck="false" aria-describedby="paste-note" value=${text} onPaste=${paste} onInput=${(event) => typed(event.target.value)}></textarea></label>
    <p><label class="pick"><span>${say('或者选一个CSV文件', 'Or choose a CSV file')}</span><input type="file" accept=".csv,.txt,text/csv" onChange=${async (event) => event.target.files[0] && typed(await textOf(event.target.files[0]))} /></label></p>
    ${ignored.length > 0 && html`<p class="note">${say(`没有用到的列：${ignored.join('、')}`, `Columns that are not used: ${ignored.join(', ')}`)}</p>`}
    ${wrong.size > 0 ? html`<${Refusals} of=${of} count=${wrong.size} rows=${rows.length} />` : problem && html`<${Refused} problem=${problem} focus=${true} title=${say('没有登记', 'Not registered')} />`}
    ${rows.length > 0 && html`<div class="bar-row"><b>${say(`${number(rows.length)}行`, several(rows.length, 'row'))}</b>
        ${wrong.size > 0 && html`<label><input type="checkbox" checked=${onlyWrong} onChange=${(event) => setOnlyWrong(event.target.checked)} /> ${say('只看有错的行', 'Only rows that are wrong')}</label>`}</div>
      <div class="scroll"><table class="rows-read cards lines"><caption class="sr">${say('读到的行', 'Rows that were read')}</caption><thead><tr><th scope="col">${say('行', 'Row')}</th>${fields.map((field) => html`<th scope="col">${heads(field)}</th>`)}<th scope="col"><span class="sr">${say('可以做的', 'What can be done')}</span></th></tr></thead>
        <tbody>${few.map(([row, i]) => html`<${Row} key=${i} row=${row} at=${i} fields=${fields} wrong=${wrong.get(i)} open=${open.has(i)} onOpen=${(at) => setOpen(new Set([...open, at]))} onChange=${onChange} onDrop=${onDrop} />`)}</tbody></table></div>
      ${listed.length > few.length && html`<p class="note"><button type="button" class="button small" onClick=${() => setAll(true)}>${say(`列出其余${number(listed.length - few.length)}行`, `List the other ${number(listed.length - few.length)} rows`)}</button></p>`}`}
    ${codes && html`<div class="ways"><label><input type="checkbox" checked=${insist} onChange=${(event) => setInsist(event.target.checked)} /> ${say('代码核对过，校验码不符的也登记', 'The codes are right; take those with a wrong check character, too')}</label></div>`}
    ${organs && html`<div class="ways"><label><input type="checkbox" checked=${withKeys} onChange=${(event) => setWithKeys(event.target.checked)} /> ${say('同时给其中还没有密钥的机关做密钥', 'Make keys for those among them that have none, too')}</label></div>`}
    <div class="do">${rows.length === 0 ? html`<span class="note">${say('先粘贴名单。', 'Paste a list first.')}</span>` : html`<button class="button main">${sending ? say('正在登记……', 'Registering …') : organs ? say(`登记${number(rows.length)}家`, `Register ${number(rows.length)}`) : say(`登记${number(rows.length)}个`, `Register ${number(rows.length)}`)}</button>
        ${wrong.size > 0 && wrong.size < rows.length && html`<button type="button" class="button" onClick=${(event) => send(event, true)}>${say(`只登记没有错的${number(rows.length - wrong.size)}行`, `Register only the ${number(rows.length - wrong.size)} that are right`)}</button>`}`}
      <button type="button" class="button" data-close onClick=${close}>${say('不做了', 'Leave it')}</button></div></form>`;
}
