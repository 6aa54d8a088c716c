// The form as /forms/{edition} answers it, read from the form files: only as much of their YAML as they use.
import { readFileSync } from 'node:fs';

const folder = new URL('../../main/resources/forms/', import.meta.url);

/** {id: a, list: [b, "c"]} on one line. */
export function flow(text) {
  let at = 0;
  const skip = () => { while (/\s/.test(text[at] ?? '')) at++; };
  const value = () => {
    skip();
    if (text[at] === '{') {
      at++;
      const object = {};
      for (skip(); text[at] !== '}'; skip()) {
        const end = text.indexOf(':', at);
        const key = text.slice(at, end).trim();
        at = end + 1;
        object[key] = value();
        skip();
        if (text[at] === ',') at++;
      }
      at++;
      return object;
    }
    if (text[at] === '[') {
      at++;
      const list = [];
      for (skip(); text[at] !== ']'; skip()) {
        list.push(value());
        skip();
        if (text[at] === ',') at++;
      }
      at++;
      return list;
    }
    if (text[at] === '"') {
      const end = /"(?:[^"\\]|\\.)*"/y;
      end.lastIndex = at;
      const [quoted] = end.exec(text);
      at += quoted.length;
      return JSON.parse(quoted);
    }
    const end = /[^,}\]]*/y;
    end.lastIndex = at;
    const [bare] = end.exec(text);
    at += bare.length;
    return /^-?\d+$/.test(bare.trim()) ? Number(bare) : bare.trim() === 'true' ? true : bare.trim();
  };
  return value();
}

function sectionsOf(file) {
  const lines = readFileSync(new URL(file, folder), 'utf8').split('\n');
  const sections = [];
  let list = null;
  let top = '';
  let rule = null;
  const rules = [];
  for (const line of lines) {
    if (/^[a-z]+:/.test(line)) top = line.slice(0, line.indexOf(':'));
    if (top === 'sections') {
      const begins = /^ {2}- (?:(id|use): )?(\S+)$/.exec(line);
      const member = /^ {4}(title|note|columns|rows):(.*)$/.exec(line);
      const item = /^ {6}- (.*)$/.exec(line);
      if (begins) sections.push({ id: begins[2], uses: begins[1] !== 'id' });
      else if (member && member[2].trim()) sections.at(-1)[member[1]] = flow(member[2].trim());
      else if (member) list = sections.at(-1)[member[1]] = [];
      else if (item) list.push(item[1].startsWith('{') ? flow(item[1]) : item[1]);
    }
    if (top === 'rules') {
      const begins = /^ {2}- (?:id: )?([A-Z][A-Z0-9-]*)$/.exec(line);
      const member = /^ {4}(severity|section|relation|each|left|right|label):(.*)$/.exec(line);
      if (begins) rules.push(rule = { id: begins[1] });
      else if (member && rule && !(member[1] in rule)) rule[member[1]] = flow(member[2].trim());
    }
  }
  return { sections, rules };
}

const common = sectionsOf('common.yaml');

export function form(edition) {
  const own = sectionsOf(`${edition}.yaml`);
  const sections = own.sections.map((section) => {
    const shared = common.sections.find((one) => one.id === section.id) ?? {};
    const rows = (section.rows ?? shared.rows).map((row) => typeof row === 'string'
      ? shared.rows.find((one) => one.id === row)
      : row.use ? { ...shared.rows.find((one) => one.id === row.use), ...row, id: row.id ?? row.use } : row);
    const columns = section.columns ?? shared.columns;
    const whole = rows.map((row) => ({ role: 'leaf', columns: [], ...row }));
    return {
      id: section.id, title: section.title ?? shared.title, note: section.note ?? shared.note,
      columns: columns.map((column) => ({ role: 'leaf', statedUnit: false, ...column })), rows: whole,
      cells: whole.filter((row) => row.role !== 'heading').flatMap((row) =>
        columns.filter((column) => !row.columns.length || row.columns.includes(column.id)).map((column) => ({ path: `${section.id}.${row.id}.${column.id}`, kind: column.kind }))),
    };
  });
  return { edition, sections, rules: [...common.rules, ...own.rules.filter((rule) => rule.relation)] };
}
