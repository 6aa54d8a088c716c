package org.gongkai.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.form.Content;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Part;
import org.gongkai.form.PartRole;
import org.gongkai.form.Section;
import org.jspecify.annotations.Nullable;

/**
 * A report as the official form prints it: title, introduction, the chapters with their tables and
 * texts, who signs. Each table is that of the edition which its section follows; headings are those
 * that the report keeps, else those of the form. What was published by channel, which the form does
 * not ask for, stands behind it, and says so.
 */
final class OfficialForm {

  private static final String HEADINGS = "headings.";
  private static final String NUMERALS = "一二三四五六七八九十";

  /** A text that begins with a number of its own level: （一）. */
  private static final Pattern NUMBERED =
      Pattern.compile("^\\s*[（(][一二三四五六七八九十]+[）)].*", Pattern.DOTALL);

  private final Forms forms;

  OfficialForm(Forms forms) {
    this.forms = forms;
  }

  /**
   * Lays it out.
   *
   * @param title what it is called where it has no title of its own, and as a file
   * @param proof what stands small at the end, or null
   */
  Paper of(Content content, String title, Paper.@Nullable Proof proof) {
    return new Paper(title, new Making(content, title).pieces(), proof);
  }

  private final class Making {

    private final Content content;
    private final String title;
    private final Form form;
    private final List<Paper.Piece> pieces = new ArrayList<>();
    private int aspects;

    private Making(Content content, String title) {
      this.content = content;
      this.title = title;
      this.form = forms.inForce(content.year());
    }

    private List<Paper.Piece> pieces() {
      for (Part part : form.narrative()) {
        switch (part.role()) {
          case TITLE ->
              lines(Paper.Part.TITLE, text(part.id()).isBlank() ? title : text(part.id()));
          case INTRODUCTION -> lines(Paper.Part.BODY, text(part.id()));
          case BODY -> body(part);
          case SIGNER, DATE -> lines(Paper.Part.SIGNATURE, text(part.id()));
          case HEADING -> {
            // stands where its chapter begins
          }
        }
      }
      pieces.addAll(ChannelTable.of(content, forms));
      return pieces;
    }

    private void body(Part part) {
      String text = text(part.id());
      if (isChapter(part)) {
        aspects = 0;
        lines(Paper.Part.HEADING, heading(part));
        lines(Paper.Part.BODY, text);
        Section section = section(part.id());
        if (section != null) {
          PrintedFigures figures = new PrintedFigures(content, forms.amountUnits());
          pieces.add(FormTables.of(section, figures::of));
        }
      } else if (!text.isBlank()) {
        if (!NUMBERED.matcher(text).matches()) {
          lines(Paper.Part.SUBHEADING, "（" + NUMERALS.charAt(aspects) + "）" + part.label().zh());
        }
        aspects++;
        lines(Paper.Part.BODY, text);
      }
    }

    private boolean isChapter(Part part) {
      return form.narrative().stream()
          .anyMatch(p -> p.role() == PartRole.HEADING && p.id().equals(HEADINGS + part.id()));
    }

    private String heading(Part part) {
      String own = text(HEADINGS + part.id());
      if (!own.isBlank()) {
        return own;
      }
      Section section = section(part.id());
      return section == null ? part.label().zh() : section.title().zh();
    }

    /** The table of a chapter, in the edition that the report follows; null where it has none. */
    private @Nullable Section section(String id) {
      String edition = content.editions().get(id);
      return edition == null ? form.section(id) : forms.known(edition).section(id);
    }

    private String text(String part) {
      return content.narrative().getOrDefault(part, "");
    }

    private void lines(Paper.Part part, String text) {
      pieces.addAll(words(part, text));
    }
  }

  /**
   * A paragraph for each line that is not blank; the indent of paper takes the place of its own.
   */
  static List<Paper.Words> words(Paper.Part part, String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isBlank())
        .map(line -> new Paper.Words(part, line))
        .toList();
  }
}
