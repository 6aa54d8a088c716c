package org.gongkai.report;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.gongkai.check.Finding;
import org.gongkai.check.FindingView;
import org.gongkai.form.Forms;
import org.gongkai.problem.Language;

/** Puts findings into words. */
@Singleton
class FindingViews {

  private final Forms forms;

  FindingViews(Forms forms) {
    this.forms = forms;
  }

  List<FindingView> of(Assessment assessment, Language language) {
    return of(assessment.all(), assessment.remarks(), language);
  }

  List<FindingView> of(List<Finding> findings, Remarks remarks, Language language) {
    return findings.stream()
        .map(
            f ->
                FindingView.of(f, forms, language)
                    .with(
                        view(remarks.of(RemarkKind.EXPLANATION, f)),
                        view(remarks.of(RemarkKind.WAIVER, f))))
        .toList();
  }

  private static FindingView.RemarkView view(Optional<Remark> remark) {
    return remark.map(r -> new FindingView.RemarkView(r.text(), r.author(), r.at())).orElse(null);
  }
}
