// Holds dashboards (the files that are named) against the type that npm's @grafana/schema has of them, and prints a line for
// each place that is not as it says: wrong values, missing fields, and fields that there are not.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const globals = execFileSync('npm', ['root', '--global'], { encoding: 'utf8' }).trim();
const ts = createRequire(join(globals, 'typescript', 'package.json'))('typescript');
const types = join(globals, '@grafana/schema/dist/types/raw/dashboard/x/types.gen');

/** A file has the words of an enumeration, not its constants. */
const begin = `import type { Dashboard } from '${types}';
type Written<T> = T extends string ? \`\${T}\` : T extends object ? { [K in keyof T]: Written<T[K]> } : T;
export const dashboard: Written<Dashboard> = `;

// One program of all files, as reading the type takes longest.
const files = new Map(process.argv.slice(2).map(file => [resolve(file + '.ts'), file]));
const host = ts.createCompilerHost({});
const others = host.getSourceFile.bind(host);
host.getSourceFile = (path, ...rest) =>
  files.has(path)
    ? ts.createSourceFile(path, begin + readFileSync(files.get(path), 'utf8'), ts.ScriptTarget.ESNext, true)
    : others(path, ...rest);
const options = {
  strict: true, noEmit: true, skipLibCheck: true, types: [],
  module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
};
for (const found of ts.getPreEmitDiagnostics(ts.createProgram([...files.keys()], options, host))) {
  const file = found.file ? files.get(found.file.fileName) ?? found.file.fileName : 'options';
  const line = found.file ? found.file.getLineAndCharacterOfPosition(found.start).line - begin.split('\n').length + 2 : 0;
  console.log(`${file}:${line}: ${ts.flattenDiagnosticMessageText(found.messageText, ' ')}`);
}
