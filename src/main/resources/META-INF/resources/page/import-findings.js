/**
 * Beside the form: what wants a look, what found no place, and what the text says was published.
 * exports: FoundTable({found, nameOf, places}), LeftOver({file}), Publications({file, nameOf})
 */
import { html } from './html.js';
import { useAnswer } from './api.js';
import { Cell } from './cell.js';
import { placeWords } from './import-words.js';
import { Sheet } from './sheet.js';
import { label, say, several, units } from './words.js';

/** More of them are seen better in the form itself, where each has its mark. */
const SHOWN = 30;

const shorten = (value) => (typeof value === 'string' && value.length > 60 ? `${value.slice(0, 60)}……` : value);

export function FoundTable({ found, nameOf, places }) {
  const heads = [say('请核对', 'To check'), say('读出', 'Read'), say('在文件里', 'In the file')];
  return html`<div class="scroll"><table class="cards"><caption class="sr">${heads[0]}</caption><thead><tr><th scope="col">${heads[0]}</th><th scope="col" class=${found.some((one) => 'value' in one) ? 'n' : ''}>${heads[1]}</th><th scope="col">${heads[2]}</th></tr></thead>
    <tbody>${found.slice(0, SHOWN).map((one) => html`<tr key=${one.path}><th scope="row"><a href=${`#cell-${one.path}`}>${nameOf(one.path)}</a></th>
      ${'value' in one ? html`<td class="n" data-label=${heads[1]}><${Cell} value=${one.value} /></td>` : html`<td data-label=${heads[1]} lang="zh-Hans">${shorten(places[one.path] ?? one.heading)}</td>`}<td data-label=${heads[2]}>${placeWords(one.place)}</td></tr>`)}</tbody></table></div>
    ${found.length > SHOWN && html`<p class="note">${say(`另有${found.length - SHOWN}处，在下面的表里有“待核”的记号。`, `${found.length - SHOWN} more have the mark “check” in the form below.`)}</p>`}`;
}

export function LeftOver({ file }) {
  const left = file.leftOver ?? [];
  if (left.length === 0) return '';
  const heads = [say('内容', 'What it says'), say('在文件里', 'In the file'), say('为什么没有放处', 'Why it has no place')];
  return html`<${Sheet} level=${2} title=${say(`没有放处的${left.length}段`, `${several(left.length, 'piece')} without a place`)} note=${say('不会采用；要用的，采用以后自己填进去。', 'They are not taken over; type what is wanted of them afterwards.')}>
    <div class="scroll"><table class="cards"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${left.map((one, i) => html`<tr key=${i}><th scope="row" lang="zh-Hans" class="long-name">${one.text}</th><td data-label=${heads[1]} class="nowrap">${placeWords(one.place)}</td><td data-label=${heads[2]}>${one.reason}</td></tr>`)}</tbody></table></div></${Sheet}>`;
}

export function Publications({ file, nameOf }) {
  const all = file.publications ?? [];
  const channels = useAnswer(all.length ? '/channels' : null).data;
  if (all.length === 0) return '';
  const nameOfChannel = (code) => (code ? label(channels?.channels.find((one) => one.id === code)?.label) || code : say('总数', 'in all'));
  const heads = [say('渠道', 'Channel'), say('数量', 'How many'), say('单位', 'Unit'), say('原文', 'Words')];
  return html`<${Sheet} level=${2} title=${say('文字里写到的信息发布', 'Publications that the text speaks of')} note=${say('采用时可以选择一并填进信息发布渠道。', 'When the file is taken over, they can be taken over as channels of publication.')}>
    <div class="scroll"><table class="cards"><thead><tr>${heads.map((head, i) => html`<th scope="col" class=${i === 1 ? 'n' : ''}>${head}</th>`)}</tr></thead>
      <tbody>${all.map((one, i) => html`<tr key=${i}><th scope="row">${nameOfChannel(one.channel)}${one.certainty === 'likely' ? html` <span class="maybe-mark">${say('待核', 'check')}</span>` : ''}</th><td class="n" data-label=${heads[1]}><${Cell} value=${one.count} approximate=${one.approximate} /></td><td data-label=${heads[2]}>${units(one.unit)}</td><td data-label=${heads[3]} lang="zh-Hans">${one.words} <span class="note">${nameOf(one.path)}</span></td></tr>`)}</tbody></table></div></${Sheet}>`;
}
