package org.gongkai.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.language.Frame;
import org.gongkai.language.FrameReader;
import org.jspecify.annotations.Nullable;

/** Finds what a part of the text states of the report's own year and organ. */
final class StatementReader {

  private static final String OPENS_A_TIME = "2上去今本全当前(";
  private static final int NOT_IN_TURN = -1;
  private static final List<String> NAMES_WHAT_THERE_MAY_BE =
      List.of(
          "发布会", "访谈", "听证", "申请", "复议", "诉讼", "规范性文件", "规章", "收费", "处理费", "费用", "许可", "处罚", "强制",
          "结转", "不予", "无法");
  private static final List<String> NONE = List.of("不存在", "不具", "不涉及", "不承担");
  private static final Set<String> OFTEN = Set.of("期", "次", "批", "批次");
  private static final Set<String> PIECES_OR_MATTERS = Set.of("条", "篇", "则", "件", "项");
  private static final Set<String> PIECES = Set.of("条", "篇", "则", "件");
  private static final Pattern ADDED_UP = Pattern.compile("截[至止].{0,40}累计");
  private static final Pattern OF_WHICH_ADDED =
      Pattern.compile(
          "[，,(]?(?:其中)?[，,:]?(?:[0-9]{4}年度?|本年度?|今年|全年|当年)?[，,]?新(?:增|公开|发布)(?:公开|发布)?(?:信息)?");
  private static final int FARTHEST_MEASURE = 12;
  private static final int NEXT_TO_IT = 2;
  private static final int LONGEST_HEADING = 40;
  private static final int LONGEST_HEAD = 50;
  private static final int LONGEST_SENTENCE = 300;

  private final Lexicon lexicon;
  private final String part;
  private final Passage passage;
  private final boolean area;
  private final @Nullable OwnStreet street;
  private final FrameReader frames;
  private final CasesInText cases;
  private final List<Statement> statements = new ArrayList<>();

  private StatementReader(
      Lexicon lexicon, String part, Passage passage, boolean area, @Nullable OwnStreet street) {
    this.lexicon = lexicon;
    this.part = part;
    this.passage = passage;
    this.area = area;
    this.street = street;
    this.frames = new FrameReader(lexicon.language, Passage.QUANTITY, lexicon.subjects.get(part));
    this.cases = new CasesInText(lexicon, frames, part);
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
    reader.doubtWhatIsOfAllYears();
    return reader.statements;
  }

  private void readSentences() {
    String signs = passage.signs();
    List<QuantityReader.Quantity> all = passage.quantities();
    int next = 0;
    boolean otherYear = false;
    boolean others = false;
    for (int start = 0; start < signs.length(); ) {
      int end = start;
      while (end < signs.length()
          && !endsSentence(signs.charAt(end))
          && end - start < LONGEST_SENTENCE) {
        end++;
      }
      int first = next;
      while (next < all.size() && all.get(next).place() < end) {
        next++;
      }
      boolean paragraph = end < signs.length() && signs.charAt(end) == '\n';
      if (end > start) {
        String words = signs.substring(start, end);
        List<QuantityReader.Quantity> quantities = all.subList(first, next);
        boolean counts = !quantities.isEmpty() || isNil(words);
        boolean heads = paragraph && words.length() < LONGEST_HEADING;
        if (counts || heads || OPENS_A_TIME.indexOf(words.charAt(0)) >= 0) {
          Sentence sentence = new Sentence(lexicon, words, start, otherYear, street);
          boolean doubtful = others && !sentence.namesItself();
          if (counts) {
            readSentence(sentence, quantities, doubtful);
          }
          otherYear = sentence.leavesAnotherYear();
          boolean speaks = (counts || heads) && sentence.isOfOthers(words.length(), area);
          others = speaks || doubtful && !opensPart(words);
        }
        frames.passed(words);
        cases.passed(words);
        if (paragraph && !heads) {
          frames.begin(lexicon.subjects.get(part));
          cases.begin();
        }
      }
      if (paragraph) {
        otherYear = false;
      }
      start = end < signs.length() && !endsSentence(signs.charAt(end)) ? end : end + 1;
    }
  }

  private static boolean endsSentence(char sign) {
    return switch (sign) {
      case '。', '！', '？', '!', '?', '\n' -> true;
      default -> false;
    };
  }

  /** Whether it may say that there is none. */
  private static boolean isNil(String words) {
    return NAMES_WHAT_THERE_MAY_BE.stream().anyMatch(words::contains)
        && (words.indexOf('未') >= 0
            || words.indexOf('无') >= 0
            || words.indexOf('没') >= 0
            || NONE.stream().anyMatch(words::contains)
            || words.indexOf('0') >= 0
            || words.indexOf('零') >= 0);
  }

  private static boolean opensPart(String words) {
    return words.startsWith("(");
  }

  private void readSentence(
      Sentence sentence, List<QuantityReader.Quantity> quantities, boolean doubtful) {
    Map<Integer, RespectiveList.Told> turns = RespectiveList.of(sentence.words(), lexicon.language);
    Set<Integer> unnamed = new HashSet<>();
    List<Statement> inTurn = new ArrayList<>();
    ListedSum sum = new ListedSum(lexicon);
    int before = 0;
    QuantityReader.Quantity last = null;
    int first = statements.size();
    Set<String> several = severalAccounts(sentence, quantities);
    for (int i = 0; i < quantities.size(); i++) {
      QuantityReader.Quantity quantity = quantities.get(i);
      int place = quantity.place() - sentence.start();
      RespectiveList.Told told = turns.get(place);
      if (told == null) {
        int from = Math.max(before, place - LONGEST_HEAD);
        told = new RespectiveList.Told(sentence.words(), place, from, NOT_IN_TURN);
      }
      List<Statement> stated = readQuantity(sentence, quantity, place, told, doubtful);
      if (stated.isEmpty() && i > 0 && isAddedTo(quantities.get(i - 1), quantity, sentence)) {
        stated.addAll(
            readQuantity(
                sentence, quantity, place, as(quantities.get(i - 1), told, sentence), doubtful));
      }
      if (stated.isEmpty() && last != null && isIssues(last, quantity)) {
        stated.addAll(
            readQuantity(sentence, quantity, place, without(last, told, sentence), doubtful));
        stated.removeIf(s -> !s.isOfPublications());
      }
      if (i + 1 < quantities.size() && isTwoMeasures(quantity, quantities.get(i + 1))) {
        stated.removeIf(Statement::isOfPublications);
      }
      last = stated.isEmpty() ? quantity : null;
      if (told.turn() == NOT_IN_TURN) {
        if (stated.stream().noneMatch(Statement::certain)
            && frames.addsUp(sentence.words(), place)) {
          sum.of(quantity)
              .filter(listed -> !sentence.isOfOthers(place, area))
              .map(listed -> summed(sentence, quantity, listed, doubtful))
              .ifPresent(
                  summed -> {
                    stated.clear();
                    stated.add(summed);
                  });
          if (stated.isEmpty()) {
            sum.kinds(quantity)
                .map(kinds -> ofKinds(kinds, sentence, quantity, first, doubtful))
                .ifPresent(stated::addAll);
          }
        } else {
          sum.add(quantity, stated);
        }
      }
      if (stated.isEmpty()
          && PIECES_OR_MATTERS.contains(quantity.unit())
          && sentence.isOfTheYear(place)
          && !sentence.isOfOthers(place, area)) {
        several.addAll(frames.publishedOn(sentence.words(), place, before));
      }
      if (stated.isEmpty()) {
        unnamed.add(told.turn());
      }
      (told.turn() == NOT_IN_TURN ? statements : inTurn).addAll(stated);
      before = place + 1;
    }
    // what is told in turn is understood as a whole or not at all
    inTurn.stream()
        .filter(
            s ->
                !unnamed.contains(
                    Objects.requireNonNull(turns.get(s.place() - sentence.start())).turn()))
        .forEach(statements::add);
    statements
        .subList(first, statements.size())
        .replaceAll(s -> s.channel() != null && several.contains(s.channel()) ? s.doubted() : s);
    doubtWhatIsSaidTwice(statements.subList(first, statements.size()));
    for (FrameReader.Whole whole : frames.wholes(sentence.words())) {
      addWhole(
          sentence, whole, first, last(quantities, sentence.start() + whole.start()), doubtful);
    }
    doubtPartsThatExceed(statements.subList(first, statements.size()));
    for (FrameReader.Bound none : frames.none(sentence.words())) {
      addNone(sentence, none, doubtful);
    }
  }

  /** 截至年底累计公开1386条。本年度公开47条: told beside another one, it is of all years. */
  private void doubtWhatIsOfAllYears() {
    List<Statement> totals =
        statements.stream().filter(s -> s.isOfPublications() && s.channel() == null).toList();
    statements.replaceAll(
        s ->
            totals.contains(s)
                    && totals.stream().anyMatch(t -> t.number().compareTo(s.number()) < 0)
                    && isAddedUpUntil(s)
                ? s.doubted()
                : s);
  }

  private boolean isAddedUpUntil(Statement statement) {
    String signs = passage.signs();
    int from = statement.place();
    while (from > 0 && !endsSentence(signs.charAt(from - 1))) {
      from--;
    }
    return ADDED_UP.matcher(signs).region(from, statement.place()).find();
  }

  /** 复议后起诉1件，已审结的3件均维持: what is more than all of them is not of them. */
  private static void doubtPartsThatExceed(List<Statement> said) {
    Map<String, BigDecimal> wholes = new HashMap<>();
    said.forEach(
        s -> {
          if (s.frame() != null) {
            wholes.merge(s.frame().id(), s.number(), BigDecimal::max);
          }
        });
    said.replaceAll(
        s ->
            s.frame() != null
                    && s.frame().of().size() == 1
                    && s.frame().of().stream()
                        .anyMatch(
                            of -> wholes.getOrDefault(of, s.number()).compareTo(s.number()) < 0)
                ? s.doubted()
                : s);
  }

  /** 更新130期、发布信息398条: one number tells how often, the other how many. */
  private static boolean isIssues(QuantityReader.Quantity often, QuantityReader.Quantity many) {
    return OFTEN.contains(often.unit())
        && PIECES.contains(many.unit())
        && many.place() - often.place() <= FARTHEST_MEASURE;
  }

  /** 208期、1117篇: with nothing between them. */
  private static boolean isTwoMeasures(
      QuantityReader.Quantity often, QuantityReader.Quantity many) {
    return isIssues(often, many) && many.place() - often.place() <= NEXT_TO_IT;
  }

  /** 累计公开3055条，其中2021年新增412条: the year's own of what was counted from the beginning. */
  private static boolean isAddedTo(
      QuantityReader.Quantity all, QuantityReader.Quantity added, Sentence sentence) {
    String between =
        sentence
            .words()
            .substring(all.place() - sentence.start() + 1, added.place() - sentence.start());
    return between.length() < FARTHEST_MEASURE * 2
        && OF_WHICH_ADDED.matcher(between).matches()
        && PIECES.contains(added.unit());
  }

  /** The words with a number in the place of the one before it. */
  private static RespectiveList.Told as(
      QuantityReader.Quantity before, RespectiveList.Told told, Sentence sentence) {
    int at = before.place() - sentence.start();
    String words = told.words().substring(0, at) + told.words().substring(told.place());
    return new RespectiveList.Told(words, at, Math.max(0, at - LONGEST_HEAD), NOT_IN_TURN);
  }

  /** The words with one number left out. */
  private static RespectiveList.Told without(
      QuantityReader.Quantity quantity, RespectiveList.Told told, Sentence sentence) {
    int at = quantity.place() - sentence.start();
    String words = told.words().substring(0, at) + told.words().substring(at + 1);
    return new RespectiveList.Told(
        words, told.place() - 1, Math.max(0, at - LONGEST_HEAD), NOT_IN_TURN);
  }

  /** 两个公众号: what is told of one of them is no sum. */
  private Set<String> severalAccounts(Sentence sentence, List<QuantityReader.Quantity> quantities) {
    Set<String> several = new HashSet<>();
    for (QuantityReader.Quantity quantity : quantities) {
      if (quantity.unit().equals("个") && quantity.number().compareTo(BigDecimal.ONE) > 0) {
        several.addAll(frames.countedNouns(sentence.words(), quantity.place() - sentence.start()));
      }
    }
    return several;
  }

  /** Two numbers of the same are those of parts: of new applications, and of those carried over. */
  private static void doubtWhatIsSaidTwice(List<Statement> said) {
    Map<Frame, Set<BigDecimal>> numbers = new HashMap<>();
    for (Statement statement : said) {
      if (statement.frame() != null && statement.certain()) {
        numbers
            .computeIfAbsent(statement.frame(), f -> new HashSet<>())
            .add(statement.number().stripTrailingZeros());
      }
    }
    said.replaceAll(
        s ->
            s.frame() != null && numbers.getOrDefault(s.frame(), Set.of()).size() > 1
                ? s.doubted()
                : s);
  }

  /** What is said of all that the number before it counts. */
  private void addWhole(
      Sentence sentence, FrameReader.Whole whole, int first, int nearest, boolean doubtful) {
    if (!sentence.isSaidOfTheYear(whole.start()) || sentence.isOfOthers(whole.start(), area)) {
      return;
    }
    BigDecimal number = BigDecimal.ZERO;
    boolean plain = true;
    if (!whole.of().isEmpty()) {
      List<Statement> said = statements.subList(first, statements.size());
      Statement counted = counted(said, whole, sentence.start() + whole.start());
      if (counted == null
          || said.stream().noneMatch(s -> s.place() == nearest)
          || whole.ofOne() && counted.number().compareTo(BigDecimal.ONE) != 0) {
        return;
      }
      number = counted.number();
      plain = counted.plain();
    }
    int start = sentence.start() + whole.start();
    int end = sentence.start() + whole.end();
    statements.add(
        new Statement(
            whole.frame(),
            null,
            "",
            number,
            whole.sure()
                && !doubtful
                && cases.isCertain(whole.frame(), sentence.words(), whole.start()),
            plain,
            false,
            part,
            start,
            passage.origin(start),
            passage.originEnd(end)));
  }

  /**
   * What it is said of all of: the last one, or one before it with the same number,
   * 收到4件，答复4件，均为自然人.
   */
  private static @Nullable Statement counted(
      List<Statement> said, FrameReader.Whole whole, int before) {
    List<Statement> counts =
        said.stream()
            .filter(s -> s.place() < before && s.frame() != null && !s.frame().cells().isEmpty())
            .sorted(Comparator.comparingInt(Statement::place).reversed())
            .toList();
    for (Statement one : counts) {
      if (one.number().compareTo(counts.getFirst().number()) != 0) {
        return null;
      }
      if (whole.of().stream().anyMatch(of -> isOf(Objects.requireNonNull(one.frame()), of))) {
        return one;
      }
    }
    return null;
  }

  /** The place of the last one before a place. */
  private static int last(List<QuantityReader.Quantity> quantities, int before) {
    return quantities.stream()
        .mapToInt(QuantityReader.Quantity::place)
        .filter(place -> place < before)
        .max()
        .orElse(-1);
  }

  /** Whether a frame is this one or says the same in other words: received, received.new. */
  private static boolean isOf(Frame frame, String whole) {
    return frame.id().equals(whole) || frame.of().isEmpty() && frame.id().startsWith(whole + ".");
  }

  private void addNone(Sentence sentence, FrameReader.Bound none, boolean doubtful) {
    if (sentence.isSaidOfTheYear(none.start())
        && !sentence.isOfOthers(none.start(), area)
        && cases.isDenied(none.frame(), sentence.words(), none.start(), none.end())) {
      Lexicon.Channel channel = lexicon.channel(none.frame()).orElse(null);
      int start = sentence.start() + none.start();
      int end = sentence.start() + none.end();
      statements.add(
          new Statement(
              channel == null ? none.frame() : null,
              channel == null ? null : channel.id(),
              channel == null ? "" : channel.unit(),
              BigDecimal.ZERO,
              none.sure() && !doubtful,
              true,
              false,
              part,
              start,
              passage.origin(start),
              passage.originEnd(end)));
    }
  }

  private List<Statement> readQuantity(
      Sentence sentence,
      QuantityReader.Quantity quantity,
      int place,
      RespectiveList.Told told,
      boolean doubtful) {
    List<Statement> stated = new ArrayList<>();
    if (sentence.isOfOthers(place, area)) {
      return stated;
    }
    boolean ofTheYear = sentence.isOfTheYear(place);
    boolean zero = quantity.number().signum() == 0;
    for (FrameReader.Bound bound :
        frames.of(told.words(), told.place(), told.from(), quantity.unit(), zero)) {
      Frame frame = bound.frame();
      if ((ofTheYear || frame.current())
          && !(lexicon.isPublished(frame) && isNumeral(quantity, sentence.words(), place))
          && cases.allow(frame, sentence.words(), place, told, zero)) {
        boolean near = cases.isCertain(frame, sentence.words(), place, told, zero);
        boolean certain = bound.sure() && !doubtful && near && !quantity.split();
        stated.add(
            lexicon.isPublished(frame)
                ? publication(sentence, quantity, frame, certain, bound.narrowed())
                : statement(
                    sentence, quantity, frame, null, quantity.unit(), certain, bound.narrowed()));
      }
    }
    return stated;
  }

  /** (1) and 1、 can be the number of an item of a list. */
  private static boolean isNumeral(QuantityReader.Quantity quantity, String words, int place) {
    return quantity.unit().isEmpty()
        && (quantity.number().compareTo(BigDecimal.TEN) < 0
            || place > 0 && words.charAt(place - 1) == '('
            || words.startsWith("、", place + 1));
  }

  private Statement summed(
      Sentence sentence,
      QuantityReader.Quantity quantity,
      ListedSum.Listed listed,
      boolean doubtful) {
    boolean certain = listed.certain() && !doubtful;
    Frame frame = listed.frame();
    return lexicon.isPublished(frame)
        ? publication(sentence, quantity, frame, certain, false)
        : statement(sentence, quantity, frame, null, quantity.unit(), certain, false);
  }

  /** 例行发布会4次，专题发布会3次，共7次: neither of the first is the number of all. */
  private List<Statement> ofKinds(
      ListedSum.Kinds kinds,
      Sentence sentence,
      QuantityReader.Quantity quantity,
      int first,
      boolean doubtful) {
    List<Statement> said = statements.subList(first, statements.size());
    Statement thing = kinds.thing();
    if (thing == null) {
      said.replaceAll(s -> s.place() >= kinds.from() ? s.doubted() : s);
    } else {
      said.removeIf(s -> s.place() >= kinds.from());
    }
    return thing == null
        ? List.of()
        : List.of(
            new Statement(
                thing.frame(),
                thing.channel(),
                thing.unit(),
                quantity.number(),
                !doubtful,
                !quantity.approximate(),
                false,
                part,
                quantity.place(),
                passage.origin(
                    sentence.start() + sentence.clauseStart(quantity.place() - sentence.start())),
                quantity.end()));
  }

  private Statement publication(
      Sentence sentence,
      QuantityReader.Quantity quantity,
      Frame frame,
      boolean certain,
      boolean narrowed) {
    Lexicon.Channel channel = lexicon.channel(frame).orElse(null);
    String unit = channel == null ? "item" : channel.unit();
    return statement(sentence, quantity, null, channel, unit, certain, narrowed);
  }

  private Statement statement(
      Sentence sentence,
      QuantityReader.Quantity quantity,
      @Nullable Frame frame,
      Lexicon.@Nullable Channel channel,
      String unit,
      boolean certain,
      boolean narrowed) {
    int from = sentence.clauseStart(quantity.place() - sentence.start());
    return new Statement(
        frame,
        channel == null ? null : channel.id(),
        unit,
        quantity.number(),
        certain,
        !quantity.approximate(),
        narrowed,
        part,
        quantity.place(),
        passage.origin(sentence.start() + from),
        quantity.end());
  }
}
