package org.gongkai.check;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Content;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Relation;
import org.gongkai.form.Rule;

/**
 * Looks into the remarks of cells for what must not be published, or cannot be read: they are
 * published with the numbers, and compared with nothing.
 */
final class RemarkChecks {

  private RemarkChecks() {}

  static void find(Forms forms, Content content, TextFindings into) {
    for (Map.Entry<String, String> remark : content.remarks().entrySet()) {
      String section = remark.getKey().substring(0, remark.getKey().indexOf('.'));
      Form form = forms.known(content.editions().get(section));
      String sent = remark.getValue();
      List<NarrativeText.Span> hidden = PrivateWords.in(sent);
      String masked = NarrativeText.Span.mask(sent, hidden);
      Map.of(
              Relation.PRIVATE, hidden,
              Relation.SECRET, MarkedWords.secret(Glyphs.read(sent)),
              Relation.READABLE, UnreadableSigns.in(sent))
          .forEach(
              (relation, spans) ->
                  add(form, relation, section, remark.getKey(), masked, spans, into));
    }
  }

  private static void add(
      Form form,
      Relation relation,
      String section,
      String path,
      String masked,
      List<NarrativeText.Span> spans,
      TextFindings into) {
    if (spans.isEmpty()) {
      return;
    }
    List<CellState> words =
        spans.stream()
            .map(
                s ->
                    new CellState(
                        path, TextNode.valueOf(masked.substring(s.start(), s.end())), s.start()))
            .toList();
    for (Rule rule : form.rules(relation)) {
      into.add(Finding.of(form, rule, kind(relation), section, path, words, null, null));
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
