/**
 * The page's own words, Chinese and English beside each other where they are used; words of the form come from /forms.
 * exports:
 *   say(zh, en)            the one of the two that is wanted now; label(bilingual) the same for {zh, en} of the API
 *   language(), useLanguage(), setLanguage('zh'|'en')
 *   list(names)            "甲、乙、丙" · "A, B, C"
 *   person(author)         who did something, as the API names it
 *   counted(n, zh, one, many)   "48家" · "48 organs": number and measure word that do not part (an element)
 *   regionName(region)     the name of a region of the API, '' where it is not known yet
 *   several(n, one, many)  "48 organs" as text, in English alone; days(n) "2天" · "2 days"
 *   day(iso, {year})       2022年1月24日, this year without the year · 24 January 2022
 *   moment(iso, {seconds, year}) day and time in China; clock(iso) the time alone; dateOf(instant) 2022-01-24, as it is in China
 *   states, kinds, levels, bases, severities, scopes, roles, acts, units    words of the API's codes: states('draft') …
 */
import { html } from './html.js';
import { shared } from './shared.js';

const KEPT = 'gongkai.language';
const current = shared(first());

function first() {
  const asked = new URLSearchParams(globalThis.location?.search ?? '').get('lang');
  if (asked) keep(globalThis.sessionStorage, asked);
  const wanted = asked ?? read();
  return wanted === 'en' ? 'en' : 'zh';
}

function read() {
  try {
    // What an address asked for holds in its window, beyond signing in there.
    return globalThis.sessionStorage?.getItem(KEPT) ?? globalThis.localStorage?.getItem(KEPT);
  } catch {
    return null; // storage that is switched off is no reason to fail
  }
}

export const language = current.get;
export const useLanguage = current.use;

export function setLanguage(wanted) {
  keep(globalThis.localStorage, wanted);
  keep(globalThis.sessionStorage, wanted);
  current.set(wanted);
}

function keep(storage, wanted) {
  try {
    storage?.setItem(KEPT, wanted);
  } catch {
    // kept for this page only
  }
}

export const say = (zh, en) => (language() === 'en' ? en : zh);
export const label = (both) => (both ? (both[language()] ?? both.zh) : '');
/** Who did something: an organ's own name for a key, but that of the start, which nobody named. */
export const person = (author) => (author === 'configured' ? say('管理员（启动时的密钥）', 'administrator (key of the start)') : author);
export const list = (names) => names.join(say('、', ', '));

export function counted(n, zh, one, many = `${one}s`) {
  const number = typeof n === 'number' ? grouped(n) : n;
  return html`<span class="nowrap">${say(`${number}${zh}`, `${number} ${n === 1 ? one : many}`)}</span>`;
}

/** The nation is the one region whose name is translated. */
export const regionName = (region) => (region?.level === 'nation' ? say(region.name, 'China') : region?.name ?? '');

/** The same as text; the words may be more than the thing counted: "1 cell is blank" · "3 cells are blank". */
export const several = (n, one, many = `${one}s`) => `${grouped(n)} ${n === 1 ? one : many}`;

export const days = (n) => say(`${grouped(n)}天`, several(n, 'day'));

/** Digits in threes; a minus that is one. */
export function grouped(number) {
  const [whole, part] = String(number).replace('-', '').split('.');
  const sign = String(number).startsWith('-') ? '−' : '';
  return sign + whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',') + (part === undefined ? '' : `.${part}`);
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** Made once: a list of 600 organs would make it 600 times. */
const CHINA = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai', year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit',
  second: '2-digit', hourCycle: 'h23',
});

/** The parts of a day or an instant as they are in China. */
function inChina(iso) {
  if (/^\d{4}-\d{2}-\d{2}$/.test(iso)) {
    const [year, month, date] = iso.split('-').map(Number);
    return { year, month, date };
  }
  const parts = CHINA.formatToParts(new Date(iso));
  const of = (type) => parts.find((part) => part.type === type).value;
  return {
    year: Number(of('year')), month: Number(of('month')), date: Number(of('day')), hour: of('hour'),
    minute: of('minute'), second: of('second'),
  };
}

const DATE = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });

export const dateOf = (instant = Date.now()) => DATE.format(new Date(instant));

export function thisYear() {
  return inChina(new Date().toISOString()).year;
}

export function day(iso, { year = false } = {}) {
  if (!iso) return '';
  const at = inChina(iso);
  if (language() === 'en') return `${at.date} ${MONTHS[at.month - 1]} ${at.year}`;
  return `${year || at.year !== thisYear() ? `${at.year}年` : ''}${at.month}月${at.date}日`;
}

/** Without the year where it is the one that is expected there. */
export function dayOf(iso, year) {
  const at = inChina(iso);
  if (at.year !== year) return day(iso);
  return language() === 'en' ? `${at.date} ${MONTHS[at.month - 1]}` : `${at.month}月${at.date}日`;
}

export function clock(iso, { seconds = false } = {}) {
  const at = inChina(iso);
  return `${at.hour}:${at.minute}${seconds ? `:${at.second}` : ''}`;
}

export function moment(iso, { seconds = false, year = false } = {}) {
  if (!iso) return '';
  return `${day(iso, { year })}${say('', ' ')}${clock(iso, { seconds })}`;
}

const dictionary = (words) => (code) => (words[code] ? say(...words[code]) : code);

export const states = dictionary({
  'not-started': ['未开始', 'not started'], draft: ['草稿', 'draft'], errors: ['草稿，有错误', 'draft with errors'],
  submitted: ['已提交', 'submitted'], withdrawn: ['已撤回', 'withdrawn'], returned: ['已退回', 'returned'],
  accepted: ['已审核', 'accepted'], published: ['已发布', 'published'], reopened: ['已重新开放', 'reopened'],
  exempt: ['免报', 'exempt'], late: ['逾期报送', 'filed late'], missing: ['逾期未报', 'overdue'],
  none: ['未报', 'no report'], hidden: ['已停止公布', 'hidden'], 'in-force': ['有效', 'in force'], superseded: ['已被后来的提交代替', 'superseded'], unpublished: ['尚未发布', 'not yet published'],
});
export const bases = dictionary({
  submitted: ['已提交', 'submitted'], accepted: ['已审核', 'accepted'], published: ['已发布', 'published'],
});
export const severities = dictionary({
  error: ['错误', 'error'], warning: ['提醒', 'warning'], info: ['供参考', 'for information'],
});
export const scopes = dictionary({
  organ: ['本机关', 'the organ itself'], level: ['本级政府', 'the government and its departments'],
  area: ['全行政区域', 'the whole area'],
});
export const acts = dictionary({
  fileReport: ['报送报告', 'file a report'], putReport: ['按机关和年度报送', 'file by organ and year'], fileNilReport: ['零报告', 'file a nil report'], fileReports: ['批量报送', 'file many reports'],
  correctReport: ['更正报告', 'correct a report'], discardDraft: ['删去草稿', 'discard a draft'], submitReport: ['提交', 'submit'], withdrawReport: ['撤回', 'take back'], acceptReport: ['审核通过', 'accept'],
  acceptReports: ['批量审核通过', 'accept many'], returnReport: ['退回', 'return'], publishReport: ['发布', 'publish'], publishReports: ['批量发布', 'publish many'], reopenReport: ['重新开放', 'reopen'],
  hideReport: ['隐去', 'hide'], unhideReport: ['恢复公布', 'show again'], redactReport: ['遮盖个人信息', 'mask personal data'], explainFinding: ['写说明', 'explain a finding'], takeBackExplanation: ['收回说明', 'take back an explanation'],
  waiveFinding: ['豁免错误', 'waive a finding'], takeBackWaiver: ['收回豁免', 'take back a waiver'], stateHandInDay: ['载明提交日期', 'state the hand-in day'], stateHandInDays: ['批量载明提交日期', 'state hand-in days'], takeBackHandInDay: ['收回提交日期', 'take back the hand-in day'],
  verifyPublication: ['发布核验', 'verify what is published'], draftAreaReport: ['由汇总起草政府年报', 'draft the government’s report'], importFile: ['导入文件', 'import a file'], deleteImport: ['删去导入', 'delete an import'],
  takeOverFile: ['采用文件', 'take over a file'], takeOverFiles: ['采用多个文件', 'take over files'], createKey: ['做密钥', 'make a key'], createOrganKeys: ['给多家机关做密钥', 'make keys for organs'], rotateKey: ['换新密钥', 'exchange a key'], revokeKey: ['撤销密钥', 'revoke a key'],
  putOrgan: ['登记机关', 'register an organ'], importOrgans: ['批量登记机关', 'register organs'], putRegion: ['登记地区', 'register a region'], importRegions: ['批量登记地区', 'register regions'], putCalendar: ['定期限', 'set due dates'],
  putExemption: ['免报', 'exempt'], deleteExemption: ['取消免报', 'end an exemption'], putExtension: ['延期', 'extend'], deleteExtension: ['取消延期', 'end an extension'], beginRehearsal: ['试运行规则', 'rehearse rules'], endRehearsal: ['停止试运行', 'end a rehearsal'],
  createWebhook: ['登记推送', 'register a webhook'], deleteWebhook: ['取消推送', 'delete a webhook'], pingWebhook: ['试推送', 'try a webhook'], retryDelivery: ['重新推送', 'retry a delivery'], rebuildRollups: ['重算汇总', 'rebuild the sums'],
});
export const roles = dictionary({
  organ: ['填报机关', 'organ'], office: ['公开工作主管部门', 'office'], reader: ['查询', 'reader'],
  admin: ['管理员', 'administrator'],
});
export const units = dictionary({
  item: ['条/件/篇', 'items'], event: ['场/次', 'events'], issue: ['期', 'issues'], place: ['处', 'places'],
});
export const kinds = dictionary({
  'people-government': ['人民政府', 'people’s government'], 'general-office': ['办公厅（室）', 'general office'],
  department: ['工作部门', 'department'], 'vertical-organ': ['垂直管理机关', 'vertical organ'],
  'dispatched-office': ['派出机关', 'dispatched office'], 'zone-committee': ['开发区管委会', 'zone committee'],
  'township-government': ['乡镇人民政府', 'township government'],
  'authorised-organisation': ['授权组织', 'authorised organisation'],
  'public-institution': ['公共企事业单位', 'public institution'], 'party-organ': ['党的机关', 'party organ'],
});
export const levels = dictionary({
  nation: ['国家', 'nation'], province: ['省级', 'province'], city: ['地级', 'city'], district: ['县级', 'district'], township: ['乡级', 'township'],
});
