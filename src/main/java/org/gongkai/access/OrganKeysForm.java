package org.gongkai.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;

/** A request for the keys of many organs. */
@Schema(
    name = "NewOrganKeys",
    description =
        "Keys of role organ for many organs: those that are named, or those of a region and below that"
            + " have no working key. / 为多个机关申请密钥。")
record OrganKeysForm(
    @Schema(
            description = "Codes of the organs, each once; either these or `region`",
            minItems = 1,
            maxItems = OrganKeysForm.MOST)
        List<String> organs,
    @Schema(
            description =
                "Each organ of this region and below that exists today and has no working key",
            examples = "371002")
        String region,
    @Schema(
            description = "A name by which people recognise the keys; the same for all",
            maxLength = 100,
            examples = "2025年度报送")
        String label,
    @Schema(
            description = "From then on the keys are refused; without it, never",
            examples = "2027-03-31T16:00:00Z")
        Instant expiresAt) {

  static final int MOST = 1000;

  private static final Text ONE =
      new Text("organs 与 region 须且只能填写一项。", "Either organs or region, and only one of them.");
  private static final Text SIZE =
      new Text("须有 1 至 %s 个机关。", "There must be 1 to %s organs.").with(MOST);
  private static final Text TWICE = new Text("该机关重复。", "The organ is there twice.");
  private static final Text NULL = new Text("不能为 null。", "Must not be null.");

  /** Refuses, all at once, what is wrong whatever organs there are. */
  void requireConsistent(Instant now) {
    List<Violation> violations = new ArrayList<>();
    if ((organs == null) == (region == null)) {
      violations.add(new Violation("/organs", ONE));
    } else if (organs != null && (organs.isEmpty() || organs.size() > MOST)) {
      violations.add(new Violation("/organs", SIZE));
    } else if (organs != null) {
      Set<String> met = new HashSet<>();
      for (int i = 0; i < organs.size(); i++) {
        if (organs.get(i) == null || !met.add(organs.get(i))) {
          violations.add(new Violation("/organs/" + i, organs.get(i) == null ? NULL : TWICE));
        }
      }
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    keyOf("").requireConsistent(now);
  }

  NewKey keyOf(String organ) {
    return new NewKey(Role.ORGAN, organ, null, label, expiresAt, null);
  }
}
