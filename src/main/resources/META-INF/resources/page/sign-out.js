/**
 * Signing out: what was answered and what is on its way are forgotten. Drafts on this computer that the service does not have yet go with it, but not unasked.
 * exports: SignOut()
 */
import { html, useState } from './html.js';
import { forget } from './api.js';
import { go } from './address.js';
import { leaveAll } from './file-sending.js';
import { dropKeptDrafts, keptDrafts } from './kept-drafts.js';
import { signOut } from './session.js';
import { say } from './words.js';

function kept() {
  try {
    return keptDrafts(localStorage).length;
  } catch {
    return 0; // switched off: nothing was kept
  }
}

export function SignOut() {
  const [left, setLeft] = useState(0);
  const leave = () => {
    leaveAll();
    forget();
    signOut();
    go('/sign-in');
  };
  const onClick = () => {
    const drafts = kept();
    if (drafts > 0) setLeft(drafts);
    else leave();
  };
  const drop = () => {
    dropKeptDrafts(localStorage);
    leave();
  };
  if (left === 0) return html`<button type="button" onClick=${onClick}>${say('退出', 'Sign out')}</button>`;
  return html`<span role="alert">${say(`这台电脑上有${left}份草稿还没有存到服务器`, `${left} ${left === 1 ? 'draft' : 'drafts'} on this computer not saved at the service yet`)}</span>
    <button type="button" onClick=${drop}>${say('删去并退出', 'Delete and sign out')}</button><button type="button" onClick=${() => setLeft(0)}>${say('不退出', 'Stay')}</button>`;
}
