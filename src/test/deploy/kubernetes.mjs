// Holds Kubernetes objects (a JSON list on standard input) against the types that npm's kubernetes-models
// has of each kind, and prints a line for each that is not as they say: wrong types, missing fields, and fields
// that there are not, which a server would drop without a word. Kinds that it does not know are named at the end.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const globals = execFileSync('npm', ['root', '--global'], { encoding: 'utf8' }).trim();
const models = join(globals, 'kubernetes-models');
const require = createRequire(join(models, 'package.json'));

/** The fields of an interface with their types, as its declaration file has them. */
const declared = new Map();
function fieldsOf(file, name) {
  const key = file + '#' + name;
  if (!declared.has(key)) {
    const text = readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\//g, '');
    const body = new RegExp(`export interface ${name}\\b[^{]*\\{\\n([^]*?)\\n\\}`).exec(text)?.[1];
    const imports = new Map(
      [...text.matchAll(/import \{ (\w+) \} from "([^"]+)"/g)].map(([, type, from]) => [type, from]));
    const fields = new Map(
      [...(body ?? '').matchAll(/^ {4}"([^"]+)"\??: ([^]*?);$/gm)].map(([, field, type]) => [field, type]));
    declared.set(key, body && { file, imports, fields });
  }
  return declared.get(key);
}

function place(from, file) {
  if (from.startsWith('.')) return join(dirname(file), from + '.d.ts');
  const parts = from.split('/');
  const home = join(models, '..', ...parts) + '.d.ts';
  return existsSync(home) ? home : join(models, 'node_modules', ...parts) + '.d.ts';
}

/** Says which fields of a value its type does not have. */
function unknown(value, type, within, path, found) {
  const [, named] = /\b(IIoK8s\w+)/.exec(type) ?? [];
  if (!named || value === null || typeof value !== 'object') return;
  if (type.startsWith('Array<')) {
    value.forEach?.((v, i) => unknown(v, named, within, `${path}[${i}]`, found));
    return;
  }
  if (/^\{\s*\[key: string\]/.test(type)) {
    Object.entries(value).forEach(([k, v]) => unknown(v, named, within, `${path}.${k}`, found));
    return;
  }
  const from = within.imports.get(named);
  if (!from) return;
  const file = place(from, within.file);
  fields(value, fieldsOf(file, 'I' + from.split('/').at(-1)), path, found);
}

function fields(value, known, path, found) {
  if (!known || known.fields.size === 0) return;
  for (const [field, inner] of Object.entries(value)) {
    const type = known.fields.get(field);
    if (type === undefined) found.push(`${path}.${field}: there is no such field`);
    else unknown(inner, type, known, `${path}.${field}`, found);
  }
}

const passed = new Set();
const problems = [];
for (const { from, object } of JSON.parse(readFileSync(0, 'utf8'))) {
  const { apiVersion, kind } = object;
  const name = `${from}: ${kind} ${object.metadata?.name}`;
  let model;
  try {
    model = require(`./${apiVersion}/${kind}`)[kind];
  } catch {
    passed.add(`${apiVersion} ${kind}`);
    continue;
  }
  try {
    new model(object).validate();
  } catch (e) {
    problems.push(`${name}: ${e.message}`);
  }
  const found = [];
  fields(object, fieldsOf(join(models, apiVersion, kind + '.d.ts'), 'I' + kind), '', found);
  problems.push(...found.map(line => `${name}: ${line}`));
}
problems.forEach(line => console.log(line));
console.log('unknown kinds: ' + [...passed].sort().join(', '));
