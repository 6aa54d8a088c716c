// Run with --import: modules of the page are found as the service hands them out, with the library that the build has unpacked.
import { register } from 'node:module';

const libraries = new URL('../../../target/classes/META-INF/resources/page/lib/', import.meta.url).href;

register(`data:text/javascript,${encodeURIComponent(`
  export async function resolve(specifier, context, next) {
    return specifier.startsWith('./lib/') && context.parentURL?.includes('/resources/page/')
      ? { url: ${JSON.stringify(libraries)} + specifier.slice(6), format: 'module', shortCircuit: true }
      : next(specifier, context);
  }
  export async function load(url, context, next) {
    return next(url, url.includes('/resources/page/') ? { ...context, format: 'module' } : context);
  }
`)}`);
