/** The filing form of an organ and a year: /filing/{organ}/{year}?scope=area#applications.received.total */
import { html, useEffect, useState } from './html.js';
import { ask } from './api.js';
import { openDraft } from './draft-store.js';
import { FilingForm } from './filing-form.js';
import { useTitle } from './frame.js';
import { Refused, Waiting } from './notice.js';
import { useForms } from './report-forms.js';
import { session } from './session.js';
import { say, useLanguage } from './words.js';

export default function Filing({ address }) {
  const [organ, year] = [address.parts[0], Number(address.parts[1])];
  const scope = address.query.scope ?? 'organ';
  const { forms, problem, again } = useForms();
  const [draft, setDraft] = useState(null);
  const [failure, setFailure] = useState(null);
  const [round, setRound] = useState(0);
  useLanguage();
  useTitle(say(`填报${year}年度报告`, `File the report of ${year}`));
  useEffect(() => {
    if (!forms) return undefined;
    let opened = null;
    let wanted = true;
    setDraft(null);
    setFailure(null);
    openDraft({ organ, year, scope, forms, ask, store: storage() })
      .then((one) => { if (wanted) setDraft(opened = one); else one.close(); })
      .catch((refused) => wanted && setFailure(refused));
    return () => {
      wanted = false;
      opened?.close();
    };
  }, [forms, organ, year, scope, round]);
  const refused = problem ?? failure;
  const { caller } = session();
  if (caller?.role === 'organ' && caller.organ !== organ) {
    return html`<main id="main" class="page" tabindex="-1"><${Refused} alone=${true} title=${say('这是另一家机关的报告', 'This is another organ’s report')}
      problem=${{ detail: say('机关只能填报本机关的报告，也看不到别家没有发布的。', 'An organ files its own report, and sees of others what is published.') }}
      action=${html`<a class="button main" href=${`/filing/${caller.organ}/${year}`}>${say('填报本机关的报告', 'File your own')}</a>`} /></main>`;
  }
  if (refused) return html`<main id="main" class="page" tabindex="-1"><${Refused} alone=${true} problem=${refused} again=${() => { again(); setRound(round + 1); }} /></main>`;
  if (!draft) return html`<main id="main" class="page" tabindex="-1"><${Waiting} answer=${{ waiting: true }} /></main>`;
  return html`<${FilingForm} key=${`${organ} ${year} ${scope} ${round}`} draft=${draft} forms=${forms} address=${address} reopen=${() => setRound(round + 1)} />`;
}

function storage() {
  try {
    return localStorage;
  } catch {
    return null; // switched off: the service alone keeps the draft
  }
}
