import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { after, before, beforeEach, test } from 'node:test';
import { begin, comeBack, goToProvider, headers, session, signOut } from '../../main/resources/META-INF/resources/page/session.js';

const store = () => {
  const kept = new Map();
  return { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, String(value)), removeItem: (name) => kept.delete(name) };
};
const hash = (text) => createHash('sha256').update(text).digest('base64url');

// A provider that gives a token once for a code, to whoever has what the code was asked for with (RFC 7636), and a service that knows its token.
const codes = new Map();
let origin;
const server = createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  const answer = (status, json) => {
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(json));
  };
  if (request.url === '/page/settings.json') {
    answer(200, { openId: { clientId: 'gongkai-page', scope: 'openid', authorizationEndpoint: 'https://sso.example/authorize', tokenEndpoint: `${origin}/token` } });
  } else if (request.url === '/token') {
    const sent = Object.fromEntries(new URLSearchParams(body));
    const code = codes.get(sent.code);
    codes.delete(sent.code);
    const right = code && sent.grant_type === 'authorization_code' && sent.client_id === code.client_id
      && sent.redirect_uri === code.redirect_uri && hash(sent.code_verifier) === code.code_challenge;
    answer(right ? 200 : 400, right ? { access_token: 'token-of-wang' } : { error: 'invalid_grant' });
  } else {
    const known = request.headers.authorization === 'Bearer token-of-wang';
    answer(known ? 200 : 401, known ? { role: 'office', region: '371002' } : { title: '未登录', code: 'unauthenticated' });
  }
});
const browser = globalThis.fetch;
let sentTo;

before(async () => {
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${server.address().port}`;
  globalThis.fetch = (address, options) => browser(new URL(address, origin), options);
  globalThis.location = { origin: 'https://gongkai.example', assign: (address) => (sentTo = new URL(address)) };
});
after(() => {
  globalThis.fetch = browser;
  server.close();
});
beforeEach(async () => {
  globalThis.sessionStorage = store();
  globalThis.localStorage = store();
  signOut();
  await begin();
});

/** As the provider does it when somebody has said who he is there. */
function allow() {
  const asked = Object.fromEntries(sentTo.searchParams);
  codes.set('code-1', asked);
  return { code: 'code-1', state: asked.state };
}

test('who signs in after somebody else begins with what is theirs', async () => {
  globalThis.location = { ...globalThis.location, pathname: '/overview/110000/2020', search: '', hash: '' };
  const { standing } = await import('../../main/resources/META-INF/resources/page/standing.js');
  const { go } = await import('../../main/resources/META-INF/resources/page/address.js');
  globalThis.history = { replaceState: (state, title, address) => (location.pathname = address), pushState: (state, title, address) => (location.pathname = address) };
  globalThis.scrollTo = () => {};
  assert.equal(standing().region, '110000');
  go('/sign-in');
  assert.equal(standing().region, '110000');
  await goToProvider('/');
  await comeBack(allow());
  assert.equal(standing().region, '371002');
});

test('one signs in with the provider, and is where one wanted to be', async () => {
  await goToProvider('/board/371002/2021');
  assert.equal(sentTo.origin + sentTo.pathname, 'https://sso.example/authorize');
  const asked = Object.fromEntries(sentTo.searchParams);
  assert.deepEqual([asked.response_type, asked.client_id, asked.scope, asked.redirect_uri, asked.code_challenge_method],
    ['code', 'gongkai-page', 'openid', 'https://gongkai.example/sign-in', 'S256']);
  assert.equal(await comeBack(allow()), '/board/371002/2021');
  assert.equal(session().caller.role, 'office');
  assert.deepEqual(headers(), { Authorization: 'Bearer token-of-wang' });
  await begin(); // the page is loaded anew
  assert.equal(session().signedIn, true);
});

test('an answer that was not asked for here signs nobody in', async () => {
  await goToProvider('/');
  await assert.rejects(comeBack({ ...allow(), state: 'of another' }), { code: 'sign-in-not-ours' });
  await assert.rejects(comeBack({ code: 'code-1', state: undefined }), { code: 'sign-in-not-ours' });
  assert.equal(session().signedIn, false);
  assert.deepEqual(headers(), {});
});

test('a code is good only with what it was asked for with', async () => {
  await goToProvider('/');
  const first = allow();
  await goToProvider('/');
  await assert.rejects(comeBack({ ...first, state: sentTo.searchParams.get('state') }), (problem) => problem.status === 400 && problem.message === 'invalid_grant');
  assert.equal(session().signedIn, false);
});
