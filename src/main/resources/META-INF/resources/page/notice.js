/**
 * What stands where there is nothing else to show.
 * exports:
 *   Empty({title, children, action})       why it is empty and the one next step
 *   Refused({problem, title, again, action, alone})  a problem as sentences: what happened, why, what to do next, the number to quote; alone: nothing
 *                                         else is on the page, so that it is what the page is called
 *                                         the detail says of the first violation what the list of them says
 *   Waiting({answer})                      after 300 ms "loading", after 5 s with a button to try again; nothing before
 *   Answered({answer, children})           one of the three above, or children(data), with a band above what may be old
 *   Band({children, action})               one line above, one act
 *   Live({children})                       said to those who listen, politely
 */
import { html, useEffect, useRef } from './html.js';
import { link, here } from './address.js';
import { clock, say } from './words.js';

export const Empty = ({ title, children, action }) => html`<div class="empty-state">
  ${title && html`<p class="title">${title}</p>`}<div>${children}</div>${action}
</div>`;

/** What one can do about it, beyond what the service says. */
function next(problem) {
  if (problem.code === 'offline') return say('看看网络是否连着，再重试。', 'See whether the network is connected, and try again.');
  if (problem.status === 429 || problem.status === 503) {
    return problem.retryAfter
      ? say(`${problem.retryAfter}秒以后再试。`, `Try again in ${problem.retryAfter} seconds.`)
      : say('过一会儿再试。', 'Try again in a while.');
  }
  if (problem.status >= 500) {
    return say('再试一次；还是这样，就把编号告诉管理员。', 'Try once more; if it stays, tell the administrator the number.');
  }
  return '';
}

export function Refused({ problem, title, again, action, alone = false, focus = false }) {
  const box = useRef(null);
  useEffect(() => {
    if (focus) box.current?.focus();
  }, [problem]);
  return html`<div class="problem" tabindex="-1" ref=${box} role=${focus ? 'alert' : undefined}>
    <${alone ? 'h1' : 'p'} class="title">${title ?? problem.title ?? say('出了差错', 'Something went wrong')}</${alone ? 'h1' : 'p'}>
    ${problem.detail && !problem.violations?.length && html`<p>${problem.detail}</p>`}
    ${problem.violations?.length > 0 && html`<ul class="plain-list">${problem.violations.slice(0, 20).map((violation) =>
      html`<li>${violation.message}${violation.pointer?.startsWith('/') && html` <span class="note">${violation.pointer}</span>`}</li>`)}</ul>`}
    ${next(problem) && html`<p>${next(problem)}</p>`}
    <div class="head-row">
      ${problem.status === 401 && html`<a class="button main" href=${link('/sign-in', { then: here().path, again: 'yes' })}>${say('登录', 'Sign in')}</a>`}
      ${problem.status === 403 && !action && html`<a class="button" href=${link('/')}>${say('回到首页', 'To the first page')}</a>`}
      ${again && problem.status !== 403 && html`<button type="button" class="button" onClick=${again}>${say('重试', 'Try again')}</button>`}
      ${action}
      ${problem.incident && html`<span class="note">${say(`编号 ${problem.incident}`, `Number ${problem.incident}`)}</span>`}
      ${problem.code && problem.status > 0 && html`<a class="note" href=${`/problems/${problem.code}`}>${say('这类问题的说明', 'About problems of this kind')}</a>`}
    </div>
  </div>`;
}

export function Waiting({ answer }) {
  if (!answer.waiting) return html`<div class="reserved"></div>`;
  return html`<div class="reserved note" role="status">
    <span>${answer.slow ? say('还在取数', 'Still loading') : say('正在取数', 'Loading')}</span>
    ${answer.slow && html` <button type="button" class="button small" onClick=${answer.again}>${say('重试', 'Try again')}</button>`}
  </div>`;
}

export function Answered({ answer, children }) {
  if (answer.data === undefined) {
    return answer.problem ? html`<${Refused} problem=${answer.problem} again=${answer.again} />` : html`<${Waiting} answer=${answer} />`;
  }
  return html`${answer.problem && html`<${Band} action=${html`<button type="button" class="button small" onClick=${answer.again}>${say('重新取', 'Fetch again')}</button>`}>
    ${answer.at
      ? say(`以上数字是${clock(new Date(answer.at).toISOString())}取得的，可能已经变化。`, `The figures are of ${clock(new Date(answer.at).toISOString())} and may have changed.`)
      : answer.problem.title}</${Band}>`}${children(answer.data)}`;
}

export const Band = ({ children, action }) => html`<div class="tell"><span>${children}</span><span class="grow"></span>${action}</div>`;

export const Live = ({ children }) => html`<p class="sr" role="status" aria-live="polite">${children}</p>`;
