package org.gongkai.report;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.gongkai.access.Access;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingView;
import org.gongkai.form.Forms;
import org.gongkai.problem.Language;
import org.jspecify.annotations.Nullable;

/**
 * Puts findings into words. An organ is told that its number stands out, or that its text stands in
 * another organ's report, and neither how much nor in whose, and so are readers: that report may
 * not be theirs to see. What they may not see is taken away before there are words, so that no word
 * can tell of it.
 */
@Singleton
public class FindingViews {

  private final Forms forms;
  private final Access access;

  FindingViews(Forms forms, Access access) {
    this.forms = forms;
    this.access = access;
  }

  public List<FindingView> of(Assessment assessment, Language language) {
    return of(assessment.all(), assessment.remarks(), language);
  }

  public List<FindingView> of(List<Finding> findings, Remarks remarks, Language language) {
    return findings.stream()
        .map(
            f ->
                view(f, language)
                    .with(
                        view(remarks.of(Remark.RemarkKind.EXPLANATION, f)),
                        view(remarks.of(Remark.RemarkKind.WAIVER, f))))
        .toList();
  }

  private FindingView view(Finding finding, Language language) {
    Finding shown =
        switch (access.current().role()) {
          case OFFICE, ADMIN -> finding;
          case ORGAN, READER -> finding.withoutOthers();
        };
    return FindingView.of(shown, forms, language);
  }

  private static FindingView.@Nullable RemarkView view(Optional<Remark> remark) {
    return remark.map(r -> new FindingView.RemarkView(r.reason(), r.author(), r.at())).orElse(null);
  }
}
