package org.gongkai.language;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds what a wrong encoding leaves of a text: replacement characters, runs of question marks,
 * signs that no font has, and signs that nobody sees.
 */
public final class UnreadableSigns {

  private static final char REPLACEMENT = '\ufffd';
  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final String ASKS = "吗什么呢";
  private static final String CLOSING = "”\"’』」";
  private static final int LONGEST_ADDRESS = 2_000;
  private static final int FEWEST_QUESTIONS = 3;

  /** Shown on both sides, so that people find the place. */
  private static final int CONTEXT = 8;

  /** Signs that may be unreadable: most texts have none. */
  private static final SignSet DOUBTFUL =
      SignSet.where(sign -> isUnreadable(sign) || isQuestion((char) sign));

  private UnreadableSigns() {}

  public static List<Span> in(String text) {
    int length = text.length();
    int first = DOUBTFUL.first(text, 0, length);
    if (first == length) {
      return List.of();
    }
    boolean lost = isMostlyQuestions(text);
    List<Span> spans = new ArrayList<>();
    for (int at = first; at < length; at = DOUBTFUL.first(text, at, length)) {
      int end = endOfRun(text, at, lost);
      if (end > at) {
        spans.add(Span.showing(text, before(text, at), behind(text, end)));
        at = end;
      } else {
        at += Character.charCount(text.codePointAt(at));
      }
    }
    return spans;
  }

  /** The same without them. */
  public static String without(String text) {
    if (!DOUBTFUL.isIn(text, 0, text.length())) {
      return text;
    }
    boolean lost = isMostlyQuestions(text);
    StringBuilder readable = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      int end = endOfRun(text, at, lost);
      if (end == at) {
        end = at + Character.charCount(text.codePointAt(at));
        readable.append(text, at, end);
      }
      at = end;
    }
    return readable.toString();
  }

  /** Where the unreadable signs end that begin here; here, where none do. */
  private static int endOfRun(String text, int from, boolean lost) {
    int end = from;
    if (from == 0 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      return from; // what a program puts before its text
    }
    while (end < text.length() && isUnreadable(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    if (end > from) {
      return end;
    }
    boolean narrow = true;
    while (end < text.length() && isQuestion(text.charAt(end))) {
      narrow &= text.charAt(end) == '?';
      end++;
    }
    // wide ones are what people type; what is lost leaves narrow ones
    boolean run =
        narrow
            && end - from >= FEWEST_QUESTIONS
            && !isAsked(text, from, end)
            && !goesOn(text, from);
    return run || lost ? end : from;
  }

  /** Whether the run began before, and was found to be nothing. */
  private static boolean goesOn(String text, int at) {
    return at > 0 && isQuestion(text.charAt(at - 1));
  }

  /** Whether somebody asks in earnest here, or an address goes on. */
  private static boolean isAsked(String text, int from, int end) {
    boolean asks = from > 0 && ASKS.indexOf(text.charAt(from - 1)) >= 0;
    boolean quoted =
        end < text.length()
            && from > 0
            && CLOSING.indexOf(text.charAt(end)) >= 0
            && Character.isLetterOrDigit(text.charAt(from - 1));
    return asks || quoted || isOfAddress(text, from);
  }

  private static boolean isOfAddress(String text, int at) {
    int from = at;
    while (from > 0
        && at - from < LONGEST_ADDRESS
        && text.charAt(from - 1) > ' '
        && text.charAt(from - 1) < 0x7f) {
      from--;
    }
    String address = text.substring(from, at);
    return address.contains("://") || address.startsWith("www.");
  }

  /** The signs of a text that nobody sees or can read, each by its place; no question marks. */
  public static SortedMap<Integer, Integer> named(String text, int from) {
    SortedMap<Integer, Integer> signs = new TreeMap<>();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int sign = text.codePointAt(i);
      if (isUnreadable(sign) && !(from + i == 0 && sign == BYTE_ORDER_MARK)) {
        signs.put(from + i, sign);
      }
    }
    return signs;
  }

  private static boolean isUnreadable(int sign) {
    return sign == REPLACEMENT
        || switch (Character.getType(sign)) {
          case Character.PRIVATE_USE, Character.UNASSIGNED, Character.SURROGATE, Character.FORMAT ->
              true;
          case Character.CONTROL -> !Character.isWhitespace(Glyphs.read((char) sign));
          default -> false;
        };
  }

  /** A few words of ASCII survive, and of every other sign a question mark is left. */
  private static boolean isMostlyQuestions(String text) {
    int questions = 0;
    int wide = 0;
    boolean words = false;
    int signs = 0;
    for (int i = 0; i < text.length(); i++) {
      questions += text.charAt(i) == '?' ? 1 : 0;
      wide += text.charAt(i) == '？' ? 1 : 0;
      words |= Character.isLetterOrDigit(text.charAt(i));
      signs += Character.isWhitespace(text.charAt(i)) ? 0 : 1;
    }
    int lost = words ? questions : questions + wide;
    return lost >= FEWEST_QUESTIONS && lost * 2 > signs;
  }

  private static boolean isQuestion(char sign) {
    return sign == '?' || sign == '？';
  }

  private static int before(String text, int at) {
    int from = Math.max(0, at - CONTEXT);
    return from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
  }

  private static int behind(String text, int at) {
    int to = Math.min(text.length(), at + CONTEXT);
    return to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to + 1 : to;
  }
}
