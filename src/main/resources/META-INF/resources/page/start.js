/** Begins: who one is, then the view of the address. */
import { html, render, useEffect, useErrorBoundary, useRef, useState } from './html.js';
import { followLinks, useAddress } from './address.js';
import { Frame } from './frame.js';
import { Refused } from './notice.js';
import { begin as beginPreferences } from './preferences.js';
import { begin as beginSession, useSession } from './session.js';
import { say } from './words.js';
import { VIEWS, has } from './views.js';

function Broken({ problem, again }) {
  return html`<main id="main" class="page" tabindex="-1"><${Refused} problem=${problem} again=${again}
    title=${say('这一页没有画出来', 'This view could not be drawn')} focus=${true} /></main>`;
}

function View({ view, address }) {
  const [Drawn, setDrawn] = useState(null);
  const [failure, setFailure] = useState(null);
  const [broken, mend] = useErrorBoundary((error) => console.error(error));
  const { caller } = useSession();
  useEffect(() => {
    let wanted = true;
    setFailure(null);
    const module = has(view) ? VIEWS[view].load() : import('./problems.js');
    module.then((loaded) => wanted && setDrawn(() => loaded.default)).catch((error) => wanted && setFailure(error));
    return () => { wanted = false; };
  }, [view]);
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
await beginSession();
render(html`<${Page} />`, document.getElementById('page'));
