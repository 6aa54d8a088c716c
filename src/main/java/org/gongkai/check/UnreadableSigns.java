package org.gongkai.check;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what a wrong encoding leaves of a text: replacement characters, runs of question marks,
 * signs that no font has, and signs that nobody sees.
 */
final class UnreadableSigns {

  private static final char REPLACEMENT = '\ufffd';
  private static final int FEWEST_QUESTIONS = 3;

  /** Shown on both sides, so that people find the place. */
  private static final int CONTEXT = 8;

  private UnreadableSigns() {}

  static List<NarrativeText.Span> in(String text) {
    boolean lost = isMostlyQuestions(text);
    List<NarrativeText.Span> spans = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int end = endOfRun(text, at, lost);
      if (end > at) {
        spans.add(NarrativeText.Span.showing(text, before(text, at), behind(text, end)));
        at = end;
      } else {
        at += Character.charCount(text.codePointAt(at));
      }
    }
    return spans;
  }

  /** The same without them. */
  static String without(String text) {
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
    while (end < text.length() && isUnreadable(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    if (end > from) {
      return end;
    }
    while (end < text.length() && isQuestion(text.charAt(end))) {
      end++;
    }
    return end - from >= FEWEST_QUESTIONS || lost ? end : from;
  }

  private static boolean isUnreadable(int sign) {
    return sign == REPLACEMENT
        || switch (Character.getType(sign)) {
          case Character.PRIVATE_USE, Character.UNASSIGNED, Character.SURROGATE, Character.FORMAT ->
              true;
          case Character.CONTROL -> !Character.isWhitespace(sign);
          default -> false;
        };
  }

  /** A few words of ASCII survive, and of every other sign a question mark is left. */
  private static boolean isMostlyQuestions(String text) {
    int questions = 0;
    int signs = 0;
    for (int i = 0; i < text.length(); i++) {
      questions += isQuestion(text.charAt(i)) ? 1 : 0;
      signs += Character.isWhitespace(text.charAt(i)) ? 0 : 1;
    }
    return questions >= FEWEST_QUESTIONS && questions * 2 > signs;
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
