/**
 * A rehearsal in words.
 * exports: rehearsalStates(code), rehearsalShape(code), over(one), standing(one), period(one), percent(one), verdict(one)
 */
import { grouped, say } from './words.js';

export const rehearsalStates = (code) => say(...{
  waiting: ['等着开始', 'waiting'], running: ['正在运行', 'running'], done: ['运行完了', 'done'], cancelled: ['中途停下', 'stopped'],
  failed: ['规则换了，结果作废', 'void: other rules came into force'],
}[code]);

export const rehearsalShape = (code) => ({ waiting: 'not-started', running: 'submitted', done: 'accepted', cancelled: 'withdrawn', failed: 'errors' }[code]);

export const over = (one) => !['waiting', 'running'].includes(one.state);

/** Never a hundred before all is done. */
export const percent = ({ seen, reports }) => (reports === 0 ? 100 : Math.floor((seen * 100) / reports));

export function standing(one) {
  if (one.state === 'waiting') return rehearsalStates('waiting');
  return say(`看了${grouped(one.seen)}份，共${grouped(one.reports)}份，${percent(one)}%`, `${grouped(one.seen)} of ${grouped(one.reports)}, ${percent(one)}%`);
}

export function period({ from, to }) {
  if (!from && !to) return say('全部', 'all');
  if (from === to) return String(from);
  return `${from ?? say('最早', 'first')}–${to ?? say('最近', 'last')}`;
}

export function verdict(one) {
  const judged = one.seen - one.unjudged;
  if (one.reports === 0) return say('这个范围里没有可以看的报告。', 'There is no report to look at.');
  const tried = say(`看了${grouped(judged)}份报告，`, `Of ${grouped(judged)} reports, `);
  const blocked = one.unsubmittable === 0 ? say('没有一份会因此不能提交', 'none could not be submitted any more')
    : say(`${grouped(one.unsubmittable)}份会有新的错误，不能再提交`, `${grouped(one.unsubmittable)} would have an error that they do not have now, and could not be submitted`);
  const left = one.unjudged > 0 ? say(`；另有${grouped(one.unjudged)}份没有看成`, `; ${grouped(one.unjudged)} could not be looked at`) : '';
  return tried + blocked + left + say('。', '.');
}
