import assert from 'node:assert/strict';
import test from 'node:test';
import { byRow, cellsOf, csvOf, kindOf, readRows } from '../../main/resources/META-INF/resources/page/register-rows.js';

const place = { place: '371002' };

test('a block with heads keeps what it says and names what is not used', () => {
  const cells = cellsOf('序号\t单位名称\t统一社会信用代码\t类别\t联系人\n1\t威海市环翠区财政局\t11371002004360986r\t部门\t张三\n');
  const { rows, ignored } = readRows(cells, 'organs', place);
  assert.deepEqual(rows, [{ guessed: ['region'], name: '威海市环翠区财政局', code: '11371002004360986R', kind: '部门', region: '371002' }]);
  assert.deepEqual(ignored, ['联系人']);
});

test('a block without heads is read by what stands in its columns', () => {
  const cells = cellsOf('1,威海市环翠区财政局,371002-001,工作部门\n2,威海市环翠区审计局,371002-002,工作部门\n3,环翠区张村镇人民政府,371002-003,乡镇人民政府');
  const { rows } = readRows(cells, 'organs', place);
  assert.deepEqual(rows.map(({ code, name, kind, region }) => [code, name, kind, region]), [
    ['371002-001', '威海市环翠区财政局', '工作部门', '371002'], ['371002-002', '威海市环翠区审计局', '工作部门', '371002'],
    ['371002-003', '环翠区张村镇人民政府', '乡镇人民政府', '371002']]);
});

test('names without kinds are guessed, and nothing is where the name does not say it', () => {
  const { rows } = readRows(cellsOf('威海市环翠区财政局\t371002-001\n环翠区竹岛街道办事处\t371002-002\n某某研究中心\t371002-003'), 'organs', place);
  assert.deepEqual(rows.map((row) => row.kind ?? ''), ['department', 'dispatched-office', '']);
  assert.deepEqual(rows[0].guessed, ['region', 'kind']);
  assert.deepEqual(['国家税务总局威海市税务局', '威海市环翠区人民政府办公室', '威海火炬高技术产业开发区管理委员会', '威海市环翠区人民政府'].map(kindOf),
    ['vertical-organ', 'general-office', 'zone-committee', 'people-government']);
});

test('regions: the level follows from the code, the parent is where one is', () => {
  const { rows } = readRows(cellsOf('371002001,环翠楼街道\n371002002,鲸园街道'), 'regions', place);
  assert.deepEqual(rows[0], { guessed: ['level', 'parent'], code: '371002001', name: '环翠楼街道', level: 'township', parent: '371002' });
});

test('quotes, commas and line breaks within cells come back as they were', () => {
  const [row] = readRows(cellsOf('名称,代码\n"甲,""乙""局",X-1'), 'organs', place).rows;
  assert.equal(row.name, '甲,"乙"局');
  assert.equal(csvOf([row], 'organs'), '"code","name","kind","region"\n"X-1","甲,""乙""局","department","371002"\n');
});

test('what the service refuses stands at its row', () => {
  const rows = byRow([{ pointer: 'line:2/code', message: 'a' }, { pointer: 'line:2/kind', message: 'b' }, { pointer: 'line:4', message: 'c' }]);
  assert.deepEqual([...rows], [[0, { code: 'a', kind: 'b' }], [2, { '': 'c' }]]);
});
