/** Regions and organs by a part of their name or by their code. */
import { html, useEffect, useState } from './html.js';
import { useAnswer } from './api.js';
import { change, link } from './address.js';
import { useTitle } from './frame.js';
import { Answered } from './notice.js';
import { useStanding } from './standing.js';
import { mayOpen } from './views.js';
import { session } from './session.js';
import { number } from './cell.js';
import { kinds, say } from './words.js';

function Found({ answer, title, children }) {
  return html`<section><h2>${title}${answer.data && html` <span class="note">${number(answer.data.total)}</span>`}</h2>
    <${Answered} answer=${answer}>${(data) => (data.items.length === 0 ? html`<p class="note">${say('没有符合的。', 'None.')}</p>` : html`<ul class="found">${data.items.map(children)}</ul>
      ${data.next && html`<p class="note">${say(`只列了前${number(data.items.length)}个；多写几个字再查。`, `Only the first ${number(data.items.length)} are listed; type more of the name.`)}</p>`}`)}</${Answered}></section>`;
}

export default function Search({ address }) {
  const q = address.query.q ?? '';
  const [text, setText] = useState(q);
  const { year } = useStanding();
  const regions = useAnswer(q ? '/regions' : null, { q, limit: 20 });
  const organs = useAnswer(q ? '/organs' : null, { q, limit: 50 });
  const { caller } = session();
  useTitle(say('查找', 'Search'));
  useEffect(() => setText(q), [q]);
  const submit = (event) => {
    event.preventDefault();
    change({ q: text.trim() });
  };
  return html`<main id="main" class="page slim" tabindex="-1"><h1>${say('查找', 'Search')}</h1>
    <form class="find" role="search" onSubmit=${submit}><label class="sr" for="q">${say('地区或者机关', 'Region or organ')}</label>
      <input class="field" id="q" type="search" value=${text} onInput=${(event) => setText(event.target.value)} /><button type="submit" class="button main">${say('查找', 'Search')}</button></form>
    ${q && html`<${Found} answer=${regions} title=${say('地区', 'Regions')}>${(one) => html`<li>${mayOpen('overview', caller) ? html`<a href=${`/overview/${one.code}/${year}`}>${one.name}</a>` : one.name} <span class="note">${one.code}</span></li>`}</${Found}>
      <${Found} answer=${organs} title=${say('机关', 'Organs')}>${(one) => html`<li>${mayOpen('organs', caller) ? html`<a href=${`/organs/${one.code}`}>${one.name}</a>` : html`<a href=${link(`/overview/${one.region}/${year}`)}>${one.name}</a>`}
        <span class="note"> ${one.regionName}${say('，', ', ')}${one.kindLabel ?? kinds(one.kind)}</span></li>`}</${Found}>`}</main>`;
}
