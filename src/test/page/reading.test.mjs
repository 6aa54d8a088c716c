import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from '../../main/resources/META-INF/resources/page/imported-reading.js';
import { piecesOf } from '../../main/resources/META-INF/resources/page/marked-text.js';
import { ruleChecks, withRemarks } from '../../main/resources/META-INF/resources/page/rule-checks.js';
import { form } from './forms.mjs';

const forms = { 2021: form('2021') };

test('a file becomes places; only what is likely wants a look; another organ or year is doubtful', () => {
  const file = {
    report: { applications: { received: { total: 3, naturalPerson: null } }, nil: ['contests'], narrative: { overview: '文' } }, editions: { applications: '2021', contests: '2021' },
    cells: [{ path: 'applications.received.total', certainty: 'likely', place: { table: 2, row: 4 } }], texts: [{ path: 'narrative.overview', certainty: 'sure', place: { paragraph: 3 } }],
    leftOver: [{ text: '附件' }], proposals: { organ: [{ code: 'B' }], year: [2020] },
  };
  const { values, look, sure, where, doubts } = readingOf(file, { forms, organ: 'A', year: 2021 });
  assert.deepEqual(look, ['applications.received.total']);
  assert.equal(values['applications.received.total'], 3);
  assert.equal('applications.received.naturalPerson' in values, false, 'a blank in the file blanks nothing');
  assert.equal(values['editions.applications'], '2021');
  assert.equal(sure.filter((place) => place.startsWith('contests.')).length, 15);
  assert.deepEqual([where('applications.received.total').row, where('narrative.overview').paragraph], [4, 3]);
  assert.deepEqual(doubts, ['organ', 'year']);
  assert.deepEqual(readingOf({ ...file, proposals: { organ: [{ code: 'A' }, { code: 'B' }], year: [] } }, { forms, organ: 'A', year: 2021 }).doubts, []);
});

test('words are marked where they stand, and nothing is marked that does not stand there', () => {
  const text = '收到申请98件，办结98件。';
  assert.deepEqual(piecesOf(text, [{ at: 10, words: '98' }, { at: 4, words: '98件' }, { at: 5, words: '8件' }, { at: 0, words: '没有' }, { at: undefined, words: '98' }]).map((piece) => [piece.text, Boolean(piece.mark)]),
    [['收到申请', false], ['98件', true], ['，办结', false], ['98', true], ['件。', false]]);
  assert.deepEqual(piecesOf('', []), []);
});

test('of two findings about the same words the graver has them, and both are there', () => {
  const text = '收到申请98件，办结98件。';
  const [info, warning, error] = [{ at: 2, words: '申请98件', rank: 2 }, { at: 4, words: '98', rank: 1 }, { at: 7, words: '，办结98', rank: 0 }];
  assert.deepEqual(piecesOf(text, [info, warning, error]).map((piece) => [piece.text, piece.mark?.rank, piece.also?.map((one) => one.rank)]),
    [['收到申请', undefined, undefined], ['98', 1, [2]], ['件', undefined, undefined], ['，办结98', 0, []], ['件。', undefined, undefined]]);
});

test('only the newest answer of the rules counts', async () => {
  const waiting = [];
  const answers = [];
  const checks = ruleChecks({ onAnswer: (answer) => answers.push(answer), later: (run) => { run(); return 0; }, drop: () => {},
    ask: (path, { body, signal }) => new Promise((resolve, reject) => { waiting.push({ body, resolve }); signal.addEventListener('abort', () => reject(Object.assign(new Error(), { name: 'AbortError' }))); }) });
  checks.check({ n: 1 });
  checks.check({ n: 2 });
  waiting[1].resolve({ data: { findings: ['two'] } });
  waiting[0].resolve({ data: { findings: ['one'] } });
  await new Promise((resume) => setImmediate(resume));
  assert.deepEqual(answers, [{ findings: ['two'] }]);
});

test('an explanation stays beside a finding whose figures are the same', () => {
  const stored = [{ id: 'X', cells: [{ path: 'a', stated: 1 }], explanation: { reason: '因为' } }];
  assert.equal(withRemarks([{ id: 'X', cells: [{ path: 'a', stated: 1 }] }], stored)[0].explanation.reason, '因为');
  assert.equal(withRemarks([{ id: 'X', cells: [{ path: 'a', stated: 2 }] }], stored)[0].explanation, undefined);
});
