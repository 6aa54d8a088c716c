package org.gongkai.difference;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.crosscheck.Repetition;
import org.gongkai.finding.CellState;
import org.gongkai.form.Cell;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Part;
import org.gongkai.form.PublicationCount;
import org.gongkai.form.Section;
import org.gongkai.language.Phrase;
import org.gongkai.narrative.Lexicon;
import org.gongkai.problem.Language;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/** Puts what two reports say beside each other, whichever years and organs they are of. */
@Singleton
public class SideBySide {

  private static final int DIGITS = 2;

  private final Forms forms;

  SideBySide(Forms forms) {
    this.forms = forms;
  }

  /**
   * A report to be compared.
   *
   * @param side which it is
   */
  public record Compared(SideBySideView.ReportSide side, Content content) {}

  public SideBySideView of(Compared first, Compared second, Language language) {
    Making making = new Making(first.content(), second.content(), language);
    List<SideBySideView.TextView> texts = making.texts();
    return new SideBySideView(
        first.side(),
        second.side(),
        making.sections(),
        making.publications(),
        texts,
        rate(
            texts.stream().mapToInt(t -> t.repetition().characters()).sum(),
            texts.stream().mapToInt(t -> t.repetition().repeated()).sum()));
  }

  private static SideBySideView.RepetitionView rate(int characters, int repeated) {
    BigDecimal share =
        characters == 0
            ? null
            : BigDecimal.valueOf(repeated)
                .divide(BigDecimal.valueOf(characters), DIGITS, RoundingMode.DOWN);
    return new SideBySideView.RepetitionView(characters, repeated, share);
  }

  private final class Making {

    private final Content first;
    private final Content second;
    private final Language language;
    private final DifferenceWording wording;

    private Making(Content first, Content second, Language language) {
      this.first = first;
      this.second = second;
      this.language = language;
      this.wording = new DifferenceWording(forms, language);
    }

    private List<SideBySideView.SectionView> sections() {
      Set<String> ids = new LinkedHashSet<>(first.editions().keySet());
      ids.addAll(second.editions().keySet());
      return ids.stream().map(this::section).toList();
    }

    private SideBySideView.SectionView section(String id) {
      String firstEdition = first.editions().get(id);
      String secondEdition = second.editions().get(id);
      Section here = firstEdition == null ? null : known(firstEdition, id);
      Section there = secondEdition == null ? null : known(secondEdition, id);
      Section any = here == null ? known(second.edition(id), id) : here;
      return new SideBySideView.SectionView(
          id,
          any.title().in(language),
          firstEdition,
          secondEdition,
          merged(here, there).stream().map(cell -> cell(cell, any, here, there)).toList());
    }

    private Section known(String edition, String id) {
      return forms.known(edition).knownSection(id);
    }

    /** Rows that only the second has stand after the row that they follow there. */
    private List<Cell> merged(@Nullable Section here, @Nullable Section there) {
      List<Cell> cells = new ArrayList<>(here == null ? List.of() : here.cells().values());
      int at = 0;
      for (Cell cell : there == null ? List.<Cell>of() : there.cells().values()) {
        int found = place(cells, cell.path());
        if (found < 0) {
          cells.add(at++, cell);
        } else {
          at = found + 1;
        }
      }
      return cells;
    }

    private static int place(List<Cell> cells, String path) {
      for (int i = 0; i < cells.size(); i++) {
        if (cells.get(i).path().equals(path)) {
          return i;
        }
      }
      return -1;
    }

    private SideBySideView.CellView cell(
        Cell cell, Section any, @Nullable Section here, @Nullable Section there) {
      String path = cell.path();
      Section of = any.cells().containsKey(path) || there == null ? any : there;
      Figure left = here == null ? null : first.figures().at(path);
      Figure right = there == null ? null : second.figures().at(path);
      return new SideBySideView.CellView(
          path,
          cell.row().id(),
          of.labelOf(cell.row()).in(language),
          cell.column().id(),
          of.labelOf(cell.column()).in(language),
          left == null ? null : CellState.stated(left),
          right == null ? null : CellState.stated(right),
          first.remarks().get(path),
          second.remarks().get(path),
          first.summand(path).equals(second.summand(path))
              ? Differences.difference(right, left)
              : null);
    }

    private List<SideBySideView.ChannelView> publications() {
      return PublicationDiff.beside(second, first).stream().map(this::channel).toList();
    }

    private SideBySideView.ChannelView channel(Differences.Publication entry) {
      PublicationCount any = entry.any();
      return new SideBySideView.ChannelView(
          any.channel(),
          any.unit(),
          wording.label(any),
          stated(entry.to()),
          stated(entry.from()),
          entry.to() == null ? null : entry.to().approximate(),
          entry.from() == null ? null : entry.from().approximate(),
          entry.difference());
    }

    private static @Nullable JsonNode stated(@Nullable PublicationCount entry) {
      return entry == null ? null : CellState.stated(entry.count());
    }

    private List<SideBySideView.TextView> texts() {
      Phrase customary = Lexicon.of(forms, first.year()).customary;
      Map<String, String> there = new LinkedHashMap<>();
      List<SideBySideView.TextView> texts = new ArrayList<>();
      Map<String, Text> parts = parts();
      parts.keySet().forEach(part -> there.put(part, text(second, part)));
      parts.forEach(
          (part, label) -> {
            String here = text(first, part);
            if (here.isBlank() && text(second, part).isBlank()) {
              return;
            }
            Repetition found = Repetition.of(here, there, customary);
            texts.add(
                new SideBySideView.TextView(
                    part,
                    label.in(language),
                    SentencePairs.of(here, text(second, part)),
                    rate(found.length(), found.repeated()),
                    found.passages().stream().map(p -> passage(p, here)).toList()));
          });
      return texts;
    }

    private static SideBySideView.PassageView passage(Repetition.Passage found, String here) {
      return new SideBySideView.PassageView(
          found.start(),
          found.end(),
          found.part(),
          found.startThere(),
          found.endThere(),
          here.substring(found.start(), found.end()));
    }

    private static String text(Content content, String part) {
      return content.narrative().getOrDefault(part, "");
    }

    /** What every report has in one line is left out: titles, headings, who signs. */
    private Map<String, Text> parts() {
      Map<String, Text> parts = new LinkedHashMap<>();
      add(forms.inForce(first.year()), parts);
      forms.all().forEach(form -> add(form, parts));
      return parts;
    }

    private static void add(Form form, Map<String, Text> into) {
      form.narrative().stream()
          .filter(part -> part.role().isText())
          .forEach((Part part) -> into.putIfAbsent(part.id(), part.label()));
    }
  }
}
