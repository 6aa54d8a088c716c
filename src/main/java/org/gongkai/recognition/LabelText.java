package org.gongkai.recognition;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.Glyphs;

/**
 * A label taken apart, so that two ways of printing it compare alike.
 *
 * @param words letters, Han characters and digits outside brackets, in plain forms, without the
 *     number before them; of a label that is all in brackets, what stands in these
 * @param brackets what stands in brackets
 * @param numbering the number before it
 */
record LabelText(String words, String brackets, Numbering numbering) {

  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Cc}]+");
  private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[〔【]([^()\\[\\]〔〕【】]*)[)\\]〕】]");
  private static final Pattern OPEN_BRACKET = Pattern.compile("[(〔【]([^()〔〕【】]*)$");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  static LabelText of(String printed, Map<String, String> spellings) {
    String read = Glyphs.read(printed);
    Numbering numbering = Numbering.of(joined(read));
    String rest = joined(read).substring(numbering.length());
    String plain = Normalizer.normalize(rest, Normalizer.Form.NFKC);
    StringBuilder brackets = new StringBuilder();
    String outside = without(IN_BRACKETS, plain, brackets);
    outside = without(OPEN_BRACKET, outside, brackets);
    String words = NO_WORD.matcher(outside).replaceAll("");
    String inside = NO_WORD.matcher(brackets).replaceAll("");
    if (words.isEmpty()) {
      return new LabelText(spelled(inside, spellings), "", numbering);
    }
    return new LabelText(spelled(words, spellings), spelled(inside, spellings), numbering);
  }

  /** The text in simplified characters, without blanks and breaks. */
  static String joined(String text) {
    return Simplified.read(Simplified.unspoken(BLANK.matcher(text).replaceAll("")));
  }

  boolean isBlank() {
    return words.isEmpty();
  }

  private static String without(Pattern pattern, String text, StringBuilder taken) {
    Matcher matcher = pattern.matcher(text);
    StringBuilder rest = new StringBuilder();
    while (matcher.find()) {
      taken.append(matcher.group(1)).append(' ');
      matcher.appendReplacement(rest, "");
    }
    return matcher.appendTail(rest).toString();
  }

  private static String spelled(String words, Map<String, String> spellings) {
    String spelled = words;
    for (var spelling : spellings.entrySet()) {
      spelled = spelled.replace(spelling.getKey(), spelling.getValue());
    }
    return spelled;
  }
}
