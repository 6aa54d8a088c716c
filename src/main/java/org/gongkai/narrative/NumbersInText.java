package org.gongkai.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.language.Frame;
import org.gongkai.language.FrameReader;
import org.jspecify.annotations.Nullable;

/** Understands the numbers of a sentence, first to last: each by itself, in turn, or as a sum. */
final class NumbersInText {

  private static final int NOT_IN_TURN = -1;
  private static final int LONGEST_HEAD = 50;
  private static final String WEBSITE = "website";
  private static final Set<String> PIECES = Set.of("条", "篇", "则", "件", "");
  private static final Set<String> PIECES_OR_MATTERS = Set.of("条", "篇", "则", "件", "项");

  private final Lexicon lexicon;
  private final FrameReader frames;
  private final CasesInText cases;
  private final StatementMaker maker;
  private final boolean area;
  private final Sentence sentence;
  private final boolean doubtful;
  private final List<Quantity> quantities;
  private final List<Statement> said = new ArrayList<>();
  private final List<Statement> inTurn = new ArrayList<>();
  private final Map<Integer, RespectiveList.Told> turns;
  private final Set<Integer> unnamed = new HashSet<>();
  private final ListedSum sum;
  private final Set<String> several;

  /** Whether it names channels that can share a number. */
  private final boolean shares;

  /**
   * Reads a sentence.
   *
   * @param doubtful whether it can be of others
   */
  NumbersInText(
      Lexicon lexicon,
      FrameReader frames,
      CasesInText cases,
      StatementMaker maker,
      boolean area,
      Sentence sentence,
      List<Quantity> quantities,
      boolean doubtful) {
    this.lexicon = lexicon;
    this.frames = frames;
    this.cases = cases;
    this.maker = maker;
    this.area = area;
    this.sentence = sentence;
    this.quantities = quantities;
    this.doubtful = doubtful;
    this.turns = RespectiveList.of(sentence.words(), lexicon.language);
    this.sum = new ListedSum(lexicon);
    this.several = severalAccounts();
    this.shares = !quantities.isEmpty() && frames.channels().canShare(sentence.words());
  }

  /** What they state. */
  List<Statement> read() {
    Quantity unread = null;
    for (int i = 0; i < quantities.size(); i++) {
      Quantity quantity = quantities.get(i);
      Quantity before = i == 0 ? null : quantities.get(i - 1);
      RespectiveList.Told told = told(quantity, before);
      List<Statement> stated = read(quantity, before, unread, told);
      if (i + 1 < quantities.size()
          && lexicon.leftOut.isTwoMeasures(quantity, quantities.get(i + 1))) {
        stated.removeIf(Statement::isOfPublications);
      }
      unread = stated.isEmpty() ? quantity : null;
      if (told.turn() == NOT_IN_TURN) {
        addUp(quantity, stated);
      }
      if (stated.isEmpty()) {
        unnamed.add(told.turn());
        noteOtherAccount(quantity, before);
        addShared(quantity, told);
        doubtKind(quantity, before);
      }
      (told.turn() == NOT_IN_TURN ? said : inTurn).addAll(stated);
    }
    for (int i = 0; i < said.size(); i++) {
      Statement one = said.get(i);
      if (WEBSITE.equals(one.channel())
          && frames.channels().listsSite(sentence.words(), place(one.place()))) {
        said.set(i, one.ofAllChannels()); // 通过公开平台发布677条，其中网站387条、微信290条
      }
    }
    // what is told in turn is understood as a whole or not at all
    inTurn.stream().filter(s -> !unnamed.contains(turn(s))).forEach(said::add);
    Doubts.ofSeveral(several, said);
    Doubts.ofWhatIsSaidTwice(said);
    return said;
  }

  private int turn(Statement statement) {
    return Objects.requireNonNull(turns.get(place(statement.place()))).turn();
  }

  private int place(int inPassage) {
    return inPassage - sentence.start();
  }

  private RespectiveList.Told told(Quantity quantity, @Nullable Quantity before) {
    int place = place(quantity.place());
    RespectiveList.Told told = turns.get(place);
    return told == null
        ? new RespectiveList.Told(
            sentence.words(), place, Math.max(end(before), place - LONGEST_HEAD), NOT_IN_TURN)
        : told;
  }

  private int end(@Nullable Quantity before) {
    return before == null ? 0 : place(before.place()) + 1;
  }

  private List<Statement> read(
      Quantity quantity,
      @Nullable Quantity before,
      @Nullable Quantity unread,
      RespectiveList.Told told) {
    List<Statement> stated = read(quantity, told);
    if (stated.isEmpty() && before != null && lexicon.leftOut.isAdded(before, quantity, sentence)) {
      stated.addAll(read(quantity, LeftOut.inPlaceOf(before, told, sentence, LONGEST_HEAD)));
    }
    if (stated.isEmpty()
        && unread != null
        && (lexicon.leftOut.isIssues(unread, quantity)
            || lexicon.leftOut.isOfWays(unread, quantity, sentence))) {
      stated.addAll(read(quantity, LeftOut.without(unread, told, sentence, LONGEST_HEAD)));
      stated.removeIf(s -> !s.isOfPublications());
    }
    return stated;
  }

  private List<Statement> read(Quantity quantity, RespectiveList.Told told) {
    List<Statement> stated = new ArrayList<>();
    int place = place(quantity.place());
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
        stated.add(maker.counted(sentence, quantity, frame, certain, bound.narrowed()));
      }
    }
    return stated;
  }

  /** 微博、微信共发布12条: of both together, unless it is told in turn. */
  private void addShared(Quantity quantity, RespectiveList.Told told) {
    int place = place(quantity.place());
    if (!shares
        || told.turn() != NOT_IN_TURN
        || !PIECES.contains(quantity.unit())
        || isNumeral(quantity, sentence.words(), place)
        || !sentence.isOfTheYear(place)
        || sentence.isOfOthers(place, area)) {
      return;
    }
    Set<String> channels = frames.channels().sharing(told.words(), told.place(), told.from());
    if (channels.contains(WEBSITE) && frames.channels().listsSite(sentence.words(), place)
        || frames.channels().isOfListed(told.words(), told.place(), told.from())) {
      said.add(maker.ofAll(sentence, quantity, !doubtful && !quantity.split()));
    } else if (!channels.isEmpty()
        && !lexicon.notShared.isIn(told.words(), told.from(), told.place())) {
      said.add(maker.shared(sentence, quantity, channels, !doubtful && !quantity.split()));
    }
  }

  /** (1) and 1、 can be the number of an item of a list. */
  private static boolean isNumeral(Quantity quantity, String words, int place) {
    return quantity.unit().isEmpty()
        && (quantity.number().compareTo(BigDecimal.TEN) < 0
            || place > 0 && words.charAt(place - 1) == '('
            || words.startsWith("、", place + 1));
  }

  /** Understands a number that adds up what was listed as their sum. */
  private void addUp(Quantity quantity, List<Statement> stated) {
    int place = place(quantity.place());
    if (stated.stream().anyMatch(Statement::certain)
        || !frames.kinds().addsUp(sentence.words(), place)) {
      sum.add(quantity, stated);
      return;
    }
    sum.of(quantity)
        .filter(listed -> !sentence.isOfOthers(place, area))
        .ifPresent(
            listed -> {
              stated.clear();
              boolean certain = listed.certain() && !doubtful;
              stated.add(maker.counted(sentence, quantity, listed.frame(), certain, false));
            });
    if (stated.isEmpty() && !addPublishedKinds(quantity, stated)) {
      sum.kinds(quantity).ifPresent(kinds -> addKinds(kinds, quantity, stated));
    }
  }

  /** 网站公开动态64条，公告10条: the number of a kind is none of all on the site. */
  private void doubtKind(Quantity quantity, @Nullable Quantity before) {
    if (before == null || !PIECES.contains(quantity.unit())) {
      return;
    }
    int first = place(before.place());
    if (before.unit().equals(quantity.unit())
        && frames.kinds().isKindBehind(sentence.words(), first, place(quantity.place()))
        && frames.kinds().countsAKind(sentence.words(), first, 0)) {
      said.replaceAll(s -> s.place() == before.place() && s.isOfPublications() ? s.doubted() : s);
    }
  }

  /** 公开工作动态38条，财务2条，其他5条，合计45条: all that was published. */
  private boolean addPublishedKinds(Quantity quantity, List<Statement> stated) {
    List<Quantity> kinds = sum.published(quantity);
    int place = place(quantity.place());
    if (kinds.isEmpty() || !sentence.isOfTheYear(place) || sentence.isOfOthers(place, area)) {
      return false;
    }
    String words = sentence.words();
    for (int i = 1; i < kinds.size(); i++) {
      if (!frames
          .kinds()
          .isKindBehind(words, place(kinds.get(i - 1).place()), place(kinds.get(i).place()))) {
        return false;
      }
    }
    int first = kinds.getFirst().place();
    return frames
        .kinds()
        .ofSum(words, place(first), 0, quantity.unit())
        .filter(lexicon::isPublished)
        .map(
            frame -> {
              said.removeIf(s -> s.place() >= first);
              return stated.add(maker.counted(sentence, quantity, frame, !doubtful, false));
            })
        .orElse(false);
  }

  /** 例行发布会4次，专题发布会3次，共7次: neither of the first is the number of all. */
  private void addKinds(ListedSum.Kinds kinds, Quantity quantity, List<Statement> stated) {
    Statement thing = kinds.thing();
    if (thing == null) {
      said.replaceAll(s -> s.place() >= kinds.from() ? s.doubted() : s);
    } else {
      said.removeIf(s -> s.place() >= kinds.from());
      stated.add(maker.alike(thing, sentence, quantity, !doubtful));
    }
  }

  /** 两个公众号: what is told of one of them is no sum. */
  private Set<String> severalAccounts() {
    Set<String> accounts = new HashSet<>();
    for (Quantity quantity : quantities) {
      if (quantity.unit().equals("个") && quantity.number().compareTo(BigDecimal.ONE) > 0) {
        accounts.addAll(frames.channels().countedNouns(sentence.words(), place(quantity.place())));
      }
    }
    return accounts;
  }

  /** “甲”公众号推送文章12篇，“乙”公众号公开项目3项: there are two of them. */
  private void noteOtherAccount(Quantity quantity, @Nullable Quantity before) {
    int place = place(quantity.place());
    if (PIECES_OR_MATTERS.contains(quantity.unit())
        && sentence.isOfTheYear(place)
        && !sentence.isOfOthers(place, area)) {
      several.addAll(frames.channels().publishedOn(sentence.words(), place, end(before)));
    }
  }
}
