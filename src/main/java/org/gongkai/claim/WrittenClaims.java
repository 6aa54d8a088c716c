package org.gongkai.claim;

import java.util.List;
import java.util.Map;
import org.gongkai.form.Forms;

/** The file {@code forms/claims.yaml} as it is written, where its keys are explained. */
record WrittenClaims(
    Shares shares,
    Growth growth,
    AllAnswered allAnswered,
    List<Notice> notices,
    Map<String, Told> told,
    int toldFrom) {

  record Shares(
      String behind,
      String named,
      String ofIt,
      String rest,
      List<String> whole,
      List<Share> cells,
      List<List<String>> bases,
      String others) {}

  record Share(String name, List<String> cells) {}

  record Growth(
      String subject,
      String last,
      String up,
      String down,
      String again,
      String times,
      List<String> points,
      String theirs,
      String ours) {}

  record AllAnswered(String rate, String of, String others, String left) {}

  record Notice(int from, String cited, String unless) {}

  record Told(String place, List<String> in, Map<String, String> of) {}

  static WrittenClaims of(Forms forms) {
    return forms.beside(Forms.CLAIMS, WrittenClaims.class);
  }
}
