import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batchesOf, disposition } from '../../main/resources/META-INF/resources/page/file-sending.js';
import { outcome, placeMark, placeWords, progress, remedy, size, standingOf, wants } from '../../main/resources/META-INF/resources/page/import-words.js';
import { readingOf } from '../../main/resources/META-INF/resources/page/imported-reading.js';
import { placeNames } from '../../main/resources/META-INF/resources/page/place-names.js';
import { setLanguage } from '../../main/resources/META-INF/resources/page/words.js';
import { zipOf } from '../../main/resources/META-INF/resources/page/zip-of.js';
import { form } from './forms.mjs';

setLanguage('zh');

const file = (members) => ({ state: 'read', counts: { cells: 175, likely: 0, leftOver: 0 }, proposals: { organ: [{ code: 'A', name: '甲局' }], year: [2021], printed: ['甲局'] }, ...members });

test('a zip holds what was put into it, with names in UTF-8 and sums that are right', async () => {
  const texts = ['一', '第二个文件\n', ''];
  const done = [];
  const zip = await zipOf(texts.map((text, i) => ({ name: `部门/第${i}个.txt`, blob: new Blob([text]) })), (n) => done.push(n));
  const view = new DataView(await zip.arrayBuffer());
  const bytes = new Uint8Array(view.buffer);
  const text = (at, length) => new TextDecoder().decode(bytes.slice(at, at + length));
  assert.deepEqual(done, [1, 2, 3]);
  const end = bytes.length - 22;
  assert.equal(view.getUint32(end, true), 0x06054b50);
  assert.equal(view.getUint16(end + 10, true), 3);
  let at = view.getUint32(end + 16, true);
  assert.equal(at + view.getUint32(end + 12, true), end);
  for (const [i, expected] of texts.entries()) {
    assert.equal(view.getUint32(at, true), 0x02014b50);
    const [stored, nameLength, local] = [view.getUint32(at + 24, true), view.getUint16(at + 28, true), view.getUint32(at + 42, true)];
    assert.equal(text(at + 46, nameLength), `部门/第${i}个.txt`);
    assert.equal(view.getUint16(at + 8, true) & 0x0800, 0x0800);
    assert.equal(view.getUint32(local, true), 0x04034b50);
    assert.equal(text(local + 30 + view.getUint16(local + 26, true), stored), expected);
    assert.equal(view.getUint32(local + 14, true), view.getUint32(at + 16, true));
    at += 46 + nameLength;
  }
  // As every other program reckons it.
  const check = new DataView(await (await zipOf([{ name: 'a', blob: new Blob(['123456789']) }])).arrayBuffer());
  assert.equal(check.getUint32(14, true), 0xcbf43926);
});

test('many files are one import, a zip is one of its own, and a large heap is cut', () => {
  const names = (files) => batchesOf(files).map((one) => [one.name, one.files.length]);
  assert.deepEqual(names([{ name: '甲.docx', size: 1 }]), [['甲.docx', 1]]);
  assert.deepEqual(names([{ name: '甲.docx', size: 1 }, { name: '全区.ZIP', size: 1 }, { name: '乙.docx', size: 1 }]), [['全区.ZIP', 1], ['甲.docx等2个文件.zip', 2]]);
  assert.deepEqual(names([{ name: '甲.pdf', size: 200 * 2 ** 20 }, { name: '乙.pdf', size: 100 * 2 ** 20 }]), [['甲.pdf', 1], ['乙.pdf', 1]]);
  assert.equal(batchesOf(Array.from({ length: 1001 }, (_, i) => ({ name: `${i}.docx`, size: 1 }))).length, 2);
  assert.equal(disposition("年报(1)'*.docx"), "attachment; filename*=UTF-8''%E5%B9%B4%E6%8A%A5%281%29%27%2A.docx");
});

test('two organs, or two years, are never made one', () => {
  assert.equal(standingOf(file()), 'ready');
  const two = file({ proposals: { organ: [{ name: '甲局' }, { name: '乙局' }], year: [2020, 2021], printed: [] } });
  assert.equal(standingOf(two), 'choose');
  assert.deepEqual(wants(two), ['可能是2家机关的，要选一家', '可能是2020、2021年度的，要选一个']);
  const none = file({ proposals: { organ: [], year: [], printed: ['某局'] }, counts: { cells: 1, likely: 3, leftOver: 2 } });
  assert.deepEqual(wants(none), ['“某局”没有对上登记的机关，先登记', '没有写年度', '3格请核对', '2段没有放处']);
  const area = (certainty) => file({ proposals: { ...file().proposals, scope: { scope: 'area', certainty, words: ['某某区'] } } });
  assert.equal(standingOf(area('sure')), 'ready');
  assert.equal(standingOf(area('likely')), 'choose');
  assert.deepEqual([wants(area('sure')), wants(area('likely'))], [[], ['看来是全行政区域的数，要核对']]);
  assert.equal(standingOf(file({ takenOver: 7 })), 'taken');
  assert.deepEqual(wants(file({ takenOver: 7, counts: { likely: 1, leftOver: 1 } })), []);
  assert.equal(standingOf({ state: 'refused', counts: {} }), 'refused');
});

test('what became of an import is a sentence without what did not happen', () => {
  const counts = { files: 48, waiting: 46, read: 2, refused: 0, forgotten: 0, takenOver: 0 };
  assert.equal(progress({ counts }), '正在读第3个，共48个');
  assert.equal(progress({ counts: { ...counts, waiting: 0 } }), '正在读第48个，共48个');
  assert.equal(outcome({ counts: { ...counts, waiting: 0, read: 46, refused: 2, takenOver: 40 } }), '48个文件：读出46个，读不出2个，已采用40个');
  assert.equal(outcome({ counts: { ...counts, files: 1, waiting: 0, read: 1 } }), '1个文件：读出1个');
  assert.deepEqual([size(0), size(1023), size(24 * 1024), size(3 * 2 ** 20)], ['0 B', '1023 B', '24 KB', '3.0 MB']);
  assert.match(remedy('scanned'), /Word/);
  assert.equal(remedy('what nobody knows'), '');
});

test('where something stands is said as far as the file has it', () => {
  assert.equal(placeWords({ table: 2, row: 5, column: 4 }), '表2第5行第4列');
  assert.equal(placeMark({ table: 2, row: 5, column: 4 }), '表2·5行4列');
  assert.equal(placeMark({ paragraph: 17 }), '17段');
  assert.equal(placeWords(undefined), '');
});

test('places are called as the form prints them, also of another edition', () => {
  const forms = { 2019: { ...form('2019'), narrative: [] }, 2021: { ...form('2021'), narrative: [{ id: 'overview', label: { zh: '一、总体情况' } }] } };
  const nameOf = placeNames(forms, { disclosure: '2021', applications: '2021', contests: '2021' });
  assert.equal(nameOf('applications.received.naturalPerson'), '一、本年新收政府信息公开申请数量　自然人');
  assert.match(nameOf('disclosure.procurement.items'), /政府集中采购/);
  assert.equal(nameOf('narrative.overview'), '一、总体情况');
  assert.equal(nameOf('narrative.headings.overview'), '一、总体情况（标题）');
  assert.equal(nameOf('publications.channels'), '信息发布渠道');
});

test('a file of another organ or year is doubted, and what is only likely is looked at', () => {
  const forms = { 2021: form('2021') };
  const one = { report: { editions: { applications: '2021' }, applications: { received: { total: 3, naturalPerson: 3 } } }, editions: { applications: '2021' },
    cells: [{ path: 'applications.received.total', certainty: 'likely', place: { row: 1 } }], proposals: { organ: [{ code: 'B' }], year: [2020] } };
  const { look, sure, doubts, where } = readingOf(one, { forms, organ: 'A', year: 2021 });
  assert.deepEqual([look, sure, doubts, where(look[0])], [['applications.received.total'], ['applications.received.naturalPerson'], ['organ', 'year'], { row: 1 }]);
});
