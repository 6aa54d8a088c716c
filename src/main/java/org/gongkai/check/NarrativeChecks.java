package org.gongkai.check;

import java.util.List;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Content;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.language.Span;
import org.gongkai.language.UnreadableSigns;
import org.gongkai.narrative.Lexicon;
import org.gongkai.narrative.MarkedWords;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.narrative.StatedPeriods;
import org.gongkai.narrative.TextReader;
import org.gongkai.rule.Relation;
import org.gongkai.rule.Rule;
import org.jspecify.annotations.Nullable;

/** Everything that is checked of the text beside its year: each part is read once. */
final class NarrativeChecks {

  private final Forms forms;
  private final Form form;
  private final Content content;
  private final TextReader reader;
  private final Checks.TextRules more;
  private final @Nullable String office;

  NarrativeChecks(Forms forms, Content content, TextReader reader, Checks.TextRules more) {
    this(forms, content, reader, more, null);
  }

  /**
   * As a street office says it.
   *
   * @param more rules of later rooms
   * @param office its name; null where it is none
   */
  NarrativeChecks(
      Forms forms,
      Content content,
      TextReader reader,
      Checks.TextRules more,
      @Nullable String office) {
    this.reader = reader;
    this.more = more;
    this.forms = forms;
    this.form = forms.inForce(content.year());
    this.content = content;
    this.office = office;
  }

  List<Finding> findings() {
    boolean wanted =
        forms.all().stream()
            .flatMap(f -> f.rules().stream())
            .anyMatch(rule -> rule.relation().readsText());
    boolean silent =
        content.narrative().isEmpty()
            && content.remarks().isEmpty()
            && content.publications().isEmpty()
            && content.published().isEmpty();
    if (silent || !wanted) {
      return List.of();
    }
    // only now: the words of a year take a while to be compiled, and who says nothing has none
    Lexicon lexicon = Lexicon.of(forms, content.year());
    List<NarrativeText> texts =
        office == null ? reader.read(content) : reader.readAsStreet(content, office);
    KnownTotals totals = new KnownTotals(forms, content);
    TextAgainstCells cells = new TextAgainstCells(forms, content, totals, texts);
    TextFindings findings = new TextFindings();
    findings.addAll(cells.findings());
    findings.addAll(new ToldTwice(forms, content, totals, cells).find(texts));
    findings.addAll(new ChannelToldTwice(forms, content, cells).find(texts));
    ListsInText lists = new ListsInText(form, cells);
    PartAboveWhole parts = new PartAboveWhole(form, cells);
    YearsInText years = new YearsInText(form, lexicon);
    for (NarrativeText text : texts) {
      lists.find(text, findings);
      parts.find(text, findings);
      years.find(text, findings);
      add(text, text.secrets(), Relation.PRIVATE, FindingKind.PRIVATE, findings);
      add(text, MarkedWords.secret(text.text()), Relation.SECRET, FindingKind.SECRET, findings);
      add(text, MarkedWords.open(text.text()), Relation.LEFTOVER, FindingKind.LEFT_OVER, findings);
      add(
          text,
          UnreadableSigns.in(text.sent()),
          Relation.READABLE,
          FindingKind.UNREADABLE,
          findings);
      add(text, StatedPeriods.in(text.text()), Relation.PERIOD, FindingKind.OTHER_PERIOD, findings);
    }
    findings.addAll(EmptyParts.of(form, lexicon, content));
    findings.addAll(FeeUnits.of(forms, content, texts));
    findings.addAll(Headings.of(form, lexicon, content));
    findings.addAll(SignedDate.of(form, content));
    findings.addAll(more.find(content, totals, texts));
    RemarkChecks.find(forms, content, findings);
    return findings.list();
  }

  /** One finding for a part, with its places. */
  private void add(
      NarrativeText text,
      List<Span> spans,
      Relation relation,
      FindingKind kind,
      TextFindings findings) {
    if (spans.isEmpty()) {
      return;
    }
    List<CellState> words = spans.stream().map(s -> text.quote(s.start(), s.end())).toList();
    for (Rule rule : form.rules(relation)) {
      findings.add(text.finding(form, rule, kind, words));
    }
  }
}
