/**
 * Says five minutes before that one will be signed out, and that one is. What was typed stays where it is.
 * exports: SessionNotice(); phaseOf(expiresAt, now) → 'none' | 'soon' | 'over'; nextLook(expiresAt, now)   milliseconds until the phase may be another
 */
import { html, useEffect, useState } from './html.js';
import { link, useAddress } from './address.js';
import { Band } from './notice.js';
import { useSession } from './session.js';
import { clock, say } from './words.js';

const BEFORE = 5 * 60_000;
const TICK = 30_000;
/** Timers count in 31 bits, and a computer sleeps. */
const LONGEST = 10 * 60_000;

export function phaseOf(expiresAt, now) {
  if (!expiresAt) return 'none';
  const left = new Date(expiresAt).getTime() - now;
  if (left <= 0) return 'over';
  return left <= BEFORE ? 'soon' : 'none';
}

export function nextLook(expiresAt, now) {
  const left = new Date(expiresAt).getTime() - now;
  const wanted = left > BEFORE ? left - BEFORE : Math.min(left, TICK);
  return Math.min(Math.max(wanted, 0), LONGEST);
}

export function SessionNotice() {
  const { caller } = useSession();
  const address = useAddress();
  const [now, setNow] = useState(Date.now());
  const end = caller?.expiresAt;
  const phase = phaseOf(end, now);
  useEffect(() => {
    if (!end || phaseOf(end, Date.now()) === 'over') {
      setNow(Date.now());
      return undefined;
    }
    const timer = setTimeout(() => setNow(Date.now()), nextLook(end, Date.now()) + 50);
    return () => clearTimeout(timer);
  }, [end, now]);
  // The region is there before its words, or nobody would hear them.
  const isKey = caller?.kind === 'key';
  const minutes = Math.max(1, Math.ceil((new Date(end).getTime() - now) / 60_000));
  const words = {
    none: () => '',
    soon: () => (isKey ? say(`这个密钥用到${clock(end)}，还有${minutes}分钟；把手上的填完，再换新的密钥登录。`, `This key ends at ${clock(end)}, in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}: finish what you do, and sign in with a new one.`)
      : say(`登录到${clock(end)}为止，还有${minutes}分钟；现在再登录一次，就不会中断。`, `You are signed in until ${clock(end)}, ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} more: sign in again now, and nothing is interrupted.`)),
    over: () => (isKey ? say('这个密钥到期了。填的内容还在这台电脑上，换新的密钥登录以后接着填。', 'This key has ended. What you typed is on this computer: sign in with a new key and go on.')
      : say('登录到期了。填的内容还在这台电脑上，再登录以后接着填。', 'You are signed in no more. What you typed is on this computer: sign in and go on.')),
  }[address.view === 'sign-in' ? 'none' : phase]();
  return html`<div class="session-notice" role="status">${words && html`<${Band} action=${html`<a class="button small" href=${link('/sign-in', { then: address.path, again: 'yes' })}>${say('再登录', 'Sign in again')}</a>`}>${words}</${Band}>`}</div>`;
}
