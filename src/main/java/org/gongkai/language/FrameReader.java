package org.gongkai.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.language.Clauses.Stretch;
import org.gongkai.language.Concepts.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sentences of a part of a text, one after the other: which frame a number belongs to.
 * What a clause does not name is what was named last.
 */
public final class FrameReader {

  /** So many signs that no word explains make nothing uncertain. */
  private static final int UNEXPLAINED = 1;

  /** With more, nothing is understood. */
  private static final int MOST_UNEXPLAINED = 6;

  /** So many outcomes are those of applications, whatever was named before. */
  private static final int SEVERAL = 2;

  private final Language language;
  private final char quantity;
  private @Nullable String named;
  private @Nullable String done;
  private boolean isNamed;
  private @Nullable String subject;
  private Clauses clauses;
  private final Attributes attributes;
  private final Channels channels;
  private final Causes causes;

  /** Behind the words that the number before has taken. */
  private int taken;

  /**
   * Begins a part.
   *
   * @param quantity stands for a number with its unit in sentences
   * @param named what the part is about, or null
   */
  public FrameReader(Language language, char quantity, @Nullable String named) {
    this.language = language;
    this.attributes = new Attributes(language.roles());
    this.channels = new Channels(language.roles());
    this.causes = new Causes(language.roles());
    this.quantity = quantity;
    this.named = named;
    this.subject = named;
    this.clauses = new Clauses("", quantity, List.of(), language.roles().accounts());
  }

  /**
   * A number, or none, of something.
   *
   * @param narrowed whether what it is of is described, so that it can be a part
   */
  public record Bound(Frame frame, int start, int end, boolean sure, boolean narrowed) {

    Bound doubted() {
      return new Bound(frame, start, end, false, narrowed);
    }

    Bound ofDescribed() {
      return new Bound(frame, start, end, sure, true);
    }
  }

  /**
   * What is said of all that a number counts, without a number.
   *
   * @param of frames of which one has its number; none where it says that there is none left
   * @param ofOne whether it is said of a single one: 1件，结果维持
   */
  public record Whole(
      Frame frame, Set<String> of, boolean ofOne, int start, int end, boolean sure) {}

  /** Goes on behind a sentence that was read. */
  public void passed(String sentence) {
    Clauses its = read(sentence);
    for (Token token : its.tokens()) {
      if (isThing(token) && isNamed(its, token, sentence.length())) {
        named = token.concept();
        isNamed = true;
      } else if (isAct(token)) {
        done = token.concept();
      }
    }
  }

  /** What was named last, or null. */
  public @Nullable String named() {
    return named;
  }

  /** Forgets what was named, as at a new heading. */
  public void begin(@Nullable String about) {
    named = about;
    subject = about;
    done = null;
  }

  /**
   * What a number is of; where it is 0, it may be of several matters.
   *
   * @param place of its sign
   * @param from where its words begin at the earliest
   * @param unit that it is counted in
   */
  public List<Bound> of(String sentence, int place, int from, String unit, boolean zero) {
    Clauses its = read(sentence);
    Situation situation = situation(its, place, unit);
    Stretch before = described(its.before(place, Math.max(from, taken)), its);
    Set<String> said = before.said();
    List<Token> right = its.rightBehind(place, this::isNoun, language.roles().about());
    Optional<Token> described =
        right.isEmpty() ? attributes.behind(place, said, its) : Optional.empty();
    List<Token> nouns = described.map(List::of).orElse(right);
    boolean decided = !language.roles().weak().containsAll(said);
    if ((decided || said.contains(Language.RESULTS)) && (its.opensClause(place) || !decided)) {
      Optional<Bound> bound = behind(its, place, Set.of(), situation);
      if (bound.isPresent()) {
        return List.of(bound.get());
      }
    }
    if (!decided && !nouns.isEmpty()) {
      Optional<Bound> bound = behind(its, place, said, situation);
      if (bound.isPresent() && !bound.get().frame().maybe().contains(Clauses.meaning(nouns))) {
        // 尚有6件申请未到答复期，结转下年
        Optional<Bound> through =
            bound.get().sure() ? Optional.empty() : throughClause(its, place, situation);
        return List.of(through.filter(Bound::sure).orElse(bound.get()));
      }
    }
    boolean strange =
        nouns.isEmpty() && its.isStrangeBehind(place) && said.stream().noneMatch(this::isNoun);
    if (!strange) {
      Set<String> whole = new HashSet<>(said);
      whole.addAll(Clauses.meaning(nouns));
      List<Bound> bound = new ArrayList<>();
      if (zero && described.isEmpty()) {
        addNone(whole, situation, before.unexplained(), place, place + 1, bound);
      }
      if (bound.isEmpty()) {
        boolean loose = !nouns.isEmpty() && its.isStrangeBehind(nouns.getLast());
        match(whole, before, situation, place)
            .map(one -> loose ? one.doubted() : one)
            .map(one -> described.isPresent() ? one.ofDescribed() : one)
            .ifPresent(bound::add);
      }
      if (!bound.isEmpty()) {
        return bound;
      }
    }
    if (decided && !its.opensClause(place)) {
      return ofAccount(its, place, before, situation).map(List::of).orElse(List.of());
    }
    Optional<Bound> bound = decided ? Optional.empty() : behind(its, place, said, situation);
    if (bound.filter(Bound::sure).isPresent()) {
      return List.of(bound.get());
    }
    return throughClause(its, place, situation).or(() -> bound).map(List::of).orElse(List.of());
  }

  /** The words without those that only describe what others name. */
  private Stretch described(Stretch words, Clauses its) {
    return causes.inShort(channels.together(attributes.without(words, its), its), its);
  }

  /** By the account that the clause before has named: 微信公众号关注3万人，全年发布信息412条. */
  private Optional<Bound> ofAccount(Clauses its, int place, Stretch before, Situation situation) {
    Set<String> said = before.said();
    if (!language.roles().spread().containsAll(said)) {
      return Optional.empty();
    }
    return its.account(
            place, before, this::isChannel, language.roles().reached(), language.roles().spread())
        .or(() -> said.isEmpty() ? Optional.empty() : its.means(place, this::isChannel))
        .flatMap(
            account -> {
              Set<String> both = new HashSet<>(said);
              both.add(account);
              return match(both, before, situation, place);
            });
  }

  private boolean isChannel(String concept) {
    return language.roles().nouns().contains(concept);
  }

  /** By the clause behind that of a number: 另外1件因需征求意见，结转下年度办理. */
  private Optional<Bound> throughClause(Clauses its, int place, Situation situation) {
    Set<String> own = its.behind(place).said();
    Stretch next = its.nextClause(place);
    Set<String> said = next.said();
    if (said.isEmpty()) {
      return Optional.empty();
    }
    for (Frame frame : language.goingOn()) {
      if (frame.through().containsAll(own)
          && frame.sure().stream().anyMatch(set -> explains(set, frame, said))
          && (frame.context() == null || frame.context().equals(situation.thing()))) {
        boolean sure = next.unexplained() <= UNEXPLAINED && !situation.unsure();
        return Optional.of(new Bound(frame, place, place + 1, sure, false));
      }
    }
    return Optional.empty();
  }

  /** By the words behind a number, where none before it decides. */
  private Optional<Bound> behind(Clauses its, int place, Set<String> said, Situation situation) {
    Stretch behind = its.behind(place);
    if (behind.tokens().isEmpty()) {
      return Optional.empty();
    }
    Set<String> both = new HashSet<>(said);
    both.addAll(behind.said());
    Optional<Bound> bound = match(both, behind, situation, place);
    if (bound.isPresent()) {
      taken = behind.end();
    }
    return bound;
  }

  /** Of what a sentence says that there is none. */
  public List<Bound> none(String sentence) {
    List<Bound> bound = new ArrayList<>();
    Clauses its = read(sentence);
    int until = 0;
    for (Token token : its.tokens()) {
      if (token.concept().equals(Language.ZERO)) {
        Stretch before = its.before(token.start(), 0);
        Situation situation = situation(its, token.start(), "");
        addZero(its, before, situation, token, bound);
      } else if (token.concept().equals(Language.NONE)
          && token.start() >= until
          && !its.leadsToNumber(token.start())) {
        Stretch following = causes.inShort(its.following(token), its);
        Set<String> said = following.said();
        said.addAll(its.rightBefore(token, language.roles().when()));
        addNone(
            said,
            situation(its, token.start(), ""),
            following.unexplained(),
            token.start(),
            following.end(),
            bound);
        until = following.end();
      }
    }
    return bound;
  }

  /** 答复数为0: nothing else that can be denied, but a number that is 0. */
  private void addZero(
      Clauses its, Stretch before, Situation situation, Token zero, List<Bound> into) {
    int known = into.size();
    addNone(before.said(), situation, before.unexplained(), zero.start(), zero.end(), into);
    if (into.size() == known && !its.isStrangeInFrontOf(before)) {
      match(before.said(), before, situation, zero.start())
          .map(one -> new Bound(one.frame(), zero.start(), zero.end(), one.sure(), one.narrowed()))
          .ifPresent(into::add);
    }
  }

  /** Of what a sentence says that all are so. */
  public List<Whole> wholes(String sentence) {
    List<Whole> wholes = new ArrayList<>();
    Clauses its = read(sentence);
    for (Token token : its.tokens()) {
      if (token.concept().equals(Language.ALL_OF) && !its.leadsToNumber(token.start())) {
        addWholes(its, token, its.following(token), false, wholes);
      } else if (its.beginsClause(token) && !its.leadsToNumber(token.start())) {
        addWholes(its, token, its.from(token), !its.opensBracketOfNumber(token), wholes);
      }
    }
    return wholes;
  }

  private void addWholes(
      Clauses its, Token all, Stretch following, boolean ofOne, List<Whole> into) {
    Set<String> said = following.said();
    List<Frame> frames = language.ofAll(said);
    if (frames.isEmpty()) {
      return;
    }
    Situation situation = situation(its, all.start(), "");
    boolean sure = following.unexplained() <= UNEXPLAINED && !situation.unsure();
    boolean rest = its.saysBefore(all.end(), Language.ANOTHER); // 其余均为自然人: not those before
    for (Frame frame : frames) {
      boolean counted =
          !frame.of().isEmpty()
              && !rest
              && frame.sure().stream()
                  .anyMatch(
                      set -> explains(set, frame, said) && situation.isAbout(frame, set, said));
      boolean over =
          !ofOne
              && frame.done().contains(said)
              && situation.isAbout(frame, said, said)
              && !situation.mentions(frame);
      if (counted || over) {
        Set<String> of = counted ? frame.of() : Set.of();
        into.add(new Whole(frame, of, ofOne, all.start(), following.end(), sure));
      }
    }
  }

  /** Whether a sentence, and what went before it, names nothing but these matters. */
  public boolean speaksOnlyOf(Set<String> matters, String sentence) {
    return (named == null || matters.contains(named))
        && read(sentence).tokens().stream()
            .allMatch(token -> !isThing(token) || matters.contains(token.concept()));
  }

  /** Whether a sentence has a word of one of these concepts. */
  public boolean mentions(Set<String> concepts, String sentence) {
    return read(sentence).tokens().stream().anyMatch(t -> concepts.contains(t.concept()));
  }

  /** Whether the clause of a number adds up what was listed before it. */
  public boolean addsUp(String sentence, int place) {
    return read(sentence).addsUp(place, language.roles().totals());
  }

  /** What there are so many of that its name follows right behind: 2个公众号. */
  public Set<String> countedNouns(String sentence, int place) {
    return Clauses.meaning(read(sentence).rightBehind(place, this::isChannel, Set.of()));
  }

  /** The account on which something was published, as the words before a number say. */
  public Set<String> publishedOn(String sentence, int place, int from) {
    Set<String> said = read(sentence).before(place, from).said();
    boolean published = language.roles().spread().stream().anyMatch(said::contains);
    said.removeIf(one -> !isChannel(one));
    boolean one = said.size() == 1 && language.roles().accounts().containsAll(said);
    return published && one ? said : Set.of();
  }

  private Clauses read(String sentence) {
    if (!clauses.isOf(sentence)) {
      clauses =
          new Clauses(sentence, quantity, language.read(sentence), language.roles().accounts());
      taken = 0;
    }
    return clauses;
  }

  private boolean isThing(Token token) {
    return language.roles().things().contains(token.concept());
  }

  /** What stands aside, or is what applications are about, is not what is spoken of. */
  private static boolean isNamed(Clauses its, Token token, int place) {
    return !its.isAside(token, place)
        && !(token.concept().equals(Language.OTHER_THING) && its.isBehind(token, Language.TOPIC));
  }

  /** 其中全部公开12件、部分公开3件，不予公开1件: of what there are so many outcomes is not in doubt. */
  private boolean tellsOfOutcomes(Clauses its, int least) {
    Set<String> outcomes = new HashSet<>(its.said());
    outcomes.retainAll(language.roles().outcomes());
    return outcomes.size() > least;
  }

  private boolean isAct(Token token) {
    return language.roles().acts().contains(token.concept());
  }

  private boolean isAsker(String concept) {
    return language.roles().askers().contains(concept);
  }

  private boolean isNoun(String concept) {
    return language.roles().things().contains(concept)
        || language.roles().nouns().contains(concept);
  }

  private Situation situation(Clauses its, int place, String unit) {
    String thing = named;
    String act = done;
    Set<String> before = new HashSet<>();
    for (Token token : its.tokens()) {
      if (token.end() > place) {
        break;
      }
      before.add(token.concept());
      thing = isThing(token) && isNamed(its, token, place) ? token.concept() : thing;
      act = isAct(token) ? token.concept() : act;
    }
    boolean partOfUnnamed =
        !isNamed
            && !its.tokens().isEmpty()
            && its.tokens().getFirst().concept().equals(Language.OF_WHICH)
            && !tellsOfOutcomes(its, SEVERAL);
    return new Situation(
        thing,
        act,
        before,
        its.said(),
        its.besideNumber(place),
        unit,
        its.addsUp(place, language.roles().totals()),
        its.isListed(place),
        tellsOfOutcomes(its, Language.APPLICATION.equals(subject) ? 1 : SEVERAL),
        partOfUnnamed || its.opensWithTopic(place) || its.namesAMonthBehind(place));
  }

  /** The frame that explains most. */
  private Optional<Bound> match(Set<String> said, Stretch words, Situation situation, int place) {
    int unexplained = words.unexplained();
    if (unexplained > MOST_UNEXPLAINED || said.isEmpty()) {
      return Optional.empty();
    }
    Set<String> withAct = new HashSet<>(said);
    if (situation.act() != null) {
      withAct.add(situation.act());
    }
    Language.Choice best = null;
    for (Language.Choice choice : language.choices(withAct)) {
      Frame frame = choice.frame();
      boolean inherits = situation.act() != null && frame.inherits().contains(situation.act());
      if (choice.isBetterThan(best)
          && explains(choice.set(), frame, inherits ? withAct : said)
          && situation.isAbout(frame, choice.set(), said)
          && !(words.named() && frame.whole())
          && situation.allows(frame)) {
        best = choice;
      }
    }
    if (best == null) {
      return Optional.empty();
    }
    boolean withOthers =
        words.continues()
            && words.tokens().stream()
                .filter(token -> !token.isFiller())
                .findFirst()
                .filter(token -> language.roles().nouns().contains(token.concept()))
                .isPresent();
    boolean some =
        words.narrowed()
            || language.roles().unmarked().contains(best.frame().id())
                && clauses.isStrangeInFrontOf(words);
    boolean part = some && situation.before().contains(Language.OF_WHICH);
    boolean sure =
        best.sure()
            && !part
            && !withOthers
            && unexplained <= UNEXPLAINED
            && situation.isSure(best.frame());
    return Optional.of(new Bound(best.frame(), place, place + 1, sure, words.narrowed()));
  }

  /** Whether everything that is said is of the set, or can stand beside it. */
  private boolean explains(Set<String> set, Frame frame, Set<String> said) {
    Set<String> idle = language.roles().idle();
    return said.containsAll(set)
        && said.stream()
            .allMatch(one -> set.contains(one) || frame.may().contains(one) || idle.contains(one));
  }

  /** What is said only as the cause of something else is not itself denied. */
  private boolean isAllAbout(Frame frame, Set<String> set, Set<String> said) {
    return language.roles().about().stream()
        .allMatch(one -> !said.contains(one) || set.contains(one) || frame.may().contains(one));
  }

  private void addNone(
      Set<String> words,
      Situation situation,
      int unexplained,
      int start,
      int end,
      List<Bound> into) {
    Set<String> said = new HashSet<>(words);
    List<String> asking = said.stream().filter(this::isAsker).toList();
    if (asking.size() > 1 || !language.roles().few().containsAll(asking)) {
      said.removeAll(language.roles().askers());
    }
    said.remove(Language.NONE);
    if (unexplained > MOST_UNEXPLAINED || said.isEmpty()) {
      return;
    }
    Map<Frame, Set<String>> frames = new LinkedHashMap<>();
    Set<String> explained = new HashSet<>();
    for (Frame frame : language.ofNone(said)) {
      frame.none().stream()
          .filter(set -> said.containsAll(set) && situation.isAbout(frame, set, said))
          .filter(set -> isAllAbout(frame, set, said) && situation.follows(frame))
          .max(Comparator.comparingInt(Set::size))
          .ifPresent(
              set -> {
                frames.put(frame, set);
                explained.addAll(set);
                explained.addAll(frame.may());
                explained.addAll(frame.beside());
              });
    }
    if (!explained.containsAll(said)) {
      return;
    }
    frames.forEach(
        (frame, set) -> {
          boolean partOfAnother =
              frames.values().stream()
                  .anyMatch(other -> other.size() > set.size() && other.containsAll(set));
          if (!partOfAnother) {
            boolean sure = unexplained <= UNEXPLAINED && !situation.unsure();
            into.add(new Bound(frame, start, end, sure, false));
          }
        });
  }
}
