/** A kind of problem described, or an address that is none of ours: what happened, why, what to do next. */
import { html, useState } from './html.js';
import { useAnswer } from './api.js';
import { go, link } from './address.js';
import { useTitle } from './frame.js';
import { Answered } from './notice.js';
import { say } from './words.js';

export function Search({ at }) {
  const [text, setText] = useState('');
  const submit = (event) => {
    event.preventDefault();
    if (text.trim()) go(link('/search', { q: text.trim() }));
  };
  return html`<form class="find" role="search" onSubmit=${submit}>
    <input class="field" type="search" aria-label=${say('找地区或者机关', 'Find a region or an organ')} value=${text} onInput=${(event) => setText(event.target.value)} />
    <button type="submit" class="button main">${say('查找', 'Search')}</button></form>${at}`;
}

function NotFound({ address }) {
  useTitle(say('没有这一页', 'No such page'));
  return html`<main id="main" class="page slim" tabindex="-1">
    <h1>${say('没有这一页', 'There is no such page')}</h1>
    <p class="lead">${say('地址也许抄错了，也许已经改了。', 'The address may be mistyped, or it has changed.')}</p>
    <p class="note">${address.path}</p>
    <${Search} />
    <p><a href="/">${say('回到开始', 'Back to the start')}</a></p>
  </main>`;
}

function One({ code }) {
  const answer = useAnswer(`/problems/${encodeURIComponent(code)}`);
  useTitle(answer.data?.title);
  return html`<main id="main" class="page slim" tabindex="-1"><${Answered} answer=${answer}>${(problem) => html`
    <h1>${problem.title}</h1>
    <p class="lead">${problem.description}</p>
    <p class="note">${say(`代码 ${problem.code}，HTTP ${problem.status}`, `Code ${problem.code}, HTTP ${problem.status}`)}</p>
    <p><a href="/problems">${say('各类问题', 'All kinds of problems')}</a></p>`}</${Answered}></main>`;
}

function All() {
  const answer = useAnswer('/problems');
  useTitle(say('各类问题', 'All kinds of problems'));
  return html`<main id="main" class="page" tabindex="-1"><h1>${say('各类问题', 'All kinds of problems')}</h1><${Answered} answer=${answer}>${(problems) => html`
    <div class="scroll sheet"><table><thead><tr><th scope="col">${say('问题', 'Problem')}</th><th scope="col">${say('说明', 'What it means')}</th><th scope="col" class="n">HTTP</th></tr></thead>
    <tbody>${problems.map((one) => html`<tr><th scope="row"><a href=${one.type}>${one.title}</a></th><td>${one.description}</td><td class="n">${one.status}</td></tr>`)}</tbody></table></div>`}</${Answered}></main>`;
}

export default function Problems({ address }) {
  if (address.view !== 'problems') return html`<${NotFound} address=${address} />`;
  return address.parts[0] ? html`<${One} code=${address.parts[0]} />` : html`<${All} />`;
}
