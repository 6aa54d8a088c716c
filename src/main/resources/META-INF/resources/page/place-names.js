/**
 * What a place of a report is called, by its path: a cell as the form prints it, a part of the text by its heading.
 * exports: placeNames(forms, editions) → place → words
 */
import { layoutOf } from './form-layout.js';
import { partOf } from './report-forms.js';
import { TABLES } from './report-places.js';
import { label, language, say } from './words.js';

export function placeNames(forms, editions = {}) {
  const lang = language();
  const cells = new Map();
  // The edition of the report comes last: where two have the cell, its words hold.
  for (const table of TABLES) {
    const own = forms[editions[table]];
    for (const form of [...Object.values(forms).filter((one) => one !== own), ...(own ? [own] : [])]) {
      for (const [path, cell] of layoutOf(form.sections.find((one) => one.id === table), { lang }).cells) cells.set(path, cell);
    }
  }
  const heading = say('标题', 'heading');
  return (place) => {
    const cell = cells.get(place);
    if (cell) return `${cell.rowLabel}${say('　', ' · ')}${cell.columnLabel}`;
    if (place.startsWith('publications.')) return place === 'publications.total' ? say('信息发布总数', 'Publications in all') : say('信息发布渠道', 'Channels of publication');
    if (place.startsWith('narrative.signature')) return say('落款', 'Signature');
    const part = place.replace(/^narrative\.(headings\.)?/, '');
    const words = label(partOf(forms, part)?.label) || part;
    return place.startsWith('narrative.headings.') ? `${words}${say('（', ' (')}${heading}${say('）', ')')}` : words;
  };
}
