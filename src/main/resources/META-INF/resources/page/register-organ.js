/**
 * One organ: registered, corrected, renamed or moved from a day on, closed or merged.
 * exports: OrganForm({code (absent: a new one), region, name, close, done(words, issued keys)})
 */
import { html, useEffect, useRef, useState } from './html.js';
import { ask, useAnswer } from './api.js';
import { Refused } from './notice.js';
import { Field, KINDS, Picked, besides, violationsOf } from './register-fields.js';
import { keysFor } from './register-keys.js';
import { kindOf } from './register-rows.js';
import { dateOf, day, kinds, say } from './words.js';

/** What the service takes for each of the ways; what stays away is not said. */
function bodyOf(way, fields, before) {
  const { name, region, kind, validFrom, validTo, successor } = fields;
  if (way === 'close') return { name: before.name, region: before.region, kind: before.kind, validTo, ...(successor.trim() ? { successor: successor.trim() } : {}) };
  const kept = way === 'correct' && before?.validTo ? { validTo: before.validTo, ...(before.successor ? { successor: before.successor } : {}) } : {};
  return { name: name.trim(), region: region.trim(), kind, ...(way !== 'correct' && validFrom ? { validFrom } : {}), ...kept };
}

function Successor({ own, value, onChange, problem }) {
  const [q, setQ] = useState('');
  const found = useAnswer(q.trim().length > 1 ? '/organs' : null, { q: q.trim(), limit: 10 }).data;
  return html`<div class="stack tight"><${Field} label=${say('并入的机关的代码（撤销的留空）', 'Code of the organ that it is merged into (empty: closed)')} value=${value} onInput=${onChange} problem=${problem} />
    <label class="labelled">${say('按名称找', 'Find it by name')}<input class="field" type="search" value=${q} onInput=${(event) => setQ(event.target.value)} /></label>
    ${found && html`<ul class="plain-list">${found.items.filter((one) => one.code !== own).map((one) => html`<li key=${one.code}><button type="button" class="as-link" onClick=${() => { onChange(one.code); setQ(''); }}>${one.name}</button> <span class="note">${one.code}</span></li>`)}</ul>`}</div>`;
}

export function OrganForm({ code, region, name: regionName, close, done }) {
  const [before, setBefore] = useState(null);
  const [way, setWay] = useState(code ? 'correct' : 'new');
  const [fields, setFields] = useState({ code: '', name: '', region, kind: '', validFrom: '', validTo: dateOf(), successor: '' });
  const [withKey, setWithKey] = useState(true);
  const [insist, setInsist] = useState(false);
  const [problem, setProblem] = useState(null);
  const [sending, setSending] = useState(false);
  const chosen = useRef(false);
  const box = useRef(null);
  useEffect(() => box.current?.focus(), []);
  useEffect(() => {
    if (!code) return;
    ask(`/organs/${encodeURIComponent(code)}`).then(({ data, etag }) => {
      setBefore({ ...data, etag });
      setFields((now) => ({ ...now, code, name: data.name, region: data.region, kind: data.kind }));
      chosen.current = true;
    }, setProblem);
  }, [code]);
  const put = (field) => (value) => setFields((now) => ({
    ...now, [field]: value, ...(field === 'name' && !chosen.current ? { kind: kindOf(value.trim()) || now.kind } : {}),
  }));
  const wrong = violationsOf(problem);
  const send = async (event) => {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    setProblem(null);
    const organ = code ?? fields.code.trim().toUpperCase();
    try {
      await ask(`/organs/${encodeURIComponent(organ)}`, {
        method: 'PUT', query: { insist }, body: bodyOf(way, fields, before), headers: code ? { 'If-Match': before.etag } : { 'If-None-Match': '*' },
      });
      const named = fields.name.trim();
      const words = { new: say(`登记了${named}。`, `${named} is registered.`), correct: say(`更正了${named}。`, `${named} is corrected.`), rename: say(`${day(fields.validFrom, { year: true })}起是${named}。`, `From ${day(fields.validFrom)} on it is ${named}.`), close: say(`${before?.name}从${day(fields.validTo, { year: true })}起停用。`, `${before?.name} ends on ${day(fields.validTo)}.`) }[way];
      done(words, !code && withKey ? await keysFor([organ]) : null);
    } catch (refused) {
      setProblem(refused);
    } finally {
      setSending(false);
    }
  };
  if (code && !before) return problem ? html`<${Refused} problem=${problem} />` : '';
  const radio = (value, words) => html`<label><input type="radio" name="way" checked=${way === value} onChange=${() => setWay(value)} /> ${words}</label>`;
  const codeDoubtful = !code && wrong.code;
  return html`<form class="sheet side-sheet" data-panel tabindex="-1" ref=${box} onSubmit=${send} aria-label=${code ? say(`改${before.name}`, `Change ${before.name}`) : say('登记一家机关', 'Register an organ')}>
    <header><h2 class="title">${code ? before.name : say(`登记${regionName}的一家机关`, `Register an organ of ${regionName}`)}</h2><span class="note">${code ?? ''}</span></header>
    ${code && html`<div class="ways" role="radiogroup" aria-label=${say('改什么', 'What to change')}>${radio('correct', say('更正写错的', 'Correct a mistake'))}${radio('rename', say('从某一天起更名、划转', 'Rename or move from a day on'))}${radio('close', say('撤销、并入', 'Close or merge'))}</div>`}
    ${way === 'close' ? html`<div class="two"><${Field} type="date" label=${say('从哪一天起不再有', 'First day on which it is no more')} value=${fields.validTo} onInput=${put('validTo')} problem=${wrong.validTo} required />
        <${Successor} own=${code} value=${fields.successor} onChange=${put('successor')} problem=${wrong.successor} /></div>`
      : html`<div class="two">
        ${!code && html`<${Field} label=${say('代码', 'Code')} note=${say('统一社会信用代码，没有的用自编代码，如371002-001', 'Unified social credit code; one of your own where there is none, such as 371002-001')} value=${fields.code} onInput=${put('code')} problem=${wrong.code} required />`}
        <${Field} label=${say('名称', 'Name')} value=${fields.name} onInput=${put('name')} problem=${wrong.name} required />
        <${Picked} label=${say('类别', 'Kind')} value=${fields.kind} onChange=${(value) => { chosen.current = true; put('kind')(value); }} options=${KINDS.map((one) => [one, kinds(one)])} problem=${wrong.kind} />
        <${Field} label=${say('地区代码', 'Code of the region')} value=${fields.region} onInput=${put('region')} problem=${wrong.region} required />
        ${way !== 'correct' && html`<${Field} type="date" label=${way === 'new' ? say('从哪一天起（一直就有的留空）', 'Since (empty: since ever)') : say('从哪一天起', 'From which day')} value=${fields.validFrom} onInput=${put('validFrom')} problem=${wrong.validFrom} required=${way === 'rename'} />`}</div>`}
    ${codeDoubtful && html`<label class="ways"><span><input type="checkbox" checked=${insist} onChange=${(event) => setInsist(event.target.checked)} /> ${say('代码核对过，没有错，照样登记', 'The code is right; register it all the same')}</span></label>`}
    ${!code && html`<div class="ways"><label><input type="checkbox" checked=${withKey} onChange=${(event) => setWithKey(event.target.checked)} /> ${say('同时做一个密钥给它', 'Make a key for it, too')}</label></div>`}
    ${problem && html`<${Refused} problem=${besides(problem)} focus=${true} title=${problem.status === 412 && !code ? say('这个代码已经登记过', 'This code is registered already') : say('没有登记', 'Not registered')} />`}
    <div class="do"><button class="button main">${sending ? say('正在登记……', 'Registering …') : { new: say('登记', 'Register'), correct: say('更正', 'Correct it'), rename: say('更名或者划转', 'Rename or move it'), close: say('停用', 'Close it') }[way]}</button>
      <button type="button" class="button" data-close onClick=${close}>${say('不做了', 'Leave it')}</button></div></form>`;
}
