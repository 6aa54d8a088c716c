package org.gongkai.report;

import jakarta.inject.Singleton;
import java.util.List;
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

  List<FindingView> of(List<Finding> findings, Language language) {
    return findings.stream().map(f -> FindingView.of(f, forms, language)).toList();
  }
}
