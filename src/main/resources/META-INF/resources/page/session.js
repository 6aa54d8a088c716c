/**
 * Who one is: a key kept for the tab or on this computer, or a token of the house's own sign-in (code with PKCE).
 * exports:
 *   session() / useSession()   {signedIn, caller, settings}; caller as GET /api/v1/caller says, null for anyone
 *   headers()                  what a request carries
 *   identity()                 changes with the caller, for caches
 *   may(...roles)              whether the caller has one of these roles (an administrator is not meant unless named)
 *   begin()                    once, at the start: settings, what is kept, who that is
 *   signIn(key, {keep})        keep: on this computer; throws the problem when the key is refused
 *   signOut()                  forgets all of it
 *   goToProvider(then), comeBack(query)   the two halves of signing in with the provider
 */
import { shared } from './shared.js';

const KEY = 'gongkai.key';
const TOKEN = 'gongkai.token';
const VERIFIER = 'gongkai.verifier';
const current = shared({ signedIn: false, caller: null, settings: null });
let credential = null; // {key} or {token}
let generation = 0;

export const session = current.get;
export const useSession = current.use;
export const identity = () => generation;
export const may = (...roles) => roles.includes(session().caller?.role);

export function headers() {
  if (credential?.key) return { 'X-API-Key': credential.key };
  return credential?.token ? { Authorization: `Bearer ${credential.token}` } : {};
}

function stores() {
  try {
    return [sessionStorage, localStorage];
  } catch {
    return []; // storage that is switched off: signed in until the window is loaded anew
  }
}

function remembered() {
  for (const store of stores()) {
    const key = store.getItem(KEY);
    if (key) return { key };
    const token = store.getItem(TOKEN);
    if (token) return { token };
  }
  return null;
}

export async function begin() {
  const settings = fetch('/page/settings.json').then((answer) => answer.json()).catch(() => ({}));
  credential = remembered();
  // Who one is, is asked at the same time.
  const known = credential ? become(credential).catch((problem) => {
    if (problem.status === 401) forget();
    else current.set({ ...session(), problem });
  }) : null;
  const given = await settings;
  current.set({ ...session(), settings: given }); // read after the wait: who one is may be known by now
  await known;
}

async function become(wanted) {
  const before = credential;
  credential = wanted;
  generation++;
  const answer = await fetch('/api/v1/caller', { headers: { Accept: 'application/json', ...headers() } });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    credential = before === wanted ? null : before;
    throw Object.assign(new Error(body.title), body, { status: answer.status });
  }
  current.set({ ...session(), signedIn: true, caller: body, problem: undefined });
}

export async function signIn(key, { keep = false } = {}) {
  await become({ key });
  const [tab, computer] = stores();
  // The one before, kept elsewhere, must not come back.
  for (const store of stores()) for (const name of [KEY, TOKEN]) store.removeItem(name);
  (keep ? computer : tab)?.setItem(KEY, key);
}

function forget() {
  for (const store of stores()) {
    store.removeItem(KEY);
    store.removeItem(TOKEN);
    store.removeItem(VERIFIER);
  }
  credential = null;
  generation++;
  current.set({ ...session(), signedIn: false, caller: null });
}

export function signOut() {
  forget();
}

// Who signs out in one window is signed out in all that have the same from this computer.
globalThis.addEventListener?.('storage', ({ key, oldValue, newValue }) => {
  const mine = { [KEY]: credential?.key, [TOKEN]: credential?.token }[key];
  if (mine && mine === oldValue && newValue === null) forget();
});

const bytes = (n) => crypto.getRandomValues(new Uint8Array(n));
const base64url = (raw) =>
  btoa(String.fromCharCode(...new Uint8Array(raw))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

export async function goToProvider(then) {
  const provider = session().settings.openId;
  const verifier = base64url(bytes(48));
  const state = base64url(bytes(16));
  const challenge = base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
  sessionStorage.setItem(VERIFIER, JSON.stringify({ verifier, state, then }));
  const asked = new URLSearchParams({
    response_type: 'code', client_id: provider.clientId, redirect_uri: `${location.origin}/sign-in`,
    scope: provider.scope, state, code_challenge: challenge, code_challenge_method: 'S256',
  });
  location.assign(`${provider.authorizationEndpoint}?${asked}`);
}

/** Gives the code for a token; answers where one wanted to go. */
export async function comeBack({ code, state }) {
  const kept = JSON.parse(sessionStorage.getItem(VERIFIER) ?? '{}');
  sessionStorage.removeItem(VERIFIER);
  if (!kept.state || kept.state !== state) {
    throw Object.assign(new Error('state'), { code: 'sign-in-not-ours', status: 0 });
  }
  const provider = session().settings.openId;
  const answer = await fetch(provider.tokenEndpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code', code, code_verifier: kept.verifier, client_id: provider.clientId,
      redirect_uri: `${location.origin}/sign-in`,
    }),
  });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error(body.error_description ?? body.error), { status: answer.status });
  await become({ token: body.access_token });
  stores()[0]?.setItem(TOKEN, body.access_token);
  return kept.then;
}
