package org.gongkai.check;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Row;
import org.gongkai.form.Rule;
import org.gongkai.form.Section;
import org.gongkai.problem.Language;
import org.gongkai.problem.Text;

/** Puts findings into words, by the labels of the form that they are about. */
final class Wording {

  private static final Text PUBLICATIONS = new Text("信息发布渠道", "Channels of publication");

  private final Forms forms;
  private final Language language;

  Wording(Forms forms, Language language) {
    this.forms = forms;
    this.language = language;
  }

  FindingView view(Finding finding) {
    Form form = forms.known(finding.edition());
    Rule rule = form.rule(finding.rule()).orElseThrow();
    return new FindingView(
        finding.id(),
        finding.rule(),
        finding.version(),
        finding.severity().code(),
        message(finding, form, rule).in(language),
        cells(finding, form),
        finding.left(),
        finding.right(),
        finding.difference(),
        rule.basis().in(language),
        rule.hint().in(language));
  }

  private Text message(Finding finding, Form form, Rule rule) {
    Text place = placeLabel(form, finding.section(), finding.place());
    Text label = rule.label();
    String left = plain(finding.left());
    String right = plain(finding.right());
    String difference = plain(finding.difference());
    return switch (finding.kind()) {
      case BROKEN, YEARS ->
          new Text(
              "%s：“%s”不成立：左边 %s，右边 %s，相差 %s。"
                  .formatted(place.zh(), label.zh(), left, right, difference),
              "%s: \"%s\" does not hold: left %s, right %s, difference %s."
                  .formatted(place.en(), label.en(), left, right, difference));
      case IN_DOUBT -> {
        String missing = plain(finding.difference().abs());
        yield new Text(
            "%s：“%s”只有在空白单元格合计相差 %s 时才成立：已填部分左边 %s，右边 %s。"
                .formatted(place.zh(), label.zh(), missing, left, right),
            "%s: \"%s\" holds only if the blank cells make up %s: stated left %s, right %s."
                .formatted(place.en(), label.en(), missing, left, right));
      }
      case MALFORMED ->
          new Text(
              "%s：所填内容不是该单元格应填的数字。".formatted(place.zh()),
              "%s: what is stated is no number of the kind that belongs here."
                  .formatted(place.en()));
      case BLANK -> new Text("%s：未填。".formatted(place.zh()), "%s: blank.".formatted(place.en()));
      case JUMP ->
          new Text(
              "%s：本年 %s，上年 %s，相差悬殊。".formatted(place.zh(), left, right),
              "%s: %s this year, %s last year.".formatted(place.en(), left, right));
    };
  }

  private List<FindingView.CellView> cells(Finding finding, Form form) {
    return finding.cells().stream()
        .map(
            cell ->
                new FindingView.CellView(
                    cell.path(),
                    placeLabel(form, finding.section(), cell.path()).in(language),
                    cell.year(),
                    cell.stated()))
        .toList();
  }

  /** What the form calls a cell, a row or a column. */
  private static Text placeLabel(Form form, String sectionId, String place) {
    Section section = form.section(sectionId);
    if (section == null) {
      return PUBLICATIONS;
    }
    Cell cell = section.cells().get(place);
    if (cell != null) {
      return cell.label();
    }
    String id = place.substring(sectionId.length() + 1);
    for (Column column : section.columns()) {
      if (column.id().equals(id)) {
        return column.label();
      }
    }
    for (Row row : section.rows()) {
      if (row.id().equals(id)) {
        return row.label();
      }
    }
    return section.title();
  }

  private static String plain(BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }
}
