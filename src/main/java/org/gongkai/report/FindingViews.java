package org.gongkai.report;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.gongkai.access.Access;
import org.gongkai.check.Finding;
import org.gongkai.check.FindingView;
import org.gongkai.form.Forms;
import org.gongkai.problem.Language;

/**
 * Puts findings into words. An organ is told that its text stands in another organ's report, and
 * not in whose, and so are readers: that report may not be theirs to see.
 */
@Singleton
class FindingViews {

  private final Forms forms;
  private final Access access;

  FindingViews(Forms forms, Access access) {
    this.forms = forms;
    this.access = access;
  }

  List<FindingView> of(Assessment assessment, Language language) {
    return of(assessment.all(), assessment.remarks(), language);
  }

  List<FindingView> of(List<Finding> findings, Remarks remarks, Language language) {
    return findings.stream()
        .map(
            f ->
                view(f, language)
                    .with(
                        view(remarks.of(RemarkKind.EXPLANATION, f)),
                        view(remarks.of(RemarkKind.WAIVER, f))))
        .toList();
  }

  private FindingView view(Finding finding, Language language) {
    FindingView view = FindingView.of(finding, forms, language);
    return switch (access.current().role()) {
      case OFFICE, ADMIN -> view;
      case ORGAN, READER -> view.withoutOthers();
    };
  }

  private static FindingView.RemarkView view(Optional<Remark> remark) {
    return remark.map(r -> new FindingView.RemarkView(r.text(), r.author(), r.at())).orElse(null);
  }
}
