package org.gongkai.finding;

import java.util.List;
import java.util.Optional;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.problem.Language;
import org.gongkai.rule.Rule;

/** Puts findings into words, by the labels of the form that they are about. */
final class Wording {

  private final Forms forms;
  private final Language language;

  Wording(Forms forms, Language language) {
    this.forms = forms;
    this.language = language;
  }

  /**
   * History outlives the rules: of one that its file has no more, or whose edition is gone, the id
   * has to do.
   */
  FindingView view(Finding finding) {
    Optional<Form> form = forms.form(finding.edition());
    Optional<Rule> rule = form.flatMap(f -> f.rule(finding.rule()));
    Places places =
        new Places(form.orElseGet(() -> List.copyOf(forms.all()).getLast()), forms.channels());
    return new FindingView(
        finding.id(),
        finding.rule(),
        finding.version(),
        finding.severity(),
        FindingTexts.of(finding.kind())
            .filled(new FindingValues(finding, rule, places, forms, language)),
        cells(finding, places),
        finding.left(),
        finding.right(),
        finding.difference(),
        finding.unit(),
        rule.map(r -> r.basis().in(language)).orElse(null),
        rule.map(r -> r.hint().in(language)).orElse(null),
        finding.suggestion() == null
            ? null
            : new SuggestionWording(places, language).view(finding.suggestion()),
        finding.possible(),
        finding.more(),
        null,
        null);
  }

  private List<FindingView.CellView> cells(Finding finding, Places places) {
    return finding.cells().stream().map(cell -> cell(cell, places, language)).toList();
  }

  static FindingView.CellView cell(CellState cell, Places places, Language language) {
    return new FindingView.CellView(
        cell.path(),
        places.labelOf(cell).in(language),
        cell.year(),
        cell.organ(),
        cell.stated(),
        cell.at());
  }
}
