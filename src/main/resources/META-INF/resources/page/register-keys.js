/**
 * Keys for organs that were just registered: only for those that have none.
 * exports: keysFor(codes, {region}) → {keys, refused, more} as NewKeys takes it, or null where all have one
 */
import { ask, everyPage } from './api.js';
import { attempt } from './issued-keys.js';

const AT_ONCE = 1000;

export async function keysFor(codes, { region = null } = {}) {
  const among = codes.length > 1 ? await everyPage('/keys', { region, role: 'organ' }) : [];
  const have = new Set(among.filter((one) => one.state === 'live').map((one) => one.organ));
  const without = codes.filter((code) => !have.has(code));
  const items = [];
  for (let from = 0; from < without.length; from += AT_ONCE) {
    const { data } = await ask('/keys/organs', { method: 'POST', body: { organs: without.slice(from, from + AT_ONCE) }, headers: { 'Idempotency-Key': attempt() } });
    items.push(...data.items);
  }
  if (items.length === 0) return null;
  return { keys: items.filter((one) => one.key).map((one) => ({ ...one, role: 'organ', until: '' })), refused: items.filter((one) => one.problem), more: false };
}
