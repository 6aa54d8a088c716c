/**
 * New keys, before they are handed out: what one asks for, and the file that is kept of them.
 * exports:
 *   request({way, region, organs, label, until})   the body of POST /keys/organs
 *   keysFile(keys, heads)   CSV for spreadsheets: codes stay text, and no cell is taken for a formula
 *   attempt()               a new name of a request, so that asking again makes no second key
 */

/** The last day is a whole one, in China. */
export function endOf(day) {
  if (!day) return undefined;
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return `${next.toISOString().slice(0, 10)}T00:00:00+08:00`;
}

export function request({ way, region, organs, label, until }) {
  return {
    ...(way === 'region' ? { region } : { organs: [...organs] }),
    ...(label?.trim() ? { label: label.trim() } : {}),
    ...(until ? { expiresAt: endOf(until) } : {}),
  };
}

const quoted = (text) => `"${text.replaceAll('"', '""')}"`;

function field(value) {
  const text = String(value ?? '');
  return /^[=+\-@\t\r]|^\d[\d.eE+-]*$/.test(text) ? quoted(`=${quoted(text)}`) : quoted(text);
}

export const keysFile = (keys, heads) => `\uFEFF${[heads, ...keys.map(({ organ, name, region, key, until }) => [organ, name, region, key, until])]
  .map((line) => line.map(field).join(',')).join('\r\n')}\r\n`;

export const attempt = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
