/** Begins: who one is, then the view of the address. */
import { html, render, useEffect, useErrorBoundary, useRef, useState } from './html.js';
import { followLinks, go, here, link, useAddress } from './address.js';
import { Frame } from './frame.js';
import { Refused } from './notice.js';
import { begin as beginKeys } from './keys.js';
import { begin as beginPanels } from './panels.js';
import { begin as beginPreferences } from './preferences.js';
import { begin as beginSession, useSession } from './session.js';
import { roles, say } from './words.js';
import { VIEWS, has, mayOpen, wantsKey } from './views.js';

function Broken({ problem, again }) {
  return html`<main id="main" class="page" tabindex="-1"><${Refused} alone=${true} problem=${problem} again=${again}
    title=${say('这一页没有画出来', 'This view could not be drawn')} focus=${true} /></main>`;
}

/** What a role may not do is in no menu; whoever comes by a link is told who may. */
function Closed({ view, caller }) {
  const may = VIEWS[view].roles.map(roles);
  return html`<main id="main" class="page slim" tabindex="-1"><h1>${say('这一页不对这个密钥开放', 'This view is not open to this key')}</h1>
    <p class="lead">${say(`可以打开的：${may.join('、')}。现在登录的是${roles(caller.role)}。`, `It is for: ${may.join(', ')}. You are signed in as: ${roles(caller.role)}.`)}</p>
    <p><a class="button" href="/">${say('回到开始', 'Back to the start')}</a></p></main>`;
}

function View({ view, address }) {
  const [Drawn, setDrawn] = useState(null);
  const [failure, setFailure] = useState(null);
  const [broken, mend] = useErrorBoundary((error) => console.error(error));
  const { caller, settings } = useSession();
  useEffect(() => {
    let wanted = true;
    setFailure(null);
    const module = has(view) ? VIEWS[view].load() : import('./problems.js');
    module.then((loaded) => wanted && setDrawn(() => loaded.default)).catch((error) => wanted && setFailure(error));
    return () => { wanted = false; };
  }, [view]);
  const closed = has(view) && !mayOpen(view, caller);
  const signInFirst = wantsKey(view, { caller, settings });
  useEffect(() => {
    if (signInFirst) go(link('/sign-in', { then: address.path }), { replace: true });
  }, [signInFirst, address.path]);
  if (signInFirst) return html`<main id="main" class="page" tabindex="-1"></main>`;
  if (closed) return html`<${Closed} view=${view} caller=${caller} />`;
  if (broken) return html`<${Broken} problem=${broken} again=${mend} />`;
  if (failure) return html`<${Broken} problem=${{ detail: say('没有取到这一页的程序；网络恢复以后重新载入。', 'Its program was not fetched; load the page again when the network is back.') }} again=${() => location.reload()} />`;
  if (!Drawn) return html`<main id="main" class="page" tabindex="-1"></main>`;
  return html`<${Drawn} key=${caller?.prefix ?? ''} address=${address} />`;
}

function Page() {
  const address = useAddress();
  const first = useRef(true);
  const where = [address.view, ...address.parts].join('/');
  useEffect(() => {
    if (!first.current && !address.fragment) document.getElementById('main')?.focus({ preventScroll: true });
    first.current = false;
  }, [where]);
  return html`<${Frame}><${View} key=${address.view} view=${address.view} address=${address} /></${Frame}>`;
}

beginPreferences();
followLinks();
beginKeys();
beginPanels();
// The program of the view comes while it is asked who one is; that it fails is said where it is drawn.
if (has(here().view)) VIEWS[here().view].load().catch(() => {});
await beginSession();
render(html`<${Page} />`, document.getElementById('page'));
