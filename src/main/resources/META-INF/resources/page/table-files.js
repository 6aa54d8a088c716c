/**
 * A table of the page as files, made here from what it shows: for tables that stand over several calls of the API.
 * exports: filesOfTable(columns, rows, {file, about})   [{name, file, make() → Blob}] for Take: CSV, Excel, JSON; about: what JSON says beside the rows
 *   csvOfTable(table), sheetOf(table)    table: rows of texts and numbers, heads first
 */
import { zipOf } from './zip-of.js';

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const NUMBER = /^-?\d+(\.\d+)?$/;

function tableOf(columns, rows) {
  const written = columns.filter((column) => column.plain);
  return [written.map((column) => String(column.headText ?? column.head)), ...rows.filter((row) => !row.heading).map((row) => written.map((column) => String(column.plain(row) ?? '').replace('−', '-').replace(/^\+/, '')))];
}

export const csvOfTable = (table) => `\uFEFF${table.map((row) => row.map((one) => (/[",\n]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one)).join(',')).join('\r\n')}\r\n`;

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const sheetOf = (table) => `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${table.map((row, i) => `<row r="${i + 1}">${row.map((one) => {
  if (one === '') return '<c/>';
  return NUMBER.test(one) && i > 0 ? `<c><v>${one}</v></c>` : `<c t="inlineStr"><is><t>${escaped(one)}</t></is></c>`;
}).join('')}</row>`).join('')}</sheetData></worksheet>`;

const PARTS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function workbook(table) {
  const xml = (name, text) => ({ name, blob: new Blob([`<?xml version="1.0" encoding="UTF-8"?>${text}`]) });
  return zipOf([
    xml('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'),
    xml('_rels/.rels', `<Relationships xmlns="${PARTS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
    xml('xl/workbook.xml', `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>`),
    xml('xl/_rels/workbook.xml.rels', `<Relationships xmlns="${PARTS}"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`),
    { name: 'xl/worksheets/sheet1.xml', blob: new Blob([sheetOf(table)]) },
  ]);
}

export function filesOfTable(columns, rows, { file, about }) {
  const table = () => tableOf(columns, rows);
  return [
    { name: 'CSV', file: `${file}.csv`, make: async () => new Blob([csvOfTable(table())], { type: 'text/csv;charset=utf-8' }) },
    { name: 'Excel', file: `${file}.xlsx`, make: async () => new Blob([await workbook(table())], { type: EXCEL }) },
    { name: 'JSON', file: `${file}.json`, make: async () => new Blob([JSON.stringify(about, null, 1)], { type: 'application/json' }) },
  ];
}
