/**
 * An import of many files: how far it is, each file with what it wants, and all that leave no choice taken over at once.
 * exports: ImportFiles({imported, answer, address})
 */
import { html, useEffect, useState } from './html.js';
import { ask, forget } from './api.js';
import { change, go } from './address.js';
import { FigureTable } from './figure-table.js';
import { DeleteImport } from './import-list.js';
import { outcome, progress, remedy, shapeOf, standingOf, standings, wants } from './import-words.js';
import { Answered, Empty, Live, Refused } from './notice.js';
import { Progress } from './progress.js';
import { State } from './state.js';
import { list, moment, person, say, scopes, several } from './words.js';

/** More of them are searched and not read through. */
const FEW = 10;
const ALL = ['choose', 'ready', 'refused', 'taken', 'waiting', 'forgotten'];

/** The service answers a thousand files at a time. */
function useRest(imported) {
  const [rest, setRest] = useState([]);
  useEffect(() => {
    let wanted = true;
    const read = async () => {
      const found = [];
      for (let cursor = imported.next; cursor;) {
        const { data } = await ask(`/imports/${imported.id}`, { query: { cursor } });
        found.push(...data.files);
        cursor = data.next;
      }
      if (wanted) setRest(found);
    };
    if (imported.next) read().catch(() => {});
    return () => { wanted = false; };
  }, [imported]);
  return rest;
}

/** What the service says to programs of a report that is there already helps nobody here. */
const why = (problem) => (problem.code === 'report-exists' ? say('这个机关、这个年度已经有报告；打开文件看过不同，再作为更正采用。', 'The organ has a report of that year: open the file, see what differs, and take it over as a correction.') : problem.detail);

function Result({ result, imported, close }) {
  const refused = result.items.filter((one) => one.problem);
  return html`<section class="sheet" tabindex="-1" role="status"><header><h2 class="title">${say(`做了${result.created}份草稿`, several(result.created, 'draft was made', 'drafts were made'))}</h2>
      <span class="note">${refused.length > 0 ? say(`${refused.length}个文件没有采用，各是各的原因`, several(refused.length, 'file was not taken over', 'files were not taken over, each for its reason')) : ''}${result.left > refused.length ? say(`；另有${result.left - refused.length}个要先选机关、年度或者范围`, `; of ${result.left - refused.length} more an organ, year or scope has to be chosen first`) : ''}</span>
      ${result.created > 0 && html`<button type="button" class="button small" onClick=${() => change({ show: 'taken' })}>${say('列出已采用的', 'List what was taken over')}</button>`}<button type="button" class="button small" onClick=${close}>${say('收起', 'Close')}</button></header>
    ${refused.length > 0 && html`<div class="scroll"><table class="cards"><thead><tr><th scope="col">${say('文件', 'File')}</th><th scope="col">${say('为什么没有采用', 'Why not')}</th><th scope="col">${say('怎么办', 'What to do')}</th></tr></thead>
      <tbody>${refused.map((one) => html`<tr key=${one.number}><th scope="row" class="long-name">${one.name}</th><td data-label=${say('为什么', 'Why')}>${one.problem.title}${why(one.problem) && html`<br /><span class="note">${why(one.problem)}</span>`}</td>
        <td data-label=${say('怎么办', 'What to do')}><a href=${`/imports/${imported.id}/${one.number}`}>${one.problem.code === 'report-exists' ? say('打开，作为更正采用', 'Open it, and take it over as a correction') : say('打开看看', 'Open it')}</a></td></tr>`)}</tbody></table></div>`}</section>`;
}

const organOf = (file) => {
  const { organ = [], printed = [] } = file.proposals ?? {};
  return organ.length ? list(organ.map((one) => one.name)) : printed[0] ?? '';
};

/** Files of one organ, year and scope: only one of them can be its draft. */
function twins(files) {
  const same = new Map();
  for (const file of files.filter((one) => standingOf(one) === 'ready')) {
    const name = `${file.proposals.organ[0].code} ${file.proposals.year[0]} ${file.proposals.scope?.scope ?? 'organ'}`;
    same.set(name, [...(same.get(name) ?? []), file.number]);
  }
  return new Map([...same.values()].filter((numbers) => numbers.length > 1).flatMap((numbers) => numbers.map((number) => [number, numbers.filter((other) => other !== number)])));
}

function columns(imported, twinsOf) {
  const twin = (file) => {
    const others = twinsOf.get(file.number);
    if (!others) return [];
    const named = others.slice(0, 3).join(say('、', ', ')) + (others.length > 3 ? say('等', ' …') : '');
    return [say(`第${named}个也是这个机关、这个年度的`, `no. ${named}: of the same organ and year`)];
  };
  const open = (file) => `/imports/${imported.id}/${file.number}`;
  return [
    { id: 'number', kind: 'number', head: say('序', 'No.'), label: say('序', 'No.'), sortable: true, by: (file) => file.number, plain: (file) => file.number, cell: (file) => file.number, wide: true },
    { id: 'name', kind: 'name', head: say('文件', 'File'), sortable: true, by: (file) => file.name, plain: (file) => file.name, cell: (file) => (file.state === 'forgotten' ? say('（已清除）', '(cleared)') : html`<a class="long-name" href=${open(file)}>${file.name}</a>`) },
    { id: 'organ', kind: 'text', head: say('机关', 'Organ'), label: say('机关', 'Organ'), sortable: true, by: organOf, plain: organOf,
      cell: (file) => {
        const { organ = [], printed = [] } = file.proposals ?? {};
        if (organ.length === 1) return organ[0].name;
        if (organ.length > 1) return html`<span class="warnc">${organ.map((one, i) => html`${i > 0 && html`<br />${say('还是', 'or ')}`}${one.name}`)}</span>`;
        return printed[0] ? html`<span class="warnc">${say('没有对上登记的：', 'not registered: ')}${printed[0]}</span>` : file.state === 'read' ? html`<span class="warnc">${say('没有写', 'not said')}</span>` : '';
      } },
    { id: 'year', kind: 'text', className: 'nowrap', head: say('年度', 'Year'), label: say('年度', 'Year'), sortable: true, by: (file) => file.proposals?.year[0] ?? null, plain: (file) => (file.proposals?.year ?? []).join(' '),
      cell: (file) => {
        const years = file.proposals?.year ?? [];
        return years.length === 1 ? html`${years[0]}${file.proposals.scope ? html` <span class="note">${scopes(file.proposals.scope.scope)}</span>` : ''}` : years.length > 1 ? html`<span class="warnc">${years.join(say('还是', ' or '))}</span>` : file.state === 'read' ? html`<span class="warnc">${say('没有写', 'not said')}</span>` : '';
      } },
    { id: 'cells', kind: 'number', head: say('读出（格）', 'Cells read'), label: say('读出（格）', 'Cells read'), sortable: true, by: (file) => (file.state === 'read' ? file.counts.cells : null), plain: (file) => (file.state === 'read' ? file.counts.cells : ''), cell: (file) => (file.state === 'read' ? file.counts.cells : '') },
    { id: 'state', kind: 'text', head: say('结果', 'Result'), label: say('结果', 'Result'), sortable: true, by: (file) => ALL.indexOf(standingOf(file)), plain: (file) => standings(standingOf(file)),
      cell: (file) => html`<${State} of=${shapeOf(standingOf(file))} word=${standings(standingOf(file))} />` },
    { id: 'wants', kind: 'text', head: say('要做什么', 'What to do'), label: say('要做什么', 'What to do'), plain: (file) => wants(file).join(' '),
      cell: (file) => (file.takenOver ? html`<a href=${`/reports/${file.takenOver}`}>${say('看采用成的报告', 'See the report')}</a>` : file.problem ? html`${/[。.]$/.test(file.problem.detail) ? file.problem.detail : `${file.problem.detail}${say('。', '.')}`} <span class="note">${remedy(file.problem.reason)}</span>` : list([...twin(file), ...wants(file)]) || (file.state === 'read' ? say('看过就可以采用', 'take it over when you have looked at it') : '')) },
  ];
}

export function ImportFiles({ imported, answer, address }) {
  const rest = useRest(imported);
  const [result, setResult] = useState(null);
  const [problem, setProblem] = useState(null);
  const [taking, setTaking] = useState(false);
  const files = [...imported.files, ...rest].map((file) => ({ ...file, key: file.number }));
  const counts = new Map(ALL.map((code) => [code, files.filter((file) => standingOf(file) === code).length]));
  const reading = imported.state === 'reading';
  const { show, q = '' } = address.query;
  const shown = files.filter((file) => (!show || standingOf(file) === show) && (!q || file.name.includes(q) || organOf(file).includes(q)));
  const ready = counts.get('ready');
  const takeAll = async () => {
    if (taking) return;
    setTaking(true);
    setProblem(null);
    try {
      const { data } = await ask(`/imports/${imported.id}/drafts`, { method: 'POST' });
      forget('/');
      setResult(data);
    } catch (refused) {
      setProblem(refused);
    } finally {
      setTaking(false);
      answer.again();
    }
  };
  const filter = (code, words, n) => html`<button type="button" aria-pressed=${(show ?? '') === code} onClick=${() => change({ show: code || null })}>${words} ${n}</button>`;
  return html`<main id="main" class="page" tabindex="-1">
    <ol class="crumbs note"><li><a href="/imports">${say('导入', 'Imports')}</a></li><li aria-current="page">${say(`第${imported.id}次`, `no. ${imported.id}`)}</li></ol>
    <div class="head-row"><h1 class="long-name">${imported.name}</h1><span class="note">${person(imported.author)}${say('，', ', ')}${moment(imported.createdAt)}</span><span class="grow"></span><${DeleteImport} imported=${imported} done=${() => go('/imports')} /></div>
    <${Answered} answer=${answer}>${() => html`<div class="cover"><div>${reading
      ? html`<p><b>${progress(imported)}${say(`，已完成${imported.percent}%`, `, ${imported.percent}% done`)}</b></p><${Progress} done=${imported.percent} of=${100} label=${say('读文件的进度', 'Reading')} /><p class="note">${say('可以离开这一页，读到哪里都留着。', 'You may leave this page: the service goes on.')}</p>`
      : html`<p><b>${outcome(imported)}${say('。', '.')}</b>${counts.get('choose') > 0 ? say(`${counts.get('choose')}个要选机关、年度或者范围：打开文件来选，服务不猜。`, ` ${counts.get('choose')} want an organ, a year or a scope: open the file and choose; nothing is guessed.`) : ''}</p>`}</div>
      ${ready > 0 && html`<button type="button" class="button main" aria-busy=${taking} onClick=${takeAll}>${taking ? say('正在采用……', 'Taking over …') : say(`能定机关、年度和范围的${ready}个都采用为草稿`, `Take all ${ready} over that leave no choice`)}</button>`}</div>`}</${Answered}>
    ${problem && html`<${Refused} problem=${problem} title=${say('没有采用', 'Nothing was taken over')} focus=${true} />`}
    ${result && html`<${Result} result=${result} imported=${imported} close=${() => setResult(null)} />`}
    <${Live}>${reading ? '' : outcome(imported)}</${Live}>
    <div class="bar-row"><span class="seg filters">${filter('', say('全部', 'All'), files.length)}${ALL.filter((code) => counts.get(code) > 0 || show === code).map((code) => filter(code, standings(code), counts.get(code)))}</span>
      ${files.length > FEW && html`<label class="pick"><span>${say('查找文件或者机关', 'Find a file or organ')}</span><input class="field" type="search" value=${q} onInput=${(event) => change({ q: event.target.value.trim() || null })} /></label>`}</div>
    ${shown.length === 0 ? html`<${Empty} title=${say('没有这样的文件', 'No such file')} action=${html`<button type="button" class="button small" onClick=${() => change({ show: null, q: null })}>${say('看全部', 'Show all')}</button>`}>${say('换一类再看。', 'Look at others.')}</${Empty}>`
      : html`<div class="board"><${FigureTable} className="flush cards files" caption=${say('文件', 'Files')} columns=${columns(imported, twins(files))} rows=${shown} /></div>`}
  </main>`;
}
