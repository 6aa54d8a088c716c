package org.gongkai.claim;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.check.Checks;
import org.gongkai.check.KnownTotals;
import org.gongkai.finding.Finding;
import org.gongkai.form.Content;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.narrative.NarrativeText;

/** What the text of one report claims, and what it leaves out. */
public final class Claims implements Checks.TextRules {

  private final Forms forms;

  public Claims(Forms forms) {
    this.forms = forms;
  }

  /** Reads the words at once, so that a service with wrong ones stops. */
  public static void require(Forms forms) {
    ClaimWords.require(forms);
  }

  @Override
  public List<Finding> find(Content content, KnownTotals totals, List<NarrativeText> texts) {
    Form form = forms.inForce(content.year());
    ClaimWords words = ClaimWords.of(forms, content.year());
    Proportions proportions = new Proportions(forms, content, totals);
    ComparisonClaims comparisons = new ComparisonClaims(form, words);
    PercentagePoints points = new PercentagePoints(form, words);
    List<Finding> findings = new ArrayList<>();
    for (NarrativeText text : texts) {
      if (form.roleOf(text.part()).isText()) {
        findings.addAll(proportions.find(text));
        findings.addAll(comparisons.find(text));
        findings.addAll(points.find(text));
      }
    }
    findings.addAll(new AllAnswered(form, words, content).find(texts));
    findings.addAll(new Notices(form, words).find(texts));
    findings.addAll(new OmissionChecks(form, words).find(content, texts));
    return findings;
  }
}
