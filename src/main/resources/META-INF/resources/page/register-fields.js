/**
 * Fields of the register, each with what is wrong with it.
 * exports: Field({label, note, type, value, onInput(value), problem, required}), Picked({label, value, onChange, options, problem})
 *   KINDS, LEVELS             in the order in which they are offered
 *   withoutRequest(message)   what the service says, without how a program insists
 *   besides(problem)          the problem without what stands at its fields
 *   violationsOf(problem)   {name: message, …, any}: by the field that a violation points to
 */
import { html } from './html.js';
import { say } from './words.js';

export const KINDS = ['general-office', 'department', 'vertical-organ', 'dispatched-office', 'township-government', 'zone-committee', 'authorised-organisation', 'public-institution', 'party-organ', 'people-government'];
export const LEVELS = ['province', 'city', 'district', 'township'];

export const withoutRequest = (message) => message.replace(/确认无误的，可用[^。]*insist=true[^。]*。| ?With [^.]*insist=true[^.]*\./, '').trim();

let made = 0;

export function violationsOf(problem) {
  const fields = Object.fromEntries((problem?.violations ?? []).map(({ pointer, message }) => [pointer.replace(/^(path:|query:|\/)/, ''), withoutRequest(message)]));
  return { ...fields, any: Object.keys(fields).length > 0 };
}

export function besides(problem) {
  const { title, status, code, retryAfter, incident } = problem;
  return { title, status, code, retryAfter, incident, detail: problem.violations?.length ? '' : problem.detail };
}

export function Field({ label, note, type = 'text', value, onInput, problem, required }) {
  const id = `field-${++made}`;
  return html`<label class="labelled">${label}<input class="field" type=${type} value=${value} required=${required} aria-invalid=${problem ? 'true' : undefined} aria-describedby=${problem ? id : undefined} onInput=${(event) => onInput(event.target.value)} />
    ${problem ? html`<span class="bad" id=${id}>${problem}</span>` : note && html`<span class="note">${note}</span>`}</label>`;
}

export function Picked({ label, value, onChange, options, problem }) {
  const id = `field-${++made}`;
  return html`<label class="labelled">${label}<select class="field" value=${value} required aria-invalid=${problem ? 'true' : undefined} aria-describedby=${problem ? id : undefined} onChange=${(event) => onChange(event.target.value)}>
    <option value="" selected=${!value}>${say('请选', 'choose')}</option>${options.map(([one, words]) => html`<option value=${one} selected=${one === value}>${words}</option>`)}</select>
    ${problem && html`<span class="bad" id=${id}>${problem}</span>`}</label>`;
}
