/**
 * Files on their way to the service, one after the other. It goes on while one looks at other views; what has arrived is read by
 * the service, whether a window is open or not.
 * exports:
 *   send(files, {organ, year})   files: [File]; many become one zip, zips stay themselves
 *   useSending()                 [{id, name, count, stage, packed, sent, size, answer, problem}]
 *                                stage: waiting → packing → sending → done | refused
 *   again(id), leave(id)         once more (the same files are the same import), and not any more
 *   leaveAll()                   when somebody signs out
 *   batchesOf(files)             [{name, files}]   as they are sent
 *   disposition(name)            the header that says what a file is called
 */
import { forget, upload } from './api.js';
import { attempt } from './issued-keys.js';
import { shared } from './shared.js';
import { say } from './words.js';
import { zipOf } from './zip-of.js';

/** What the service takes in one zip is more; smaller ones begin to be read earlier. */
const MOST_BYTES = 256 * 2 ** 20;
const MOST_FILES = 1000;

const current = shared([]);
let next = 1;
let running = false;

export const useSending = current.use;

export const pathOf = (file) => file.path || file.webkitRelativePath || file.name;

export const disposition = (name) =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;

export function batchesOf(files) {
  const zips = files.filter((file) => /\.zip$/i.test(file.name));
  const batches = zips.map((file) => ({ name: file.name, files: [file] }));
  let batch = null;
  let bytes = 0;
  for (const file of files.filter((one) => !zips.includes(one))) {
    if (!batch || batch.files.length >= MOST_FILES || bytes + file.size > MOST_BYTES) {
      batches.push(batch = { name: '', files: [] });
      bytes = 0;
    }
    batch.files.push(file);
    bytes += file.size;
  }
  for (const one of batches) {
    const [first] = one.files;
    one.name ||= one.files.length === 1 ? first.name : say(`${first.name}等${one.files.length}个文件.zip`, `${first.name} and ${one.files.length - 1} more.zip`);
  }
  return batches;
}

function update(id, members) {
  current.set(current.get().map((one) => (one.id === id ? { ...one, ...members } : one)));
}

export function send(files, said = {}) {
  const items = batchesOf(files).map((batch) => ({
    ...batch, said, id: next++, count: batch.files.length, stage: 'waiting', packed: 0, sent: 0,
    size: batch.files.reduce((sum, file) => sum + file.size, 0), attempt: attempt(), stop: new AbortController(),
  }));
  current.set([...current.get(), ...items]);
  run();
}

async function run() {
  if (running) return;
  running = true;
  try {
    for (let item = waiting(); item; item = waiting()) await sendOne(item);
  } finally {
    running = false;
  }
}

const waiting = () => current.get().find((one) => one.stage === 'waiting');

async function sendOne(item) {
  const { id, files } = item;
  try {
    let body = item.body ?? files[0];
    if (!item.body && files.length > 1) {
      update(id, { stage: 'packing' });
      body = await zipOf(files.map((file) => ({ name: pathOf(file), blob: file })), (packed) => update(id, { packed }));
    }
    update(id, { stage: 'sending', body, size: body.size, sent: 0 });
    const { data } = await upload('/imports', {
      query: item.said, body, signal: item.stop.signal, onProgress: (sent) => update(id, { sent }),
      headers: { 'Content-Disposition': disposition(item.name), 'Idempotency-Key': item.attempt },
    });
    forget('/imports');
    update(id, { stage: 'done', answer: data, files: null, body: null });
  } catch (problem) {
    if (problem.name === 'AbortError') return;
    update(id, { stage: 'refused', problem: problem.code ? problem : { title: say('没有读到文件', 'The file was not read'), detail: say('文件可能移走了，或者正被别的程序占用；再选一次。', 'It may have been moved, or another program holds it: choose it again.') } });
  }
}

export function again(id) {
  update(id, { stage: 'waiting', problem: undefined });
  run();
}

export function leave(id) {
  current.get().find((one) => one.id === id)?.stop.abort();
  current.set(current.get().filter((one) => one.id !== id));
}

export const leaveAll = () => current.get().forEach((one) => leave(one.id));

// A window that is closed takes what has not arrived with it.
globalThis.addEventListener?.('beforeunload', (event) => {
  if (current.get().some((one) => ['waiting', 'packing', 'sending'].includes(one.stage))) event.preventDefault();
});
