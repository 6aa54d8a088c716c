// What the page costs, in a browser, on a service that runs; nothing is asserted, all of it is printed.
//   node src/test/page/measure.mjs http://localhost:8080 KEY 371002 2021 [how often]
// First the overview with nothing cached: when something stands there, when the figures do, what was fetched when, how many bytes.
// Then the board: frames while it scrolls from top to bottom, and how long a letter in its search takes until it is painted.
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

const [base, key, region, year, often = '5'] = process.argv.slice(2);
if (!year) {
  console.error('node src/test/page/measure.mjs BASE KEY REGION YEAR [HOW OFTEN]');
  process.exit(2);
}

const port = 9900 + (process.pid % 90);
const driver = spawn('chromedriver', [`--port=${port}`, '--log-level=OFF'], { stdio: 'ignore' });
const call = async (method, path, body) => {
  const answer = await fetch(`http://localhost:${port}${path}`, { method, body: body && JSON.stringify(body) });
  const { value } = await answer.json();
  if (value?.error) throw new Error(value.message);
  return value;
};
for (let i = 0; i < 50; i++) {
  try {
    await call('GET', '/status');
    break;
  } catch {
    await pause(100);
  }
}

const capabilities = { alwaysMatch: { 'goog:chromeOptions': { args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--window-size=1440,1000'] } } };
const { sessionId } = await call('POST', '/session', { capabilities });
const session = `/session/${sessionId}`;
const cdp = (cmd, params = {}) => call('POST', `${session}/goog/cdp/execute`, { cmd, params });
const js = (script, ...args) => call('POST', `${session}/execute/sync`, { script, args });
const go = (path) => call('POST', `${session}/url`, { url: base + path });
const until = async (script) => {
  for (let i = 0; i < 600; i++) {
    if (await js(script)) return;
    await pause(50);
  }
  throw new Error(`never: ${script}`);
};
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const round = (list) => list.map((one) => Math.round(one)).join(', ');

const WATCH = `
  window.seen = {};
  const look = () => {
    if (!seen.words && document.querySelector('main h1')?.textContent) seen.words = performance.now();
    if (!seen.figures && document.querySelector('#main-figures td.now')) seen.figures = performance.now();
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });`;

const SCROLL = `
  const frames = [];
  scrollTo(0, 0);
  return new Promise((done) => {
    const began = performance.now();
    let last = began;
    const frame = (now) => {
      frames.push(now - last);
      last = now;
      const before = scrollY;
      scrollBy(0, 90);
      if (scrollY > before && frames.length < 400 && now - began < 10_000) requestAnimationFrame(frame);
      else done(frames.slice(2));
    };
    requestAnimationFrame(frame);
  });`;

const TYPE = `
  const field = document.querySelector('main input[type=search]');
  const began = performance.now();
  field.value = arguments[0];
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return new Promise((done) => requestAnimationFrame(() => { const sent = new MessageChannel(); sent.port1.onmessage = () => done(performance.now() - began); sent.port2.postMessage(0); }));`;

try {
  await go('/page/icon.svg');
  await js('sessionStorage.setItem("gongkai.key", arguments[0])', key);
  await cdp('Page.addScriptToEvaluateOnNewDocument', { source: WATCH });
  const firsts = [];
  for (let i = 0; i < Number(often); i++) {
    await cdp('Network.clearBrowserCache');
    await go(`/overview/${region}/${year}`);
    await until('return Boolean(window.seen?.figures)');
    await pause(500);
    firsts.push(await js(`return { ...seen, paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
      fetched: performance.getEntriesByType('resource').map((one) => ({ name: one.name.replace(location.origin, ''), from: one.startTime, to: one.responseEnd, bytes: one.transferSize })), html: performance.getEntriesByType('navigation')[0].transferSize }`));
  }
  const one = firsts.sort((a, b) => a.figures - b.figures)[Math.floor(firsts.length / 2)];
  console.log(`overview ${region} ${year}, nothing cached, ms: first paint ${round(firsts.map((x) => x.paint))}; words ${round(firsts.map((x) => x.words))}; figures ${round(firsts.map((x) => x.figures))}`);
  for (const { name, from, to, bytes } of one.fetched.filter((x) => !x.name.startsWith('/page/'))) console.log(`  ${String(Math.round(from)).padStart(5)}–${String(Math.round(to)).padEnd(5)} ${String(bytes).padStart(7)} B  ${name}`);
  const files = one.fetched.filter((x) => x.name.startsWith('/page/'));
  console.log(`  ${files.length} files of the page, ${Math.round(Math.min(...files.map((x) => x.from)))}–${Math.round(Math.max(...files.map((x) => x.to)))} ms, ${((one.html + files.reduce((sum, x) => sum + x.bytes, 0)) / 1024).toFixed(1)} KB with the HTML`);

  await go(`/board/${region}/${year}`);
  await until('return document.querySelectorAll("table.windowed tbody tr").length > 3');
  await pause(1000);
  const rows = await js('return document.querySelector("table.windowed").getAttribute("aria-rowcount") - 1');
  await cdp('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => (await cdp('Performance.getMetrics')).metrics.find((x) => x.name === 'TaskDuration').value * 1000;
  const scrolled = async (what) => {
    const before = await busy();
    const frames = await js(SCROLL);
    const work = (await busy()) - before;
    console.log(`${what}: ${frames.length} frames, median ${median(frames).toFixed(1)} ms, longest ${Math.max(...frames).toFixed(1)} ms, over 25 ms: ${frames.filter((x) => x > 25).length}; the page's own work ${(work / frames.length).toFixed(2)} ms a frame`);
  };
  for (let i = 0; i < Number(often); i++) await scrolled(`board of ${rows}`);
  await js(`const before = document.getElementById('page'); before.hidden = true; const tall = document.createElement('div'); tall.id = 'tall'; document.body.append(tall);
    for (let i = 0; i < 500; i++) { const line = document.createElement('p'); line.textContent = 'row ' + i; tall.append(line); }`);
  await scrolled('for comparison, 500 paragraphs that do nothing');
  await js(`document.getElementById('tall').remove(); document.getElementById('page').hidden = false; scrollTo(0, 0)`);
  const typed = [];
  const beforeTyping = await busy();
  for (const word of ['人', '人民', '人民政', '人', '', '局', '街道', '1', '12', '']) typed.push(await js(TYPE, word));
  console.log(`a letter in its search, ms until it is painted: median ${median(typed).toFixed(1)}, all ${round(typed)}; the page's own work ${(((await busy()) - beforeTyping) / typed.length).toFixed(1)} ms a letter`);
} finally {
  await call('DELETE', session).catch(() => {});
  driver.kill();
}
