package org.gongkai.narrative;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.language.FrameReader;
import org.gongkai.language.SignSet;
import org.jspecify.annotations.Nullable;

/** Finds what a part of the text states of the report's own year and organ. */
final class StatementReader {

  private static final SignSet OPENS_A_TIME = SignSet.of("2上去今本全当前(");
  private static final List<String> NAMES_WHAT_THERE_MAY_BE =
      List.of(
          "发布会", "访谈", "听证", "申请", "复议", "诉讼", "规范性文件", "规章", "收费", "处理费", "费用", "许可", "处罚", "强制",
          "结转", "不予", "无法");
  private static final List<String> NONE = List.of("不存在", "不具", "不涉及", "不承担");

  /** A sentence that says so of anything has one of these, or one of the words for it. */
  private static final SignSet OF_NONE = SignSet.of("未无没0零");

  private static final int LONGEST_HEADING = 40;
  private static final int LONGEST_SENTENCE = 300;

  private final Lexicon lexicon;
  private final String part;
  private final Passage passage;
  private final boolean area;
  private final @Nullable OwnStreet street;
  private final FrameReader frames;
  private final CasesInText cases;
  private final StatementMaker maker;
  private final UncountedInText uncounted;
  private final List<Statement> statements = new ArrayList<>();

  /** Sentences before this one of which nothing was asked yet. */
  private final List<String> passed = new ArrayList<>();

  private StatementReader(
      Lexicon lexicon, String part, Passage passage, boolean area, @Nullable OwnStreet street) {
    this.lexicon = lexicon;
    this.part = part;
    this.passage = passage;
    this.area = area;
    this.street = street;
    this.frames = new FrameReader(lexicon.language, Passage.QUANTITY, lexicon.subjects.get(part));
    this.cases = new CasesInText(lexicon, frames, part);
    this.maker = new StatementMaker(lexicon, part, passage);
    this.uncounted = new UncountedInText(lexicon, frames, cases, maker, area);
  }

  /**
   * What a part states.
   *
   * @param area whether the report is that of an area, of whose organs it may speak
   * @param street how the organ calls itself where it is a street office; or null
   */
  static List<Statement> read(
      Lexicon lexicon, String part, Passage passage, boolean area, @Nullable OwnStreet street) {
    StatementReader reader = new StatementReader(lexicon, part, passage, area, street);
    reader.readSentences();
    Doubts.ofAllYears(reader.statements, passage);
    Doubts.ofPartsOfAll(reader.statements, passage);
    Doubts.ofNoneLeft(reader.statements);
    return reader.statements;
  }

  private void readSentences() {
    String signs = passage.signs();
    List<Quantity> all = passage.quantities();
    int next = 0;
    boolean otherYear = false;
    boolean others = false;
    for (int start = 0; start < signs.length(); ) {
      int end =
          Boundaries.SENTENCE.first(
              signs, start, Math.min(signs.length(), start + LONGEST_SENTENCE));
      int first = next;
      while (next < all.size() && all.get(next).place() < end) {
        next++;
      }
      boolean paragraph = end < signs.length() && signs.charAt(end) == '\n';
      if (end > start) {
        String words = signs.substring(start, end);
        List<Quantity> quantities = all.subList(first, next);
        boolean counts = !quantities.isEmpty() || isNil(words);
        boolean heads = paragraph && words.length() < LONGEST_HEADING;
        if (counts || heads || OPENS_A_TIME.has(words.charAt(0))) {
          Sentence sentence = new Sentence(lexicon, words, start, otherYear, street);
          boolean doubtful = others && !sentence.namesItself();
          if (counts) {
            readPassed();
            readSentence(sentence, quantities, doubtful);
          }
          otherYear = sentence.leavesAnotherYear();
          boolean speaks = (counts || heads) && sentence.isOfOthers(mainEnd(words), area);
          others = speaks || doubtful && !opensPart(words);
        }
        passed.add(words);
        if (paragraph && !heads) {
          frames.passedOver(passed);
          passed.clear();
          frames.begin(lexicon.subjects.get(part));
          cases.begin();
        }
      }
      if (paragraph) {
        otherYear = false;
      }
      start = end < signs.length() && !Boundaries.SENTENCE.has(signs.charAt(end)) ? end : end + 1;
    }
  }

  /** Goes on behind the sentences before one with numbers: most texts have none behind most. */
  private void readPassed() {
    for (String words : passed) {
      frames.passed(words);
      cases.passed(words);
    }
    passed.clear();
  }

  /** Whether it may say that there is none. */
  private static boolean isNil(String words) {
    return (OF_NONE.isIn(words, 0, words.length()) || hasOneOf(NONE, words))
        && hasOneOf(NAMES_WHAT_THERE_MAY_BE, words);
  }

  private static boolean hasOneOf(List<String> some, String words) {
    for (String one : some) {
      if (words.contains(one)) {
        return true;
      }
    }
    return false;
  }

  /** Whose numbers a sentence tells; what some of them are, it tells behind that. */
  private int mainEnd(String words) {
    int some = words.indexOf(lexicon.ofWhich);
    return some > 0 && words.lastIndexOf(Passage.QUANTITY, some) >= 0 ? some : words.length();
  }

  private static boolean opensPart(String words) {
    return words.startsWith("(");
  }

  private void readSentence(Sentence sentence, List<Quantity> quantities, boolean doubtful) {
    List<Statement> said =
        new NumbersInText(lexicon, frames, cases, maker, area, sentence, quantities, doubtful)
            .read();
    uncounted.addWholes(sentence, quantities, doubtful, said);
    Doubts.ofPartsThatExceed(said);
    uncounted.addNone(sentence, doubtful, said);
    statements.addAll(said);
  }
}
