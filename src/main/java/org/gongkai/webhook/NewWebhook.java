package org.gongkai.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.feed.ChangeKinds;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;

/** A request for a webhook: the address, and which changes to send there. */
@Schema(name = "NewWebhook", description = "Where to tell of which changes. / 订阅变更推送。")
record NewWebhook(
    @Schema(
            required = true,
            description =
                "Where messages are posted: https, on the public Internet unless the operator"
                    + " allows private addresses",
            maxLength = 2000,
            examples = "https://mirror.example.cn/hooks/gongkai")
        String url,
    @Schema(
            description = "Only changes of these kinds; without it, all that the caller may see",
            examples = "[\"report.submitted\", \"report.published\"]")
        List<String> kinds) {

  /** Refuses, all at once, what is wrong wherever the address leads. */
  void requireConsistent() {
    List<Violation> violations = new ArrayList<>();
    if (url == null) {
      violations.add(Violation.at("/url", "必填。", "Required."));
    }
    if (kinds != null && kinds.isEmpty()) {
      violations.add(Violation.at("/kinds", "至少一项；不填则为全部。", "At least one; leave it out for all."));
    }
    for (int i = 0; kinds != null && i < kinds.size(); i++) {
      if (!ChangeKinds.isKnown(kinds.get(i))) {
        violations.add(new Violation("/kinds/" + i, ChangeKinds.oneOfThem()));
      }
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
  }

  Optional<List<String>> wantedKinds() {
    return Optional.ofNullable(kinds).map(all -> all.stream().distinct().toList());
  }
}
