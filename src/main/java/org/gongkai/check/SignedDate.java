package org.gongkai.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Content;
import org.gongkai.form.Form;
import org.gongkai.form.PartRole;
import org.gongkai.language.WrittenYears;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.rule.Relation;
import org.gongkai.rule.Rule;
import org.gongkai.rule.Severity;

/**
 * Holds the day under a report against its year. A report is made when its year is over, or about
 * to be: a day before that year is an earlier report's. A day within the year, or more than a year
 * behind it, may be right: of an organ that was closed, of a report that was late.
 */
final class SignedDate {

  private static final Pattern DATE =
      Pattern.compile(
          WrittenYears.YEAR
              + "\\s{0,3}[年./-]\\s{0,3}(?:([0-9]{1,2}|十[一二]?|[一二三四五六七八九元])\\s{0,3}(?:[月./-]|$))?");

  private static final int DECEMBER = 12;

  private SignedDate() {}

  static List<Finding> of(Form form, Content content) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : form.rules(Relation.SIGNED)) {
      content
          .narrative()
          .forEach(
              (part, text) -> {
                if (form.roleOf(part) == PartRole.DATE) {
                  findings.addAll(finding(form, rule, content, NarrativeText.unread(part, text)));
                }
              });
    }
    return findings;
  }

  private static List<Finding> finding(Form form, Rule rule, Content content, NarrativeText text) {
    Matcher date = DATE.matcher(WrittenYears.plain(text.sent()));
    if (!date.find()) {
      return List.of();
    }
    int year = WrittenYears.of(date).getFirst();
    boolean usual =
        year == content.year() + 1
            || year == content.year() && isDecember(date.group(date.groupCount()));
    if (usual || date.find()) {
      return List.of();
    }
    return List.of(
        new Finding(
            rule.id(),
            rule.version(),
            form.edition(),
            year < content.year() ? rule.severity() : Severity.INFO,
            FindingKind.SIGNED_THEN,
            NarrativeText.NARRATIVE,
            text.place(),
            List.of(text.quote(0, text.sent().length())),
            BigDecimal.valueOf(year),
            BigDecimal.valueOf(content.year())));
  }

  private static boolean isDecember(String month) {
    return month != null && (month.equals("十二") || month.equals(Integer.toString(DECEMBER)));
  }
}
