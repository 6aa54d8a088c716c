/**
 * The parts of the report that are text, and the channels of publication.
 * exports:
 *   TextPart({grid, id, name, hint, marks, short, className, readOnly, onPick})   marks: [{at, words, remark}]
 *   Channels({grid, codes, readOnly})
 *   StatedUnit({grid, section, codes, readOnly})   the unit of an amount where the form prints none
 */
import { html } from './html.js';
import { Cell } from './cell.js';
import { rankOf } from './findings-order.js';
import { piecesOf } from './marked-text.js';
import { Pin } from './remarks.js';
import { readTyped, typedText } from './stated.js';
import { label, say } from './words.js';

const TONE = { error: 'bad', warning: 'warn', info: '' };

export function TextPart({ grid, id, name, hint, marks = [], short = false, className = '', readOnly, onPick }) {
  const place = `narrative.${id}`;
  const text = grid.valueOf(place) ?? '';
  const onInput = (event) => grid.set(place, event.target.value || null, 'words');
  const remarks = [...new Map(marks.map(({ remark }) => [remark.number, remark])).values()];
  return html`<div class=${`text-part ${className}`} id=${`cell-${place}`}>
    <label><span class="text-head"><span class="text-name">${name}</span>${hint && html`<span class="note">${hint}</span>`}
        ${remarks.map((remark) => html`<${Pin} remark=${remark} onPick=${onPick} />`)}</span>
      ${short
        ? html`<input class="field" value=${text} onInput=${onInput} readonly=${readOnly} />`
        : html`<span class="text-field"><span class="mirror" aria-hidden="true">${piecesOf(text, marks.map((mark) => ({ ...mark, rank: rankOf(mark.remark.severity) }))).map((piece) => (piece.mark
            ? html`<mark class=${TONE[piece.mark.remark.severity]}>${piece.text}</mark>` : piece.text))}${'\n'}</span>
          <textarea rows="1" value=${text} onInput=${onInput} readonly=${readOnly} spellcheck=${false}></textarea></span>`}
    </label>
  </div>`;
}

const NEW = { channel: 'website', unit: 'item', count: null };

export function Channels({ grid, codes, readOnly }) {
  const total = grid.valueOf('publications.total');
  const channels = grid.valueOf('publications.channels') ?? [];
  const setAll = (list) => grid.set('publications.channels', list.length ? list : null, 'channels');
  const setOne = (i, members) => setAll(channels.map((one, at) => (at === i ? { ...one, ...members } : one)));
  const pick = (list, value, act, name) => html`<select class="field" aria-label=${name} value=${value} disabled=${readOnly} onChange=${(event) => act(event.target.value)}>
    ${list.map((one) => html`<option value=${one.id ?? one.code} selected=${(one.id ?? one.code) === value}>${label(one.label)}</option>`)}</select>`;
  const count = (value, act, name) => (readOnly ? html`<${Cell} value=${value} />`
    : html`<input class="field n" size="8" aria-label=${name} value=${typedText(value)} onChange=${(event) => act(readTyped(event.target.value))} />`);
  if (!codes) return null;
  return html`<div class="channels">
    ${(channels.length > 0 || total) && html`<table><caption class="sr">${say('信息发布渠道', 'Channels of publication')}</caption>
      <thead><tr><th scope="col">${say('渠道', 'Channel')}</th><th scope="col">${say('名称（有几个时）', 'Name (if several)')}</th><th scope="col" class="n">${say('数量', 'Number')}</th><th scope="col">${say('单位', 'Unit')}</th><th scope="col"><span class="sr">${say('操作', 'Act')}</span></th></tr></thead>
      <tbody>${channels.map((one, i) => html`<tr key=${i}>
        <td>${pick(codes.channels, one.channel, (channel) => setOne(i, { channel }), say('渠道', 'Channel'))}</td>
        <td>${readOnly ? one.name : html`<input class="field" size="12" aria-label=${say('名称', 'Name')} value=${one.name ?? ''} onChange=${(event) => setOne(i, { name: event.target.value || undefined })} />`}</td>
        <td class="n">${count(one.count, (value) => setOne(i, { count: value }), say('数量', 'Number'))}</td>
        <td>${pick(codes.units, one.unit, (unit) => setOne(i, { unit }), say('单位', 'Unit'))}</td>
        <td class="n">${!readOnly && html`<button type="button" class="button small" onClick=${() => setAll(channels.filter((_, at) => at !== i))}>${say('去掉', 'Remove')}</button>`}</td>
      </tr>`)}
      ${total && html`<tr class="sum"><th scope="row" colspan="2">${say('文中写明的总数', 'Total as stated')}</th>
        <td class="n">${count(total.count, (value) => grid.set('publications.total', { ...total, count: value }, 'channels'), say('总数', 'Total'))}</td>
        <td>${pick(codes.units, total.unit, (unit) => grid.set('publications.total', { ...total, unit }, 'channels'), say('单位', 'Unit'))}</td>
        <td class="n">${!readOnly && html`<button type="button" class="button small" onClick=${() => grid.set('publications.total', null, 'channels')}>${say('去掉', 'Remove')}</button>`}</td></tr>`}
      </tbody></table>`}
    ${!readOnly && html`<p class="do"><button type="button" class="button small" onClick=${() => setAll([...channels, NEW])}>${say('加一个渠道', 'Add a channel')}</button>
      ${!total && html`<button type="button" class="button small" onClick=${() => grid.set('publications.total', { count: null, unit: 'item' }, 'channels')}>${say('加文中的总数', 'Add the stated total')}</button>`}</p>`}
  </div>`;
}

/** The 2019 form prints no unit for the amount of procurement. */
export function StatedUnit({ grid, section, codes, readOnly }) {
  const place = `${section}.procurement.unit`;
  const units = codes?.amountUnits ?? [];
  return html`<p class="note"><label>${say('采购总金额的单位（表上没有印，照原来写的选）', 'Unit of the procurement amount (the form prints none; choose what was stated)')} 
    <select class="field" disabled=${readOnly} value=${grid.valueOf(place) ?? ''} onChange=${(event) => grid.set(place, event.target.value || null)}>
      <option value="">${say('没有写明', 'not stated')}</option>${units.map((unit) => html`<option value=${unit.id ?? unit.code} selected=${grid.valueOf(place) === (unit.id ?? unit.code)}>${label(unit.label)}</option>`)}</select></label></p>`;
}
