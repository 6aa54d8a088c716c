import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { link } from '../../main/resources/META-INF/resources/page/address.js';
import { ask, everyPage, forget } from '../../main/resources/META-INF/resources/page/api.js';
import { inside } from '../../main/resources/META-INF/resources/page/sign-in.js';
import { has, mayOpen } from '../../main/resources/META-INF/resources/page/views.js';

const asked = [];
const server = createServer((request, response) => {
  asked.push({ url: request.url, ...request.headers });
  const answer = (status, body, headers = {}) => {
    response.writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json', ...headers });
    response.end(body === null ? '' : JSON.stringify(body));
  };
  if (request.url.startsWith('/api/v1/tagged')) {
    if (request.headers['if-none-match'] === '"1"') answer(304, null, { ETag: '"1"' });
    else answer(200, { n: 1 }, { ETag: '"1"' });
  } else if (request.url.startsWith('/api/v1/pages')) {
    const second = request.url.includes('cursor=x');
    answer(200, { items: second ? [3] : [1, 2], next: second ? null : 'x' });
  } else {
    answer(429, { code: 'too-many-requests', title: '请求过多' }, { 'Retry-After': '7' });
  }
});
const browser = globalThis.fetch;

before(async () => {
  await new Promise((done) => server.listen(0, done));
  globalThis.fetch = (address, options) => browser(`http://localhost:${server.address().port}${address}`, options);
});
after(() => {
  globalThis.fetch = browser;
  server.close();
});

test('what has not changed is not sent again', async () => {
  assert.deepEqual((await ask('/tagged')).data, { n: 1 });
  assert.deepEqual((await ask('/tagged')).data, { n: 1 });
  assert.equal(asked.at(-1)['if-none-match'], '"1"');
  forget('/tagged');
  await ask('/tagged');
  assert.equal(asked.at(-1)['if-none-match'], undefined);
});

test('a refusal is a problem with its code, and says when again', async () => {
  await assert.rejects(ask('/busy'), (problem) => problem.code === 'too-many-requests' && problem.status === 429 && problem.retryAfter === 7);
});

test('all pages of a list', async () => {
  assert.deepEqual(await everyPage('/pages'), [1, 2, 3]);
});

test('without a network the problem says so', async () => {
  const there = globalThis.fetch;
  globalThis.fetch = () => Promise.reject(new TypeError('failed to fetch'));
  await assert.rejects(ask('/tagged'), (problem) => problem.code === 'offline' && problem.status === 0);
  globalThis.fetch = there;
});

test('an address leaves out what is not said, and lists stay legible', () => {
  assert.equal(link('/board/371002/2021', { state: 'errors,returned', q: '街道', view: null, late: false }, 'x'), '/board/371002/2021?state=errors,returned&q=%E8%A1%97%E9%81%93#x');
  assert.equal(link('/overview'), '/overview');
});

test('signing in leads nowhere else', () => {
  assert.equal(inside('/board/371002/2021?q=1'), '/board/371002/2021?q=1');
  for (const then of ['//elsewhere.example', '/\\elsewhere', '/\t/elsewhere.example', '/\n/elsewhere.example', 'https://elsewhere.example', '/sign-in?then=/x', undefined]) assert.equal(inside(then), '/');
});

test('what a role may not do is not there', () => {
  assert.ok(mayOpen('overview', null));
  assert.ok(!mayOpen('board', null) && !mayOpen('board', { role: 'organ' }) && mayOpen('board', { role: 'office' }));
  assert.ok(!has('nowhere') && !mayOpen('nowhere', { role: 'admin' }));
});

test('letters are letters where somebody types', async () => {
  const { typing } = await import('../../main/resources/META-INF/resources/page/keys.js');
  assert.ok(typing({ closest: () => ({}) }));
  assert.ok(!typing({ closest: () => null }) && !typing(null));
});
