/**
 * The editions of the form, as the service has them.
 * exports:
 *   useForms()               {forms: {edition: form}, problem, again}; forms is null until all are read
 *   editionOf(forms, year)   the edition that is meant for a year
 *   articleWords(article)    第二十条第（一）项 · art. 20 (1)
 *   partOf(forms, id)        a part of the text, by its id in `narrative`
 */
import { useEffect, useState } from './html.js';
import { ask } from './api.js';
import { language, useLanguage } from './words.js';

export function useForms() {
  useLanguage();
  const [state, setState] = useState({ forms: null });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let wanted = true;
    const read = async () => {
      const { data } = await ask('/forms');
      const answers = await Promise.all(data.map(({ edition }) => ask(`/forms/${edition}`)));
      if (wanted) setState({ forms: Object.fromEntries(answers.map(({ data: form }) => [form.edition, form])) });
    };
    read().catch((problem) => wanted && setState({ forms: null, problem }));
    return () => { wanted = false; };
  }, [round]);
  return { ...state, again: () => setRound((n) => n + 1) };
}

export function editionOf(forms, year) {
  const all = Object.values(forms).sort((a, b) => a.firstYear - b.firstYear);
  return (all.filter((form) => form.firstYear <= year).at(-1) ?? all[0]).edition;
}

export const partOf = (forms, id) => Object.values(forms).at(-1).narrative.find((part) => part.id === id);

const DIGITS = '零一二三四五六七八九';

function numeral(words) {
  const [tens, ones] = words.includes('十') ? words.split('十') : ['零', words];
  const digit = (one, none) => (one === '' ? none : DIGITS.indexOf(one));
  return digit(tens, 1) * 10 + digit(ones, 0);
}

export function articleWords(article) {
  if (!article || language() !== 'en') return article ?? '';
  return article.replace(/第([一二三四五六七八九十]+)条/g, (_, words) => `art. ${numeral(words)}`).replace(/第?（([一二三四五六七八九十]+)）/g, (_, words) => ` (${numeral(words)})`)
    .replaceAll('项', '').replaceAll('、', ', ').replace(/,\s+/g, ', ').replace(/\s+/g, ' ');
}
