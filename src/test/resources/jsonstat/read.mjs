// Reads JSON-stat datasets from standard input, each a line: node read.mjs <directory of jsonstat-toolkit>
// It prints, a line for each, what the toolkit makes of it: its dimensions, and each cell by their codes.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createInterface } from 'node:readline';

const { default: JSONstat } = await import(pathToFileURL(join(process.argv[2], 'import.mjs')));

for await (const line of createInterface({ input: process.stdin })) {
  const dataset = JSONstat(JSON.parse(line));
  const dimensions = dataset.id.map((id) => {
    const dimension = dataset.Dimension(id);
    return {
      id,
      label: dimension.label,
      role: dimension.role,
      codes: dimension.id,
      labels: dimension.id.map((code) => dimension.Category(code).label),
    };
  });
  const cells = dataset.n === 0 ? [] : dataset.toTable({ type: 'arrobj', content: 'id', status: true });
  process.stdout.write(
    `${JSON.stringify({
      class: dataset.class,
      length: dataset.length,
      n: dataset.n,
      size: dataset.size ?? dimensions.map((dimension) => dimension.codes.length),
      dimensions,
      cells,
    })}\n`,
  );
}
