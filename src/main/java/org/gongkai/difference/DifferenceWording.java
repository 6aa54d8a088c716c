package org.gongkai.difference;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.finding.CellState;
import org.gongkai.form.Choice;
import org.gongkai.form.Figure;
import org.gongkai.form.Forms;
import org.gongkai.form.PublicationCount;
import org.gongkai.problem.Language;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/** Puts the differences of two revisions into words: one sentence each. */
final class DifferenceWording {

  private static final Text EDITION =
      new Text("%s：所用版式由 %s 改为 %s。", "%s: form edition changed from %s to %s.");
  private static final Text NIL = new Text("%s：增加零报告声明。", "%s: now said to be nil.");
  private static final Text NOT_NIL = new Text("%s：取消零报告声明。", "%s: no longer said to be nil.");
  private static final Text UNIT = new Text("%s：单位由 %s 改为 %s。", "%s: unit changed from %s to %s.");
  private static final Text NO_UNIT = new Text("未注明", "none stated");
  private static final Text CHANGED = new Text("%s：由 %s 改为 %s%s。", "%s: changed from %s to %s%s.");
  private static final Text BY = new Text("（%s）", " (%s)");
  private static final Text ENTRY_ADDED = new Text("%s：新增，为 %s。", "%s: added, %s.");
  private static final Text ENTRY_REMOVED = new Text("%s：删去，原为 %s。", "%s: removed, was %s.");
  private static final Text BLANK = new Text("空白", "blank");
  private static final Text NOT_APPLICABLE = new Text("不适用", "n/a");
  private static final Text MALFORMED =
      new Text("%s（不是应填的数字）", "%s (no number that belongs there)");
  private static final Text WORDS = new Text("“%s”", "\"%s\"");
  private static final Text NO_SUCH_CELL = new Text("版式中无此项", "not on the form");
  private static final Text ABOUT = new Text("约 %s", "about %s");
  private static final Text REMARKED = new Text("（旁注“%s”）", " (remark \"%s\")");
  private static final Text TOTAL = new Text("信息发布总数", "Total over all channels");
  private static final Text TEXT_ADDED = new Text("%s：增加“%s”。", "%s: added \"%s\".");
  private static final Text TEXT_REMOVED = new Text("%s：删去“%s”。", "%s: removed \"%s\".");
  private static final Text TEXT_CHANGED =
      new Text("%s：“%s”改为“%s”。", "%s: \"%s\" changed to \"%s\".");
  private static final Text SPACE_CHANGED =
      new Text("%s：“%s”仅空格或换行有改动。", "%s: \"%s\" changed in nothing but white space.");

  private static final int LONGEST_QUOTE = 120;

  private final Forms forms;
  private final Language language;

  DifferenceWording(Forms forms, Language language) {
    this.forms = forms;
    this.language = language;
  }

  List<String> sentences(Differences differences) {
    List<String> sentences = new ArrayList<>();
    differences
        .editions()
        .forEach(e -> sentences.add(filled(EDITION, in(e.label()), e.from(), e.to())));
    differences.nil().forEach(n -> sentences.add(filled(n.to() ? NIL : NOT_NIL, in(n.label()))));
    differences
        .units()
        .forEach(u -> sentences.add(filled(UNIT, in(u.label()), unit(u.from()), unit(u.to()))));
    differences.cells().forEach(c -> sentences.add(sentence(c)));
    differences.publications().forEach(p -> sentences.add(sentence(p)));
    differences
        .narrative()
        .forEach(n -> n.changes().forEach(c -> sentences.add(sentence(in(n.label()), c))));
    return sentences;
  }

  /** What an entry is called: channel, account where it has one, and unit. */
  String label(PublicationCount entry) {
    Text unit = label(forms.units(), entry.unit());
    String channel = in(entry.channel() == null ? TOTAL : label(forms.channels(), entry.channel()));
    String named = entry.name() == null ? channel : channel + " / " + entry.name();
    return named + filled(BY, in(unit));
  }

  /** A content that was read has no other codes. */
  private static Text label(Map<String, Choice> choices, String code) {
    return Objects.requireNonNull(choices.get(code)).label();
  }

  private String sentence(Differences.Cell cell) {
    return filled(
        CHANGED,
        in(cell.label()),
        remarked(stated(cell.from()), cell.fromRemark()),
        remarked(stated(cell.to()), cell.toRemark()),
        by(cell.difference()));
  }

  private String sentence(Differences.Publication publication) {
    String label = label(publication.any());
    PublicationCount from = publication.from();
    PublicationCount to = publication.to();
    if (from == null) {
      return filled(ENTRY_ADDED, label, stated(publication.any()));
    }
    return to == null
        ? filled(ENTRY_REMOVED, label, stated(from))
        : filled(CHANGED, label, stated(from), stated(to), by(publication.difference()));
  }

  private String sentence(String label, Differences.TextChange change) {
    String from = change.from();
    String to = change.to();
    if (from == null) {
      return filled(TEXT_ADDED, label, quoted(Objects.requireNonNull(to)));
    }
    if (to == null) {
      return filled(TEXT_REMOVED, label, quoted(from));
    }
    return bare(from).equals(bare(to))
        ? filled(SPACE_CHANGED, label, quoted(to))
        : filled(TEXT_CHANGED, label, quoted(from), quoted(to));
  }

  private String stated(PublicationCount entry) {
    String count = stated(entry.count());
    return remarked(entry.approximate() ? filled(ABOUT, count) : count, entry.remark());
  }

  private String remarked(String stated, @Nullable String remark) {
    return remark == null ? stated : stated + filled(REMARKED, quoted(remark));
  }

  private String stated(@Nullable Figure figure) {
    return switch (figure) {
      case null -> in(NO_SUCH_CELL);
      case Figure.Stated number -> number.number().toPlainString();
      case Figure.Blank nothing -> in(BLANK);
      case Figure.NotApplicable none -> in(NOT_APPLICABLE);
      case Figure.Malformed other -> filled(MALFORMED, asStated(CellState.stated(other)));
    };
  }

  private String asStated(JsonNode cell) {
    return cell.isTextual() ? filled(WORDS, quoted(cell.asText())) : quoted(cell.toString());
  }

  private String unit(@Nullable String code) {
    Choice unit = code == null ? null : forms.amountUnits().get(code);
    return in(unit == null ? NO_UNIT : unit.label());
  }

  private String by(@Nullable BigDecimal difference) {
    if (difference == null || difference.signum() == 0) {
      return "";
    }
    String sign = difference.signum() > 0 ? "+" : "";
    return filled(BY, sign + difference.toPlainString());
  }

  private static String bare(String text) {
    return text.replaceAll("\\s", "");
  }

  private static String quoted(String text) {
    String stripped = text.strip();
    return stripped.codePointCount(0, stripped.length()) <= LONGEST_QUOTE
        ? stripped
        : stripped.substring(0, stripped.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
  }

  private String filled(Text text, Object... values) {
    return in(text).formatted(values);
  }

  private String in(Text text) {
    return text.in(language);
  }
}
