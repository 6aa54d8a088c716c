package org.gongkai.redaction;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;
import org.gongkai.report.Reason;
import org.jspecify.annotations.Nullable;

/** What is to be masked, and why, as it was sent. */
@Schema(
    name = "RedactionForm",
    description = "Words to be masked in all that is kept of a report, and why. / 遮盖个人信息。",
    requiredProperties = {"words", "reason"})
record RedactionForm(
    @Schema(
            description =
                "Each as it stands in the report, to the letter: 2 to 500 characters, 50 words at most",
            examples = "[\"张三\", \"13800000000\"]")
        @Nullable List<String> words,
    @Schema(
            description = "Why; it is shown, and must not repeat the words",
            maxLength = 2000,
            examples = "依申请人要求遮盖姓名和电话。")
        @Nullable String reason) {

  private static final int MOST = 50;
  private static final int SHORTEST = 2;
  private static final int LONGEST = 500;
  private static final Text COUNT = new Text("须有 1 至 50 项。", "Must have 1 to 50 items.");
  private static final Text LENGTH =
      new Text("须有 2 至 500 个字，且不全是空白。", "Must have 2 to 500 characters, not all of them blank.");
  private static final Text REPEATED =
      new Text("理由中不能出现要遮盖的内容。", "Must not repeat what is to be masked.");
  private static final Text ABSENT =
      new Text("报告中没有这一内容，未作任何改动。", "Does not stand in the report; nothing was changed.");

  static final RedactionForm EMPTY = new RedactionForm(null, null);

  /** The same, examined. */
  record Wanted(List<String> words, String reason) {

    /** A word that is mistyped would stay where it is, and nobody would know. */
    void requireAll(List<Boolean> stand) {
      List<Violation> violations = new ArrayList<>();
      for (int i = 0; i < words.size(); i++) {
        if (!stand.get(i)) {
          violations.add(new Violation("/words/" + i, ABSENT));
        }
      }
      if (!violations.isEmpty()) {
        throw ProblemException.invalid(violations);
      }
    }
  }

  Wanted wanted() {
    List<Violation> violations = new ArrayList<>();
    if (words == null || words.isEmpty() || words.size() > MOST) {
      violations.add(new Violation("/words", COUNT));
    } else {
      for (int i = 0; i < words.size(); i++) {
        String word = words.get(i);
        if (word == null || word.isBlank() || word.length() < SHORTEST || word.length() > LONGEST) {
          violations.add(new Violation("/words/" + i, LENGTH));
        } else if (WordMask.stands(word, reason)) {
          violations.add(new Violation("/reason", REPEATED));
        }
      }
    }
    Reason.check("/reason", reason, violations);
    if (words == null || reason == null || !violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    return new Wanted(words, reason.strip());
  }
}
