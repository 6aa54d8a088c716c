package org.gongkai.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;
import org.jspecify.annotations.Nullable;

/** A request for a key. */
@Schema(name = "NewKey", description = "What a key is wanted for. / 申请密钥。")
record NewKey(
    @Schema(
            required = true,
            description =
                "organ files for one organ; office works for a region and all below it; reader"
                    + " reads; admin may do everything",
            examples = "organ")
        Role role,
    @Schema(
            description = "Code of the organ; for the role organ, and only there",
            examples = "113710020043609788")
        @Nullable String organ,
    @Schema(
            description =
                "Region code; needed for the role office, possible for reader, not for others",
            examples = "371002")
        @Nullable String region,
    @Schema(
            description = "A name by which people recognise the key",
            maxLength = 100,
            examples = "工业和信息化局 公文系统")
        @Nullable String label,
    @Schema(
            description = "From then on the key is refused; without it, never",
            examples = "2027-03-31T16:00:00Z")
        @Nullable Instant expiresAt,
    @Schema(
            description =
                "Whether a reader sees figures of single organs also before they are published; for"
                    + " the role reader, and only there; not unless said",
            examples = "false")
        @Nullable Boolean unpublished) {

  private static final int LONGEST_LABEL = 100;
  private static final Duration LONGEST_LIFE = Duration.ofDays(36_525);

  /** Refuses contradictions in the request itself, all at once. */
  void requireConsistent(Instant now) {
    List<Violation> violations = new ArrayList<>();
    checkRole(violations);
    if (label != null && (label.isBlank() || label.strip().length() > LONGEST_LABEL)) {
      violations.add(Violation.at("/label", "须有 1 至 100 个字。", "Must have 1 to 100 characters."));
    }
    if (label != null) {
      AuthorName.objectionTo(label).ifPresent(why -> violations.add(new Violation("/label", why)));
    }
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      violations.add(Violation.at("/expiresAt", "须晚于现在。", "Must be later than now."));
    }
    if (expiresAt != null && expiresAt.isAfter(now.plus(LONGEST_LIFE))) {
      violations.add(
          Violation.at(
              "/expiresAt",
              "不得超过一百年；不设则永久有效。",
              "At most a hundred years; leave it out for no end."));
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
  }

  boolean seesUnpublished() {
    return Boolean.TRUE.equals(unpublished);
  }

  private void checkRole(List<Violation> violations) {
    if (role == null) {
      violations.add(
          Violation.at(
              "/role",
              "必填：organ、office、reader 或 admin。",
              "Required: organ, office, reader or admin."));
      return;
    }
    if (role != Role.READER && seesUnpublished()) {
      violations.add(
          new Violation(
              "/unpublished",
              new Text("仅适用于 reader，不适用于 %s。", "For the role reader, not for %s.")
                  .with(role.code())));
    }
    switch (role) {
      case ORGAN -> {
        require(organ, "/organ", violations);
        refuse(region, "/region", violations);
      }
      case OFFICE -> {
        refuse(organ, "/organ", violations);
        require(region, "/region", violations);
      }
      case READER -> refuse(organ, "/organ", violations);
      case ADMIN -> {
        refuse(organ, "/organ", violations);
        refuse(region, "/region", violations);
      }
    }
  }

  private void require(@Nullable String value, String pointer, List<Violation> violations) {
    if (value == null) {
      violations.add(
          new Violation(
              pointer, new Text("角色 %s 必填。", "Required for the role %s.").with(role.code())));
    }
  }

  private void refuse(@Nullable String value, String pointer, List<Violation> violations) {
    if (value != null) {
      violations.add(
          new Violation(
              pointer, new Text("角色 %s 不得填写。", "Not for the role %s.").with(role.code())));
    }
  }
}
