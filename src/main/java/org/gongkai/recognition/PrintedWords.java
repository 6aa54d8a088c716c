package org.gongkai.recognition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.gongkai.form.Forms;

/**
 * The file {@code forms/printed.yaml}, where its keys are explained.
 *
 * @param spellings what is printed in labels, with what the form has instead
 * @param sections by section, words of its heading; in the order of the form
 * @param headings by section, what its heading is often called instead
 * @param aspects by part of the text, words of its heading; in the order of the form
 */
record PrintedWords(
    Map<String, String> spellings,
    Pattern besides,
    Pattern between,
    Pattern furniture,
    List<String> measures,
    Pattern qualified,
    Pattern foreign,
    Map<String, Pattern> sections,
    Map<String, List<String>> headings,
    Map<String, Pattern> aspects,
    Pattern title,
    Pattern titleOfYear,
    Pattern frame,
    Pattern picture,
    Pattern cardIndex,
    Pattern cardOrgan,
    List<String> list,
    Channels channels,
    Pattern proof,
    Pattern organs,
    Scopes scope) {

  /** By what the table of channels of our own documents is known. */
  record Channels(String note, List<String> heads, String total, String about) {

    Channels {
      heads = List.copyOf(heads);
      Objects.requireNonNull(note);
      Objects.requireNonNull(total);
      Objects.requireNonNull(about);
    }
  }

  /** By what a title and a text say whose figures a report gives. */
  record Scopes(Pattern government, Pattern office, Pattern level, Pattern wide) {

    private static Scopes of(Map<String, String> written) {
      return new Scopes(
          pattern(written, "government"),
          pattern(written, "office"),
          pattern(written, "level"),
          pattern(written, "wide"));
    }

    private static Pattern pattern(Map<String, String> written, String key) {
      return Pattern.compile(Objects.requireNonNull(written.get(key)));
    }
  }

  private static final Pattern PAGE_NUMBER =
      Pattern.compile("[-—–－]\\s*[0-9]{1,3}\\s*[-—–－]|第\\s*[0-9]{1,3}\\s*[页頁].{0,10}");

  private record Written(
      LinkedHashMap<String, String> spellings,
      String besides,
      String between,
      String furniture,
      List<String> measures,
      String qualified,
      String foreign,
      LinkedHashMap<String, String> sections,
      Map<String, List<String>> headings,
      LinkedHashMap<String, String> aspects,
      String title,
      String titleOfYear,
      String frame,
      String picture,
      Map<String, String> card,
      List<String> list,
      Channels channels,
      String proof,
      String organs,
      Map<String, String> scope) {}

  @SuppressWarnings("UnusedException") // its text is about the code, not about the file
  static PrintedWords of(Forms forms) {
    Written written = forms.beside(Forms.PRINTED, Written.class);
    try {
      return new PrintedWords(
          written.spellings(),
          Pattern.compile(written.besides()),
          Pattern.compile(written.between()),
          Pattern.compile(written.furniture()),
          written.measures(),
          Pattern.compile(written.qualified()),
          Pattern.compile(written.foreign()),
          compiled(written.sections()),
          Map.copyOf(written.headings()),
          compiled(written.aspects()),
          Pattern.compile(written.title()),
          Pattern.compile(written.titleOfYear()),
          Pattern.compile(written.frame()),
          Pattern.compile(written.picture()),
          Pattern.compile(written.card().getOrDefault("index", "索引号")),
          Pattern.compile(written.card().getOrDefault("organ", "发布机构")),
          List.copyOf(written.list()),
          Objects.requireNonNull(written.channels()),
          Pattern.compile(written.proof()),
          Pattern.compile(written.organs()),
          Scopes.of(written.scope()));
    } catch (PatternSyntaxException e) {
      throw forms.contradictory(Forms.PRINTED, e.getDescription() + ": " + e.getPattern());
    } catch (NullPointerException e) {
      throw forms.contradictory(Forms.PRINTED, "something is missing");
    }
  }

  /** Whether a line numbers a page: it may stand anywhere. */
  static boolean isPageNumber(String line) {
    return PAGE_NUMBER.matcher(line).matches();
  }

  private static Map<String, Pattern> compiled(Map<String, String> patterns) {
    Map<String, Pattern> compiled = new LinkedHashMap<>();
    patterns.forEach((key, pattern) -> compiled.put(key, Pattern.compile(pattern)));
    return compiled;
  }
}
