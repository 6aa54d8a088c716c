/**
 * One region: registered, corrected, retired from a day on.
 * exports: RegionForm({code (absent: a new one), region (the one above), name, level (of the one above), close, done(words)})
 */
import { html, useEffect, useRef, useState } from './html.js';
import { ask } from './api.js';
import { Refused } from './notice.js';
import { Field, LEVELS, Picked, besides, violationsOf } from './register-fields.js';
import { levels, say } from './words.js';

export function RegionForm({ code, region, name: above, level, close, done }) {
  const [before, setBefore] = useState(null);
  const [fields, setFields] = useState({ code: '', name: '', level: LEVELS[LEVELS.indexOf(level) + 1] ?? 'township', parent: region, validFrom: '', validTo: '' });
  const [problem, setProblem] = useState(null);
  const [sending, setSending] = useState(false);
  const box = useRef(null);
  useEffect(() => box.current?.focus(), []);
  useEffect(() => {
    if (!code) return;
    ask(`/regions/${code}`).then(({ data, etag }) => {
      setBefore({ ...data, etag });
      setFields({ code, name: data.name, level: data.level, parent: data.parent ?? '', validFrom: data.validFrom ?? '', validTo: data.validTo ?? '' });
    }, setProblem);
  }, [code]);
  const put = (field) => (value) => setFields((now) => ({ ...now, [field]: value, ...(field === 'code' && !code && value.trim().length === 9 ? { level: 'township' } : {}) }));
  const wrong = violationsOf(problem);
  const send = async (event) => {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    setProblem(null);
    const { code: typed, ...rest } = fields;
    const body = Object.fromEntries(Object.entries(rest).map(([field, value]) => [field, value.trim()]).filter(([, value]) => value !== ''));
    try {
      await ask(`/regions/${encodeURIComponent(code ?? typed.trim())}`, { method: 'PUT', body, headers: code ? { 'If-Match': before.etag } : { 'If-None-Match': '*' } });
      done(code ? say(`更正了${body.name}。`, `${body.name} is corrected.`) : say(`登记了${body.name}。`, `${body.name} is registered.`));
    } catch (refused) {
      setProblem(refused);
    } finally {
      setSending(false);
    }
  };
  if (code && !before) return problem ? html`<${Refused} problem=${problem} />` : '';
  return html`<form class="sheet side-sheet" data-panel tabindex="-1" ref=${box} onSubmit=${send} aria-label=${code ? say(`改${before.name}`, `Change ${before.name}`) : say('登记一个地区', 'Register a region')}>
    <header><h2 class="title">${code ? before.name : say(`登记${above}的一个下级地区`, `Register a region below ${above}`)}</h2><span class="note">${code ?? ''}</span></header>
    <div class="two">
      ${!code && html`<${Field} label=${say('代码', 'Code')} note=${say('乡级9位，其他6位（GB/T 2260）', '9 digits for a township, 6 for others (GB/T 2260)')} value=${fields.code} onInput=${put('code')} problem=${wrong.code} required />`}
      <${Field} label=${say('名称', 'Name')} value=${fields.name} onInput=${put('name')} problem=${wrong.name} required />
      <${Picked} label=${say('级别', 'Level')} value=${fields.level} onChange=${put('level')} options=${LEVELS.map((one) => [one, levels(one)])} problem=${wrong.level} />
      <${Field} label=${say('上级地区的代码', 'Code of the region above')} value=${fields.parent} onInput=${put('parent')} problem=${wrong.parent} required />
      <${Field} type="date" label=${say('从哪一天起（可以不填）', 'Since (may be left out)')} value=${fields.validFrom} onInput=${put('validFrom')} problem=${wrong.validFrom} />
      <${Field} type="date" label=${say('从哪一天起停用（一直用的留空）', 'Retired from (empty: in force)')} value=${fields.validTo} onInput=${put('validTo')} problem=${wrong.validTo} /></div>
    ${problem && html`<${Refused} problem=${besides(problem)} focus=${true} title=${problem.status === 412 && !code ? say('这个代码已经登记过', 'This code is registered already') : say('没有登记', 'Not registered')} />`}
    <div class="do"><button class="button main">${sending ? say('正在登记……', 'Registering …') : code ? say('更正', 'Correct it') : say('登记', 'Register')}</button><button type="button" class="button" data-close onClick=${close}>${say('不做了', 'Leave it')}</button></div></form>`;
}
