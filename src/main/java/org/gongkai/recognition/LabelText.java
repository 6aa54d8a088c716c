package org.gongkai.recognition;

import java.text.Normalizer;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.language.Glyphs;

/**
 * A label taken apart, so that two ways of printing it compare alike.
 *
 * @param words letters, Han characters and digits outside brackets, in plain forms, without the
 *     number before them; of a label that is all in brackets, what stands in these
 * @param brackets what stands in brackets
 * @param numbering the number before it
 */
record LabelText(String words, String brackets, Numbering numbering) {

  private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[〔【]([^()\\[\\]〔〕【】]*)[)\\]〕】]");
  private static final Pattern OPEN_BRACKET = Pattern.compile("[(〔【]([^()〔〕【】]*)$");

  static LabelText of(String printed, Map<String, String> spellings) {
    String joined = joined(Glyphs.read(printed));
    Numbering numbering = Numbering.of(joined);
    String rest = joined.substring(numbering.length());
    String plain = Normalizer.normalize(rest, Normalizer.Form.NFKC);
    StringBuilder brackets = new StringBuilder();
    String outside = without(IN_BRACKETS, plain, brackets);
    outside = without(OPEN_BRACKET, outside, brackets);
    String words = without(outside, LabelText::isNoWord);
    String inside = without(brackets.toString(), LabelText::isNoWord);
    if (words.isEmpty()) {
      return new LabelText(spelled(inside, spellings), "", numbering);
    }
    return new LabelText(spelled(words, spellings), spelled(inside, spellings), numbering);
  }

  /** The text in simplified characters, without blanks and breaks. */
  static String joined(String text) {
    return Simplified.read(Simplified.unspoken(without(text, LabelText::isBlankOrControl)));
  }

  boolean isBlank() {
    return words.isEmpty();
  }

  private static boolean isBlankOrControl(int sign) {
    return CellText.isBlank(sign) || Character.getType(sign) == Character.CONTROL;
  }

  /** Neither a letter nor a number of any kind. */
  private static boolean isNoWord(int sign) {
    return !Character.isLetter(sign)
        && switch (Character.getType(sign)) {
          case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
              false;
          default -> true;
        };
  }

  /** The text itself where no sign is left out: most labels are asked for many times. */
  private static String without(String text, IntPredicate leftOut) {
    StringBuilder kept = null;
    int sign;
    for (int i = 0; i < text.length(); i += Character.charCount(sign)) {
      sign = text.codePointAt(i);
      if (leftOut.test(sign)) {
        kept = kept == null ? new StringBuilder(text.length()).append(text, 0, i) : kept;
      } else if (kept != null) {
        kept.appendCodePoint(sign);
      }
    }
    return kept == null ? text : kept.toString();
  }

  private static String without(Pattern pattern, String text, StringBuilder taken) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return text;
    }
    StringBuilder rest = new StringBuilder();
    do {
      taken.append(matcher.group(1)).append(' ');
      matcher.appendReplacement(rest, "");
    } while (matcher.find());
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
