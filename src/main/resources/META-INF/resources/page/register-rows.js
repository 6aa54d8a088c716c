/**
 * A pasted block or a CSV file of organs or regions, as rows; and what the service says of it, row by row.
 * exports:
 *   FIELDS {organs: [...], regions: [...]}   the columns, as the import of the service names them
 *   readRows(cells, of, {place, today})   → {rows: [{code, name, …, guessed: [field]}], ignored: [head]}
 *     cells: rows of strings; with a head or without one; what the block does not say of region and kind is guessed, and said to be
 *   cellsOf(text)     a CSV text or one with tabs as rows of strings
 *   csvOf(rows, of)   what POST /organs/import and /regions/import take
 *   byRow(violations) → Map: number of the row → {field: message}; field '' where the whole row is meant
 *   kindOf(name)      the kind that the name of an organ says, or ''
 */
export const FIELDS = {
  organs: ['code', 'name', 'kind', 'region', 'validFrom', 'validTo', 'successor'],
  regions: ['code', 'name', 'level', 'parent', 'validFrom', 'validTo'],
};
const NEEDED = { organs: ['code', 'name', 'kind', 'region'], regions: ['code', 'name', 'level', 'parent'] };

/** In this order: 并入机关代码 is no code, and 行政区划代码 is a region. */
const HEADS = {
  successor: /并入|承继|successor/i, validFrom: /生效|启用|起始|设立|validfrom|from|since/i, validTo: /失效|停用|撤销|validto|until/i,
  parent: /上级|parent/i, region: /区划|地区|上级|region|parent/i, level: /级别|层级|level/i, kind: /类别|类型|性质|kind|type/i,
  code: /代码|编码|code/i, name: /名称|单位|机关|机构|name|organ/i,
};
const REGION = /^\d{6}(\d{3})?$/;
const CODE = /^(?=.*\d)[0-9A-Z][0-9A-Z-]{2,31}$/i;
const DATE = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/;
const KIND = /^(people-government|general-office|department|vertical-organ|dispatched-office|zone-committee|township-government|authorised-organisation|public-institution|party-organ|.*(办公厅|办公室)(（室）)?|.*部门|.*街道办(事处)?|街道|派出机关.*|开发区.*|.*管委会|.*管理委员会|乡镇.*|[乡镇](人民)?政府|人民政府|.*组织|事业单位|党的机关|党委.*|垂直?管.*)$/;
const LEVEL = /^(nation|province|city|district|township|国家|[省市]|省级|地级|市级|地市级|设区的市|县级|区县级?|县区|乡级|乡镇级?|街道)$/;

export function cellsOf(text) {
  const separator = ['\t', ';', ','].find((one) => text.split('\n', 1)[0].includes(one)) ?? '\t';
  const rows = [[]];
  let cell = '';
  let quoted = false;
  const end = () => {
    rows.at(-1).push(cell.trim().replace(/^="(.*)"$/, '$1'));
    cell = '';
  };
  for (let i = 0; i < text.length; i++) {
    const at = text[i];
    if (quoted) {
      if (at !== '"') cell += at;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (at === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (at === separator) end();
    else if (at === '\n') {
      end();
      rows.push([]);
    } else if (at !== '\r' && at !== '\uFEFF') cell += at;
  }
  end();
  return rows.filter((row) => row.some((one) => one !== ''));
}

function headed(row, of) {
  const known = FIELDS[of];
  const taken = new Set();
  return row.map((head) => {
    const field = Object.keys(HEADS).find((one) => known.includes(one) && !taken.has(one) && HEADS[one].test(head));
    if (field) taken.add(field);
    return field ?? null;
  });
}

/** Without a head, columns are known by what stands in them. */
function unheaded(rows, of) {
  const width = Math.max(...rows.map((row) => row.length));
  const fields = Array(width).fill(null);
  const mostly = (at, pattern) => {
    const filled = rows.map((row) => row[at] ?? '').filter(Boolean);
    return filled.length > 0 && filled.filter((one) => pattern.test(one)).length * 2 > filled.length;
  };
  const find = (field, pattern, fits = () => true) => {
    const at = fields.findIndex((one, i) => one === null && mostly(i, pattern) && fits(i));
    if (at >= 0) fields[at] = field;
  };
  if (of === 'organs') {
    find('region', REGION);
    find('kind', KIND, (at) => new Set(rows.map((row) => row[at])).size < rows.length || rows.length === 1);
    find('code', CODE);
  } else {
    find('code', REGION);
    find('parent', REGION);
    find('level', LEVEL);
  }
  find('validFrom', DATE);
  find('validTo', DATE);
  find('name', /\p{Script=Han}{2}|[a-z]{2}/iu);
  return fields;
}

const KINDS = [
  [/(税务局|气象局|海关|海事局|烟草专卖局|邮政管理局|消防救援.*|统计调查队)$/, 'vertical-organ'],
  [/人民政府办公[厅室]$|(?<=[省市县区州旗盟])政府办公[厅室]$/, 'general-office'], [/[乡镇]人民政府$/, 'township-government'], [/人民政府$/, 'people-government'],
  [/街道办事处$|办事处$/, 'dispatched-office'], [/(开发区|新区|园区|高新区|保税区|度假区|示范区|产业区).*(管委会|管理委员会)$/, 'zone-committee'],
  [/[局厅]$|委员会$|办公室$|委$/, 'department'],
];

export const kindOf = (name) => KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? '';

function levelOf(code) {
  if (code.length === 9) return 'township';
  if (!/^\d{6}$/.test(code)) return '';
  return code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'district';
}

export function readRows(cells, of, { place }) {
  if (cells.length === 0) return { rows: [], ignored: [] };
  const first = headed(cells[0], of);
  const hasHead = first.filter(Boolean).length >= 2 && !cells[0].some((one) => REGION.test(one) || /^(?=.*\d)[0-9A-Z-]{8,}$/.test(one));
  const body = hasHead ? cells.slice(1) : cells;
  const fields = hasHead ? first : body.length ? unheaded(body, of) : [];
  const ignored = hasHead ? cells[0].filter((head, i) => fields[i] === null && head !== '' && head !== '序号') : [];
  const rows = body.map((cell) => {
    const row = { guessed: [] };
    fields.forEach((field, i) => {
      if (field && cell[i]) row[field] = cell[i];
    });
    const guess = (field, value) => {
      if (row[field] || !value) return;
      row[field] = value;
      row.guessed.push(field);
    };
    if (row.code) row.code = of === 'organs' ? row.code.toUpperCase() : row.code;
    if (of === 'organs') {
      guess('region', place);
      guess('kind', kindOf(row.name ?? ''));
    } else {
      guess('level', levelOf(row.code ?? ''));
      guess('parent', row.code === place ? '' : place);
    }
    return row;
  });
  return { rows, ignored };
}

const quoted = (value) => `"${String(value ?? '').replace(/[\r\n]+/g, ' ').replaceAll('"', '""')}"`;

export function csvOf(rows, of) {
  const fields = FIELDS[of].filter((field) => NEEDED[of].includes(field) || rows.some((row) => row[field]));
  return `${[fields, ...rows.map((row) => fields.map((field) => row[field]))].map((line) => line.map(quoted).join(',')).join('\n')}\n`;
}

/** Lines are counted with the head, which csvOf writes. */
export function byRow(violations) {
  const rows = new Map();
  for (const { pointer, message } of violations ?? []) {
    const [, line, field = ''] = /^line:(\d+)(?:\/(.+))?$/.exec(pointer) ?? [null, '1', ''];
    const at = Number(line) - 2;
    rows.set(at, { ...rows.get(at), [field]: message });
  }
  return rows;
}
