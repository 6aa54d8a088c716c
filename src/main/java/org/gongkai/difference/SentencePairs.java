package org.gongkai.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.language.Glyphs;

/**
 * The sentences of two texts beside each other, all of them and in their order. Two that differ in
 * nothing but numbers and marks stand beside each other; what has no counterpart stands beside
 * whatever takes its place, or beside nothing.
 */
final class SentencePairs {

  /** Effort grows with the square of this; beyond it the texts stand beside each other whole. */
  private static final int MOST_SENTENCES = 1_000;

  private static final Pattern NUMBERS_AND_MARKS =
      Pattern.compile("[^\\p{IsHan}]|[一二三四五六七八九十百千万亿零〇两]");

  private SentencePairs() {}

  /**
   * Lays them out.
   *
   * @param first empty where there is no text
   * @param second empty where there is no text
   */
  static List<SideBySideView.PairView> of(String first, String second) {
    List<String> here = TextDiff.sentences(first);
    List<String> there = TextDiff.sentences(second);
    List<SideBySideView.PairView> pairs = new ArrayList<>();
    if (here.size() + there.size() > MOST_SENTENCES) {
      pairs.add(pair(here, there));
      return pairs;
    }
    int done = 0;
    int doneThere = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(keys(here), keys(there)).getDeltas()) {
      Chunk<String> source = delta.getSource();
      Chunk<String> target = delta.getTarget();
      alike(here, done, source.getPosition(), there, doneThere, pairs);
      done = source.getPosition() + source.size();
      doneThere = target.getPosition() + target.size();
      pairs.add(
          pair(
              here.subList(source.getPosition(), done),
              there.subList(target.getPosition(), doneThere)));
    }
    alike(here, done, here.size(), there, doneThere, pairs);
    return pairs;
  }

  private static List<String> keys(List<String> sentences) {
    return sentences.stream().map(SentencePairs::key).toList();
  }

  /** What two sentences have alike that differ in their numbers only. */
  private static String key(String sentence) {
    String words = NUMBERS_AND_MARKS.matcher(Glyphs.read(sentence)).replaceAll("");
    return words.isEmpty() ? sentence.strip() : words;
  }

  private static void alike(
      List<String> here,
      int from,
      int to,
      List<String> there,
      int fromThere,
      List<SideBySideView.PairView> into) {
    for (int i = from; i < to; i++) {
      String second = there.get(fromThere + i - from);
      boolean same = here.get(i).strip().equals(second.strip());
      SentenceKind kind = same ? SentenceKind.SAME : SentenceKind.NUMBERS;
      into.add(new SideBySideView.PairView(kind, here.get(i), second));
    }
  }

  private static SideBySideView.PairView pair(List<String> here, List<String> there) {
    SentenceKind kind =
        there.isEmpty()
            ? SentenceKind.FIRST
            : here.isEmpty() ? SentenceKind.SECOND : SentenceKind.OTHER;
    return new SideBySideView.PairView(
        kind,
        here.isEmpty() ? null : String.join("", here),
        there.isEmpty() ? null : String.join("", there));
  }
}
