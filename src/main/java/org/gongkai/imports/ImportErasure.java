package org.gongkai.imports;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.gongkai.redaction.ReportsRedacted;
import org.gongkai.report.ReportEventKind;
import org.gongkai.report.ReportsChanged;

/** Lets go of what was sent in and quoted of reports whose words are taken out. */
@Singleton
class ImportErasure {

  private final ForgottenFileStore files;
  private final VerificationStore verifications;

  ImportErasure(ForgottenFileStore files, VerificationStore verifications) {
    this.files = files;
    this.verifications = verifications;
  }

  void forget(@Observes ReportsRedacted redacted) {
    long[] ids = ids(redacted.reports());
    files.forgetAlike(ids, redacted.words());
    verifications.forget(ids);
  }

  /** A draft that is discarded goes with the file that it was made from. */
  void forget(@Observes ReportsChanged changed) {
    long[] ids =
        ids(
            changed.changes().stream()
                .filter(change -> change.kind() == ReportEventKind.DISCARDED)
                .map(ReportsChanged.ReportChanged::report)
                .toList());
    if (ids.length > 0) {
      files.forgetTaken(ids);
      verifications.forget(ids);
    }
  }

  private static long[] ids(Collection<Long> reports) {
    return reports.stream().mapToLong(Long::longValue).toArray();
  }
}
