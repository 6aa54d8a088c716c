// Draws what a dashboard has been given on standard input, without a screen: node draw.mjs <directory of global packages>
// {"rows": lines of a rollup, one a number, "bi": lines of bi.rollup_cell}; it prints the sums that each tool has come to,
// by the year: of all outcomes of applications.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readFileSync } from 'node:fs';

const from = createRequire(join(process.argv[2], 'here.js'));
const vega = await import(pathToFileURL(from.resolve('vega')));
const vegaLite = await import(pathToFileURL(from.resolve('vega-lite')));
const { default: echarts } = await import(pathToFileURL(from.resolve('echarts')));

const { rows, bi } = JSON.parse(readFileSync(0, 'utf8'));
const isOutcome = (line) => line.row.startsWith('outcomes.');
const year = (line) => line.period.slice(0, 4);

/** Bars over an axis of time, all that is a leaf in each. */
async function vegaLiteBars(values) {
  const { spec } = vegaLite.compile({
    data: { values },
    transform: [{ filter: "datum.leaf && indexof(datum.row, 'outcomes.') === 0" }],
    mark: 'bar',
    encoding: {
      x: { field: 'period', timeUnit: 'utcyear', type: 'temporal' },
      y: { aggregate: 'sum', field: 'value', type: 'quantitative' },
    },
  });
  const view = await new vega.View(vega.parse(spec), { renderer: 'none' }).runAsync();
  const bars = view.data(spec.marks[0].from.data);
  return Object.fromEntries(bars.map((bar) => [new Date(bar.utcyear_period).getUTCFullYear(), bar.sum_value]));
}

function drawn(option) {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 800, height: 600 });
  chart.setOption({ animation: false, ...option });
  chart.renderToSVGString();
  return chart;
}

/** Stacked bars: a series for each row that is a leaf, the axis up to the highest stack. */
function echartsStack(values) {
  const years = [...new Set(values.map(year))].sort();
  const leaves = values.filter((line) => line.leaf && isOutcome(line));
  const series = [...new Set(leaves.map((line) => line.row + ' ' + line.column))].map((name) => ({
    name,
    type: 'bar',
    stack: 'all',
    data: years.map((y) => leaves.find((l) => year(l) === y && l.row + ' ' + l.column === name)?.value ?? null),
  }));
  const chart = drawn({ xAxis: { data: years }, yAxis: {}, series });
  const tops = years.map((y, i) => {
    let top = 0;
    chart.getModel().eachSeries((s) => {
      const data = s.getData();
      const stacked = data.get(data.getCalculationInfo('stackResultDimension'), i);
      top = Number.isNaN(stacked) ? top : Math.max(top, stacked);
    });
    return [y, top];
  });
  return Object.fromEntries(tops);
}

/** A treemap by the parents of rows, whose areas it adds up itself. */
function echartsTree(values) {
  const areas = [...new Set(values.map(year))].map((y) => {
    const lines = values.filter((line) => year(line) === y && line.column === 'total');
    const node = (line) => ({
      name: line.label,
      ...(lines.some((l) => l.parent === line.row)
        ? { children: lines.filter((l) => l.parent === line.row).map(node) }
        : { value: line.value ?? 0 }),
    });
    const chart = drawn({ series: { type: 'treemap', data: lines.filter((l) => l.row === 'outcomes.total').map(node) } });
    return [y, chart.getModel().getSeriesByIndex(0).getData().tree.root.getValue()];
  });
  return Object.fromEntries(areas);
}

/** What a spreadsheet does: years across, the sum of what the filter leaves. */
function pivot(lines) {
  const sums = {};
  for (const line of lines) {
    if (line.value !== null) {
      sums[year(line)] = (sums[year(line)] ?? 0) + line.value;
    }
  }
  return sums;
}

const ofBi = bi.map((line) => ({ ...line, leaf: true }));
process.stdout.write(
  JSON.stringify({
    'Vega-Lite of rows': await vegaLiteBars(rows),
    'Vega-Lite of bi': await vegaLiteBars(ofBi),
    'ECharts stack of rows': echartsStack(rows),
    'ECharts stack of bi': echartsStack(ofBi),
    'ECharts tree of rows': echartsTree(rows),
    'pivot of rows': pivot(rows.filter((line) => line.leaf && isOutcome(line))),
    'pivot of bi': pivot(bi.filter(isOutcome)),
  }),
  // animations of charts would keep it alive
  () => process.exit(0),
);
