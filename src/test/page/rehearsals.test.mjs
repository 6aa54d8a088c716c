import assert from 'node:assert/strict';
import { test } from 'node:test';
import { over, percent, period, standing, verdict } from '../../main/resources/META-INF/resources/page/rehearsal-words.js';
import { setLanguage } from '../../main/resources/META-INF/resources/page/words.js';

setLanguage('zh');

const one = (members) => ({ state: 'running', reports: 300, seen: 299, unjudged: 0, unsubmittable: 0, ...members });

test('a hundred per cent are said when all is done, not before', () => {
  assert.equal(percent(one()), 99);
  assert.equal(percent(one({ seen: 300 })), 100);
  assert.equal(percent(one({ reports: 0, seen: 0 })), 100);
  assert.equal(standing(one()), '看了299份，共300份，99%');
  assert.equal(standing(one({ state: 'waiting', seen: 0 })), '等着开始');
  assert.deepEqual(['waiting', 'running', 'done', 'cancelled', 'failed'].map((state) => over({ state })), [false, false, true, true, true]);
});

test('what it comes to is a sentence, also where nothing was looked at', () => {
  assert.equal(verdict(one({ seen: 300 })), '看了300份报告，没有一份会因此不能提交。');
  assert.equal(verdict(one({ seen: 300, unjudged: 2, unsubmittable: 3 })), '看了298份报告，3份会有新的错误，不能再提交；另有2份没有看成。');
  assert.equal(verdict(one({ reports: 0, seen: 0 })), '这个范围里没有可以看的报告。');
});

test('years are a range, one of them, or all', () => {
  assert.deepEqual([period({}), period({ from: 2021, to: 2021 }), period({ from: 2019, to: 2021 }), period({ from: 2020 }), period({ to: 2020 })], ['全部', '2021', '2019–2021', '2020–最近', '最早–2020']);
});
