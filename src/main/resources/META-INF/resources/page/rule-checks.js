/**
 * The rules, tried while one types: after a pause, and only the newest answer counts.
 * exports:
 *   ruleChecks({ask, onAnswer, pause, later, drop})  → {check(report), now(report), stop()}
 *     onAnswer({findings, valid, violations} | {problem})
 *   withRemarks(findings, stored)   findings as just found, with what was said of the very same ones before
 */
export const CHECK_PAUSE = 300;

export function ruleChecks({ ask, onAnswer, pause = CHECK_PAUSE, later = setTimeout, drop = clearTimeout }) {
  let timer = null;
  let running = null;
  const now = async (report) => {
    drop(timer);
    running?.abort();
    const mine = running = new AbortController();
    try {
      const { data } = await ask('/validations', { method: 'POST', body: report, signal: mine.signal });
      if (running === mine) onAnswer(data);
    } catch (problem) {
      if (running === mine && problem.name !== 'AbortError') onAnswer({ problem });
    }
  };
  return {
    now,
    check(report) {
      drop(timer);
      timer = later(() => now(report), pause);
    },
    stop() {
      drop(timer);
      running?.abort();
      running = null;
    },
  };
}

export function withRemarks(findings, stored = []) {
  const before = new Map(stored.map((finding) => [finding.id, finding]));
  return findings.map((finding) => {
    const same = before.get(finding.id);
    return same && JSON.stringify(same.cells) === JSON.stringify(finding.cells) ? { ...finding, explanation: same.explanation, waiver: same.waiver } : finding;
  });
}
