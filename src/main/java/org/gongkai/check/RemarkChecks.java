package org.gongkai.check;

import java.util.List;
import java.util.Objects;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.CellPath;
import org.gongkai.form.Content;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.PublicationCount;
import org.gongkai.language.Glyphs;
import org.gongkai.language.Span;
import org.gongkai.language.UnreadableSigns;
import org.gongkai.narrative.MarkedWords;
import org.gongkai.narrative.PrivateWords;
import org.gongkai.rule.Relation;
import org.gongkai.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the remarks of cells for what must not be published, or cannot be read: they are
 * published with the numbers, and compared with nothing.
 */
final class RemarkChecks {

  private static final String PUBLICATIONS = "publications";
  private static final String TOTAL = "publications.total.count";

  private RemarkChecks() {}

  static void find(Forms forms, Content content, TextFindings into) {
    content
        .remarks()
        .forEach(
            (path, remark) -> {
              String section = CellPath.section(path);
              Form form = forms.known(Objects.requireNonNull(content.editions().get(section)));
              find(form, section, new CellState(path, null, null), remark, into);
            });
    Form form = forms.inForce(content.year());
    content
        .published()
        .ifPresent(
            total ->
                find(form, PUBLICATIONS, new CellState(TOTAL, null, null), total.remark(), into));
    for (int i = 0; i < content.publications().size(); i++) {
      PublicationCount entry = content.publications().get(i);
      find(form, PUBLICATIONS, CellState.of(i, entry), entry.remark(), into);
    }
  }

  private static void find(
      Form form, String section, CellState cell, @Nullable String remark, TextFindings into) {
    if (remark == null) {
      return;
    }
    List<Span> hidden = PrivateWords.in(remark);
    String masked = Span.mask(remark, hidden);
    add(form, Relation.PRIVATE, section, cell, masked, hidden, into);
    List<Span> secret = MarkedWords.secret(Glyphs.read(remark));
    add(form, Relation.SECRET, section, cell, masked, secret, into);
    add(form, Relation.READABLE, section, cell, masked, UnreadableSigns.in(remark), into);
  }

  private static void add(
      Form form,
      Relation relation,
      String section,
      CellState cell,
      String masked,
      List<Span> spans,
      TextFindings into) {
    if (spans.isEmpty()) {
      return;
    }
    List<CellState> words =
        spans.stream()
            .map(s -> cell.quoting(masked.substring(s.start(), s.end()), s.start()))
            .toList();
    for (Rule rule : form.rules(relation)) {
      into.add(Finding.of(form, rule, kind(relation), section, cell.path(), words, null, null));
    }
  }

  private static FindingKind kind(Relation relation) {
    return switch (relation) {
      case PRIVATE -> FindingKind.PRIVATE;
      case SECRET -> FindingKind.SECRET;
      default -> FindingKind.UNREADABLE;
    };
  }
}
