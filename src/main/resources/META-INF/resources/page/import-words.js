/**
 * What became of files that were sent in, in words.
 * exports:
 *   standingOf(file)      'waiting' | 'refused' | 'forgotten' | 'taken' | 'choose' | 'ready': choose where organ or year are not one, or the scope is not sure
 *   standings             their words; shapeOf their shape
 *   wants(file)           what somebody has to say or look at: [sentence]
 *   outcome(one)          48个文件：读出46个，读不出2个…… of an import
 *   progress(one)         第3个，共48个 of one that is read
 *   remedy(reason)        what to do with a file that is not read
 *   size(bytes)           24 KB · 1.2 MB
 *   placeWords(place)     where something stands in a file; placeMark the same for a cell of a table, as short as it goes
 */
import { list, say, scopes } from './words.js';

export function standingOf(file) {
  if (file.state !== 'read') return file.state;
  if (file.takenOver) return 'taken';
  const { organ = [], year = [], scope } = file.proposals ?? {};
  return organ.length === 1 && year.length === 1 && scope?.certainty !== 'likely' ? 'ready' : 'choose';
}

export const standings = (code) => say(...{
  waiting: ['等着读', 'waiting'], refused: ['读不出', 'not read'], forgotten: ['已清除', 'cleared'], taken: ['已采用', 'taken over'],
  choose: ['要选机关、年度或者范围', 'organ, year or scope to choose'], ready: ['可以采用', 'ready'],
}[code]);

export const shapeOf = (code) => ({ waiting: 'not-started', refused: 'errors', forgotten: 'hidden', taken: 'published', choose: 'draft', ready: 'accepted' }[code]);

export function wants(file) {
  const { counts, proposals } = file;
  const { organ = [], year = [], scope, printed = [] } = proposals ?? {};
  const said = [];
  if (file.state !== 'read' || file.takenOver) return said;
  if (organ.length > 1) said.push(say(`可能是${organ.length}家机关的，要选一家`, `may be of ${organ.length} organs: choose one`));
  if (organ.length === 0) said.push(printed.length ? say(`“${printed[0]}”没有对上登记的机关，先登记`, `“${printed[0]}” is not a registered organ: register it first`) : say('没有写是哪个机关的', 'names no organ'));
  if (year.length > 1) said.push(say(`可能是${list(year)}年度的，要选一个`, `may be of ${list(year)}: choose one`));
  if (year.length === 0) said.push(say('没有写年度', 'names no year'));
  if (scope?.certainty === 'likely') said.push(say(`看来是${scopes(scope.scope)}的数，要核对`, `seems to be of the scope “${scopes(scope.scope)}”: check it`));
  if (counts.likely > 0) said.push(say(`${counts.likely}格请核对`, `${counts.likely} ${counts.likely === 1 ? 'cell' : 'cells'} to check`));
  if (counts.leftOver > 0) said.push(say(`${counts.leftOver}段没有放处`, `${counts.leftOver} ${counts.leftOver === 1 ? 'piece' : 'pieces'} without a place`));
  return said;
}

export function outcome({ counts }) {
  const parts = [say(`读出${counts.read}个`, `${counts.read} read`)];
  if (counts.refused > 0) parts.push(say(`读不出${counts.refused}个`, `${counts.refused} not read`));
  if (counts.forgotten > 0) parts.push(say(`已清除${counts.forgotten}个`, `${counts.forgotten} cleared`));
  if (counts.takenOver > 0) parts.push(say(`已采用${counts.takenOver}个`, `${counts.takenOver} taken over`));
  return say(`${counts.files}个文件：${parts.join('，')}`, `${counts.files} ${counts.files === 1 ? 'file' : 'files'}: ${parts.join(', ')}`);
}

export function progress({ counts }) {
  const done = counts.files - counts.waiting;
  return say(`正在读第${Math.min(done + 1, counts.files)}个，共${counts.files}个`, `reading ${Math.min(done + 1, counts.files)} of ${counts.files}`);
}

export function remedy(reason) {
  const words = {
    'unknown-kind': ['换成Word、Excel、网页、有文字的PDF或者纯文本再导入。', 'Send it as Word, Excel, a web page, a PDF with text, or plain text.'],
    broken: ['用原来的程序打开看看能不能打开，另存一份再导入。', 'See whether it opens in its own program, save it anew and send that.'],
    encrypted: ['去掉密码，另存一份再导入。', 'Save it without its password and send that.'],
    scanned: ['这是扫描件，里面没有文字：导入Word原件，或者下载填报模板填写。', 'It is a scan without text: send the Word file it was made from, or fill in the workbook.'],
    'no-lines': ['PDF里的表格没有线，认不准：导入Word原件。', 'The tables of the PDF have no lines to go by: send the Word file.'],
    'no-report': ['看看是不是选错了文件；年度报告在附件或者图片里的，导入那个附件。', 'See whether it is the right file; where the report is an attachment, send that.'],
    'unknown-signs': ['PDF的字体没有说明是什么字：导入Word原件。', 'The fonts of the PDF do not say their signs: send the Word file.'],
    'too-large': ['去掉图片或者附件，只留年度报告再导入。', 'Leave out pictures and annexes and send the report alone.'],
    'too-slow': ['去掉图片或者附件再导入；还是这样就导入Word原件。', 'Leave out pictures and annexes; if it stays, send the Word file.'],
    'reader-ended': ['再导入一次；还是这样就导入Word原件。', 'Send it once more; if it stays, send the Word file.'],
  }[reason];
  return words ? say(...words) : '';
}

export function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

export function placeWords(place) {
  if (!place) return '';
  const { page, paragraph, table, row, column } = place;
  return [page && say(`第${page}页`, `page ${page}`), paragraph && say(`第${paragraph}段`, `paragraph ${paragraph}`), table && say(`表${table}`, `table ${table}`),
    row && say(`第${row}行`, `row ${row}`), column && say(`第${column}列`, `column ${column}`)].filter(Boolean).join(say('', ', '));
}

export function placeMark(place) {
  if (!place) return '';
  const { page, paragraph, table, row, column } = place;
  if (row) return say(`${table ? `表${table}·` : ''}${row}行${column ? `${column}列` : ''}`, `${table ? `t${table} ` : ''}r${row}${column ? ` c${column}` : ''}`);
  if (paragraph) return say(`${paragraph}段`, `¶${paragraph}`);
  return page ? say(`${page}页`, `p. ${page}`) : '';
}
