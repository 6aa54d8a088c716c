/**
 * Which years have reports: most of the year the one that is looked at first is still to come, and nobody finds the others by trying.
 * exports:
 *   yearsQuery({region, basis})   what is asked of /rollups/applications
 *   knownYears(data)              [{year, reported}] of its answer, the newest first
 *   KnownYears({region, year, basis, to})   a sentence with a link to each but this one; to: year → address
 */
import { html } from './html.js';
import { useAnswer } from './api.js';
import { FIRST_YEAR, lastYear } from './standing.js';
import { counted, say } from './words.js';

export const yearsQuery = ({ region, basis }) => ({ region, by: 'year', row: 'received', basis: basis === 'submitted' ? undefined : basis, from: FIRST_YEAR, to: lastYear() });

export const knownYears = (data) => (data?.places ?? []).filter((place) => place.coverage.reported > 0)
  .map((place) => ({ year: place.year, reported: place.coverage.reported })).sort((a, b) => b.year - a.year);

export function KnownYears({ region, year, basis, to }) {
  const { data } = useAnswer('/rollups/applications', yearsQuery({ region, basis }));
  const others = knownYears(data).filter((one) => one.year !== year);
  if (!data) return '';
  if (others.length === 0) return html`<p class="note">${say('别的年度也还没有报告。', 'No other year has reports either.')}</p>`;
  return html`<p>${say('有报告的年度：', 'Years with reports: ')}${others.map((one, i) => html`${i > 0 && say('、', ', ')}<a href=${to(one.year)}>${one.year}</a>${say('（', ' (')}${counted(one.reported, '家', 'organ')}${say('）', ')')}`)}</p>`;
}
