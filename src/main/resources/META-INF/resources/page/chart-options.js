/**
 * What ECharts draws. Every bar begins at 0, one axis has one unit, and colour is never alone: each series has a pattern, or is filled
 * and hollow, and its number or name beside it. What is not known has no bar.
 * exports (each → look → option):
 *   bars({rows: [{name, now, then}], keys: {now, then}, median, text(value)})   beside each other, the first one on top
 *   columns({names, series: [{name, values}], text(value)})                     over years or places
 *   stacked({names, series: [{name, values}], line: {name, values}, text(value)})   parts of one sum
 *   heightOf(rows)   of bars, in pixels
 */
const known = (value) => (typeof value === 'number' ? value : null);

const isWhole = (series) => series.every((one) => one.values.every((value) => known(value) === null || Number.isInteger(value)));

const DECALS = [
  null,
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4 },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1.5, 5], rotation: -Math.PI / 4 },
  { symbol: 'circle', symbolSize: 0.5, dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0] },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 3], rotation: 0 },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 2 },
];

const FILLS = ['o1', 'o2', 'o3', 'o4', 'o5', 'paper'];

const decal = (i, colors) => (DECALS[i % DECALS.length] ? { ...DECALS[i % DECALS.length], color: i % FILLS.length === 5 ? colors.pattern : colors.paper } : { symbol: 'none' });

const fill = (i, colors) => ({ color: colors[FILLS[i % FILLS.length]], borderColor: i % FILLS.length === 5 ? colors.pattern : colors.paper, borderWidth: 1, decal: decal(i, colors) });

const words = ({ font, size, colors }, color = 'ink') => ({ fontFamily: font, fontSize: size, color: colors[color] });

const category = (look, names, extra = {}) => ({
  type: 'category', data: names, axisTick: { show: false }, axisLine: { lineStyle: { color: look.colors['line-2'] } },
  axisLabel: { ...words(look), interval: 0, ...extra },
});

const values = (look, text, isCount = false) => ({
  type: 'value', min: 0, splitNumber: 4, minInterval: isCount ? 1 : 0, axisLabel: { ...words(look, 'ink-2'), formatter: text, hideOverlap: true }, splitLine: { lineStyle: { color: look.colors.line } },
});

const legend = (look, names) => ({ show: names.length > 1, data: names, top: 0, left: 0, itemWidth: 20, itemHeight: 12, selectedMode: false, textStyle: words(look) });

const room = { containLabel: true, left: 4, right: 16, bottom: 4 };

export const heightOf = (rows) => 56 + rows.length * 44;

export const bars = ({ rows, keys, median, text }) => (look) => {
  const isPair = rows.some((row) => known(row.then) !== null);
  const line = typeof median?.value === 'number' ? {
    markLine: { symbol: 'none', silent: true, lineStyle: { color: look.colors.ink, type: [5, 4], width: 1.5 },
      label: { ...words(look), formatter: `${median.name} ${text(median.value)}`, position: 'end' }, data: [{ xAxis: median.value }] },
  } : {};
  const bar = (name, key, itemStyle) => ({
    name, type: 'bar', silent: true, barWidth: key === 'now' ? 15 : 9, barGap: '8%', itemStyle, data: rows.map((row) => known(row[key])),
    label: { show: true, position: 'right', ...words(look, key === 'now' ? 'ink' : 'ink-2'), fontWeight: key === 'now' ? 700 : 400, formatter: ({ value }) => (value === null || value === undefined ? '' : text(value)) },
  });
  const names = [keys.now, ...(isPair ? [keys.then] : [])];
  return {
    legend: legend(look, names),
    grid: { ...room, right: 72, top: line.markLine ? 48 : 32 },
    xAxis: values(look, text, isWhole([{ values: rows.flatMap((row) => [row.now, row.then]) }])),
    yAxis: { ...category(look, rows.map((row) => row.name), { width: Math.min(look.width * 0.34, 240), overflow: 'break', lineHeight: look.size * 1.3 }), inverse: true },
    series: [{ ...bar(keys.now, 'now', { color: look.colors.this }), ...line },
      ...(isPair ? [bar(keys.then, 'then', { color: look.colors.last, borderColor: look.colors['last-edge'], borderWidth: 1 })] : [])],
  };
};

export const columns = ({ names, series, text }) => (look) => ({
  legend: legend(look, series.map((one) => one.name)),
  grid: { ...room, top: series.length > 1 ? 44 : 24 },
  xAxis: category(look, names, { width: Math.max(48, (look.width / Math.max(1, names.length)) * 0.85), overflow: 'break' }),
  yAxis: values(look, text, isWhole(series)),
  series: series.map((one, i) => ({
    name: one.name, type: 'bar', silent: true, barMaxWidth: 44, barGap: '10%', itemStyle: series.length === 1 ? { color: look.colors.this } : fill(i, look.colors), data: one.values.map(known),
    label: { show: names.length * series.length <= 24, position: 'top', ...words(look), formatter: ({ value }) => (value === null || value === undefined ? '' : text(value)) },
  })),
});

export const stacked = ({ names, series, line, text }) => (look) => ({
  legend: { ...legend(look, [...series.map((one) => one.name), ...(line ? [line.name] : [])]), type: 'plain' },
  grid: { ...room, top: look.width < 560 ? 108 : look.width < 900 ? 76 : 52 },
  xAxis: category(look, names),
  yAxis: values(look, text, true),
  series: [
    ...series.map((one, i) => ({ name: one.name, type: 'bar', stack: 'all', silent: true, barMaxWidth: 72, itemStyle: fill(i, look.colors), data: one.values.map(known) })),
    ...(line ? [{ name: line.name, type: 'line', silent: true, connectNulls: false, symbol: 'diamond', symbolSize: 10, lineStyle: { color: look.colors.ink, width: 2, type: [2, 3] }, itemStyle: { color: look.colors.ink },
      data: line.values.map(known), label: { show: true, position: 'top', ...words(look), fontWeight: 700, formatter: ({ value }) => (value === null || value === undefined ? '' : text(value)) } }] : []),
  ],
});
