/**
 * What the form says of itself, in words.
 * exports: pastedWords(landed, grid), stateOf(draft, errors), dueWords(days left), outlineWords(section, grid, remarks),
 *   placeName(place, grid, forms), SHORT (names of the six sections), ASPECTS (parts of section 1)
 */
import { partOf } from './report-forms.js';
import { TABLES } from './report-places.js';
import { days, label, say, several } from './words.js';

export const ASPECTS = ['proactiveDisclosure', 'disclosureOnRequest', 'informationManagement', 'platform', 'supervision'];

export const SHORT = {
  overview: ['一、总体情况', '1. Overview'], disclosure: ['二、主动公开', '2. Proactive'], applications: ['三、申请', '3. Applications'],
  contests: ['四、复议、诉讼', '4. Disputes'], problems: ['五、问题及改进', '5. Problems'], otherMatters: ['六、其他事项', '6. Other matters'],
};

export function pastedWords(landed, grid) {
  const cells = Object.keys(landed.values);
  if (cells.length === 0) return say('粘贴的内容没有一格能放进来。', 'Nothing of what was pasted has a place here.');
  const first = grid.cell(cells[0]);
  const where = landed.by === 'labels' ? say(`按行名对上了${landed.rows}行`, several(landed.rows, 'row was known by its label', 'rows were known by their labels')) : say(`从“${first.rowLabel}”起填入`, `from “${first.rowLabel}” on`);
  return say(`粘贴了${landed.rows}行×${landed.columns}列，${where}，浅蓝格。`, `Pasted ${landed.rows} rows × ${landed.columns} columns, ${where}, shown in light blue.`)
    + (landed.words.length ? say(`${landed.words.length}格不是数，照原样留着。`, ` ${landed.words.length} are no numbers and stay as they are.`) : '')
    + (landed.outside ? say(`${landed.outside}格超出表格，没有填。`, ` ${landed.outside} lay outside the table and were left out.`) : '');
}

export function stateOf(draft, errors) {
  if (!draft.report) return Object.keys(draft.places).length ? 'draft' : 'not-started';
  return draft.report.state === 'draft' && errors > 0 ? 'errors' : draft.report.state;
}

export function dueWords(left) {
  if (left === null) return '';
  return left >= 0 ? say(`，还有${days(left)}`, `, ${days(left)} left`) : say(`，已过${days(-left)}`, `, ${days(-left)} late`);
}

export function outlineWords(id, grid, remarks = []) {
  const errors = remarks.filter((one) => one.severity === 'error').length;
  const wrong = errors ? say(`，${errors}处错误`, `, ${errors} ${errors === 1 ? 'error' : 'errors'}`) : '';
  if (TABLES.includes(id)) {
    const { filled, of } = grid.counts(id);
    return say(`已填${filled}/${of}格`, `${filled} of ${of} cells`) + wrong;
  }
  const places = id === 'overview' ? ['overview', ...ASPECTS] : [id];
  const length = places.map((place) => (grid.valueOf(`narrative.${place}`) ?? '').length).reduce((a, b) => a + b, 0);
  return (length ? say(`${length}字`, several(length, 'character')) : say('未写', 'not written')) + wrong;
}

export function placeName(place, grid, forms) {
  const cell = grid.cell(place);
  if (cell) return `${cell.rowLabel}${say('　', ' · ')}${cell.columnLabel}`;
  if (place.startsWith('narrative.')) return label(partOf(forms, place.slice('narrative.'.length))?.label) || place;
  if (place.startsWith('editions.')) return say('所用格式', 'Edition');
  if (place === 'publications.channels') return say('信息发布渠道', 'Channels of publication');
  return place;
}
