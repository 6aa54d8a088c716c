/** Signing in: the house's own sign-in first where there is one, else a key. Then to where one wanted to go. */
import { html, useEffect, useState } from './html.js';
import { go } from './address.js';
import { useTitle } from './frame.js';
import { Refused } from './notice.js';
import { comeBack, goToProvider, signIn, useSession } from './session.js';
import { label, say } from './words.js';

/** Only within the page: a link that carries somebody elsewhere is not followed. */
export function inside(then) {
  return then && /^\/(?![/\\])[^\t\n\r]*$/.test(then) && !then.startsWith('/sign-in') ? then : '/';
}

function refusal(problem) {
  if (problem.status === 401) {
    return {
      title: say('没有登录：密钥不对', 'Not signed in: the key is not right'),
      detail: say('看看是否抄全；停用或过期的密钥也不能用，向发密钥的办公室再要一个。', 'See whether it is complete. A key that was revoked or has run out does not work either: ask the office for another.'),
    };
  }
  if (problem.code === 'sign-in-not-ours') {
    return {
      title: say('没有登录', 'Not signed in'),
      detail: say('这次登录不是从这个窗口开始的；再登录一次。', 'It was not begun in this window; sign in once more.'),
    };
  }
  return problem.status ? problem : { title: say('没有登录：没有连上服务', 'Not signed in: the service was not reached') };
}

export default function SignIn({ address }) {
  const { settings, signedIn } = useSession();
  const [key, setKey] = useState('');
  const [keep, setKeep] = useState(false);
  const [problem, setProblem] = useState(null);
  const [busy, setBusy] = useState(false);
  const then = inside(address.query.then);
  useTitle(say('登录', 'Sign in'));
  useEffect(() => {
    if (address.query.error) {
      // What the provider says of it is its own words, and in English.
      setProblem({ title: say('没有登录：账号登录没有完成', 'Not signed in: signing in with the account was not completed'), detail: address.query.error_description ?? address.query.error });
    } else if (address.query.code) {
      comeBack(address.query).then((wanted) => go(inside(wanted), { replace: true })).catch((failure) => setProblem(refusal(failure)));
    } else if (signedIn && !address.query.again) {
      go(then, { replace: true });
    }
  }, []);
  const submit = async (event) => {
    event.preventDefault();
    if (!key.trim()) {
      setProblem({ title: say('没有登录：还没有填密钥', 'Not signed in: no key was given') });
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      await signIn(key.trim(), { keep });
      go(then, { replace: true });
    } catch (failure) {
      setProblem(refusal(failure));
      setBusy(false);
    }
  };
  const provider = settings?.openId;
  return html`<main id="main" class="page slim" tabindex="-1">
    <h1>${say('登录', 'Sign in')}</h1>
    ${problem && html`<${Refused} problem=${problem} focus=${true} />`}
    ${provider && html`<p class="says">${say('用本单位的账号登录。', 'Sign in with your own house’s account.')}</p>
      <p><button type="button" class="button main" onClick=${() => goToProvider(then)}>${label(provider.label) || provider.label || say('统一身份认证登录', 'Sign in')}</button></p>
      <h2>${say('或者用密钥', 'Or with a key')}</h2>`}
    <form class="stack" onSubmit=${submit}>
      <label class="labelled"><span>${say('密钥', 'Key')}</span>
        <input class="field" type="password" name="key" autocomplete="current-password" spellcheck="false" autofocus value=${key} onInput=${(event) => setKey(event.target.value)} />
        <span class="note">${say('机关和办公室的密钥以gk_开头，由上级或者本级政府办公室发；管理员用装服务时自己定的密钥。', 'Keys of organs and offices begin with gk_ and come from the government office; administrators have the key that was chosen when the service was set up.')}</span></label>
      <fieldset class="choices"><legend class="sr">${say('记住多久', 'How long to remember')}</legend>
        <label><input type="radio" name="keep" checked=${!keep} onChange=${() => setKeep(false)} /> ${say('记住到关闭窗口', 'Until the window is closed')}</label>
        <label><input type="radio" name="keep" checked=${keep} onChange=${() => setKeep(true)} /> ${say('在这台电脑上记住', 'On this computer')}</label></fieldset>
      <p><button type="submit" class="button main" aria-busy=${busy}>${say('登录', 'Sign in')}</button></p>
    </form>
  </main>`;
}
