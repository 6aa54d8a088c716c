/** The start: to what one does now. */
import { html, useEffect } from './html.js';
import { ask } from './api.js';
import { go } from './address.js';
import { session } from './session.js';
import { lastYear, standing } from './standing.js';
import { mayOpen } from './views.js';

async function whereTo() {
  const { caller, settings } = session();
  const { region } = standing();
  if (!caller && !settings?.publicReading) return '/sign-in';
  if (caller?.role === 'organ') {
    const filing = `/filing/${caller.organ}/${lastYear()}`;
    return mayOpen('filing', caller) ? filing : `/organs/${caller.organ}`;
  }
  if (caller?.role === 'office' && mayOpen('board', caller)) {
    const { data } = await ask('/coverage', { query: { region, year: lastYear() } });
    const [own] = data.rows;
    if (own && own.published < own.expected) return `/board/${region}/${lastYear()}`;
  }
  return `/overview/${region}/${await newest(region)}`;
}

/** The newest year of which anything may be seen: most of the year the last one is still to come. */
async function newest(region) {
  const basis = session().caller ? undefined : 'published';
  const query = { region, by: 'year', row: 'received', basis, from: lastYear() - 5, to: lastYear() };
  const { data } = await ask('/rollups/applications', { query });
  const years = (data.places ?? []).filter((place) => place.coverage.reported > 0).map((place) => place.year);
  return Math.max(...years, years.length ? 0 : lastYear());
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
