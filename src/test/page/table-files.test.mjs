import assert from 'node:assert/strict';
import test from 'node:test';
import { csvOfTable, filesOfTable, sheetOf } from '../../main/resources/META-INF/resources/page/table-files.js';

const columns = [{ id: 'name', head: '项目', plain: (row) => row.name }, { id: 'now', head: '2021年', plain: (row) => row.now }, { id: 'picture', head: '' }];

test('a blank stays empty, a code stays text, and a minus is one that spreadsheets know', () => {
  const table = [['项目', '2021年', '增减'], ['甲,"乙"', '412', '-3'], ['丙', '', '/']];
  assert.equal(csvOfTable(table), '\uFEFF项目,2021年,增减\r\n"甲,""乙""",412,-3\r\n丙,,/\r\n');
  const sheet = sheetOf(table);
  assert.ok(sheet.includes('<c><v>412</v></c><c><v>-3</v></c>'));
  assert.ok(sheet.includes('<c/><c t="inlineStr"><is><t>/</t></is></c>'));
});

test('what is a picture is in no file, and JSON says what stands beside the rows', async () => {
  const [csv, excel, json] = filesOfTable(columns, [{ name: '甲', now: '−3' }, { heading: '小计' }], { file: '371002-2021-main', about: { year: 2021 } });
  assert.equal(await (await csv.make()).text(), '项目,2021年\r\n甲,-3\r\n');
  assert.equal(excel.file, '371002-2021-main.xlsx');
  assert.equal(new TextDecoder().decode((await (await excel.make()).arrayBuffer()).slice(0, 2)), 'PK');
  assert.deepEqual(JSON.parse(await (await json.make()).text()), { year: 2021 });
});
