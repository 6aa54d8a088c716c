package org.gongkai.platform;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.problem.Text;

/**
 * Which signs a text may hold that people write and others read: in a list, a log, a document. What
 * cannot be seen, or makes what is around it look like something else, has no place in any; a name
 * is compared and searched for, so that it must not hold what was lost on the way either.
 */
public enum WrittenText {
  /** What somebody or something is called. One line, of signs that are seen, none of them lost. */
  NAME,
  /** A remark on one line, such as a query parameter. */
  LINE,
  /**
   * What somebody says for the record: reasons, explanations. It may be broken into lines; of what
   * was lost on the way nobody could say later what it was.
   */
  TEXT,
  /**
   * The text of a report, which was written elsewhere and is checked as a whole: a draft is kept
   * with every sign that can be kept, and the checks say which of them nobody sees.
   */
  REPORT;

  /** What an encoding leaves of signs that it does not have. */
  private static final Pattern LOST = Pattern.compile("[?\uFF1F]{2,}");

  private static final int NEXT_LINE = 0x85;

  /** Why the text cannot be taken, with the first sign that is wrong. */
  public Optional<Text> objectionTo(String text) {
    int place = 1;
    for (int i = 0; i < text.length(); place++) {
      int sign = text.codePointAt(i);
      if (!admits(sign)) {
        return Optional.of(refusal().with(Integer.toString(place), "%04X".formatted(sign)));
      }
      i += Character.charCount(sign);
    }
    Matcher lost = LOST.matcher(text);
    if (isReadable() && lost.find()) {
      return Optional.of(
          new Text(
                  "含有连续的问号“%s”，像是编码转换时丢失的文字。",
                  "Holds \u201c%s\u201d: it looks as if an encoding had lost what stood there.")
              .with(lost.group()));
    }
    return Optional.empty();
  }

  private Text refusal() {
    return switch (this) {
      case NAME ->
          new Text(
              "第 %s 个字符 U+%s 不允许：控制字符、换行、不可见或改变文字方向的字符、私用区和损坏的字符不能使用。",
              "Character %s, U+%s, is not allowed: no control characters, line breaks, signs that"
                  + " are not seen or turn the direction of writing, private or broken ones.");
      case LINE ->
          new Text(
              "第 %s 个字符 U+%s 不允许：控制字符、换行、改变文字方向的字符和损坏的字符不能使用。",
              "Character %s, U+%s, is not allowed: no control characters, line breaks, signs that"
                  + " turn the direction of writing, or broken ones.");
      case TEXT ->
          new Text(
              "第 %s 个字符 U+%s 不允许：除换行和制表符外的控制字符、不可见或改变文字方向的字符、私用区和损坏的字符不能使用。",
              "Character %s, U+%s, is not allowed: no control characters but line breaks and tabs,"
                  + " no signs that are not seen or turn the direction of writing, no private or"
                  + " broken ones.");
      case REPORT ->
          new Text(
              "第 %s 个字符 U+%s 不允许：除换行和制表符外的控制字符和损坏的字符不能使用。",
              "Character %s, U+%s, is not allowed: no control characters but line breaks and tabs,"
                  + " no broken ones.");
    };
  }

  private boolean admits(int sign) {
    if (this == REPORT) {
      return switch (Character.getType(sign)) {
        case Character.CONTROL -> breaksOrIndents(sign) || sign == NEXT_LINE;
        case Character.SURROGATE -> false;
        default -> true;
      };
    }
    return switch (Character.getType(sign)) {
      case Character.CONTROL -> this == TEXT && breaksOrIndents(sign);
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> false;
      case Character.FORMAT -> !isReadable() && !turns(sign);
      case Character.PRIVATE_USE -> !isReadable();
      case Character.UNASSIGNED -> !isReadable() || isKeptForIdeographs(sign);
      default -> !isReadable() || !isBlankOrLost(sign);
    };
  }

  /** Whether all of it has to be seen, and none of it lost. */
  private boolean isReadable() {
    return this == NAME || this == TEXT;
  }

  /** Tabulator, line feed, and what programs write for them. */
  private static boolean breaksOrIndents(int sign) {
    return sign >= '\t' && sign <= '\r';
  }

  /** Marks, embeddings, overrides and isolates of direction. */
  private static boolean turns(int sign) {
    return sign == 0x061C
        || sign == 0x200E
        || sign == 0x200F
        || (sign >= 0x202A && sign <= 0x202E)
        || (sign >= 0x2066 && sign <= 0x206F);
  }

  /**
   * Ideographs are added year by year, and a name may be written with one that this Java does not
   * know yet.
   */
  private static boolean isKeptForIdeographs(int sign) {
    return sign >= 0x20000 && sign <= 0x3FFFD && (sign & 0xFFFE) != 0xFFFE;
  }

  /** Letters that are not seen, and the signs that stand for something lost or left out. */
  private static boolean isBlankOrLost(int sign) {
    return switch (sign) {
      case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, 0xFFFC, 0xFFFD -> true;
      default -> false;
    };
  }
}
