/** The start: to what one does now. */
import { html, useEffect } from './html.js';
import { ask } from './api.js';
import { go, link } from './address.js';
import { knownYears, yearsQuery } from './known-years.js';
import { session } from './session.js';
import { lastYear, standing } from './standing.js';
import { mayOpen } from './views.js';

async function whereTo() {
  const { caller, settings } = session();
  const { region } = standing();
  if (!caller && !settings?.publicReading) return '/sign-in';
  if (caller?.role === 'organ') {
    return mayOpen('filing', caller) ? filingOf(caller.organ) : `/organs/${caller.organ}`;
  }
  if (['office', 'admin'].includes(caller?.role) && await isEmpty(region)) return `/register/${region}`;
  if (caller?.role === 'office' && mayOpen('board', caller)) {
    const { data } = await ask('/coverage', { query: { region, year: lastYear() } });
    const [own] = data.rows;
    if (own && own.published < own.expected) return `/board/${region}/${lastYear()}`;
  }
  return `/overview/${region}/${await newest(region)}`;
}

/** What came back comes first, whichever year it is of; what one was invited to correct, next. */
async function filingOf(organ) {
  for (const state of ['returned', 'reopened']) {
    const { data } = await ask('/reports', { query: { organ, state, limit: 100 } });
    const [newest] = data.items.sort((a, b) => b.year - a.year);
    if (newest) return link(`/filing/${organ}/${newest.year}`, { scope: newest.scope === 'organ' ? null : newest.scope });
  }
  return `/filing/${organ}/${lastYear()}`;
}

/** Where no organ is registered there is nothing to see yet, but something to do. */
const isEmpty = async (region) => (await ask('/organs', { query: { region, limit: 1 } })).data.total === 0;

/** The newest year of which anything may be seen: most of the year the last one is still to come. */
async function newest(region) {
  const basis = session().caller ? undefined : 'published';
  const { data } = await ask('/rollups/applications', { query: yearsQuery({ region, basis }) });
  return knownYears(data)[0]?.year ?? lastYear();
}

export default function Home() {
  useEffect(() => {
    const at = standing();
    whereTo()
      .catch(() => `/overview/${at.region}/${at.year}`)
      .then((address) => go(address, { replace: true }));
  }, []);
  return html`<main id="main" class="page" tabindex="-1"></main>`;
}
