package org.gongkai.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

  private final Language language;
  private final char quantity;
  private final Course course;
  private final FrameChoice choice;
  private final Attributes attributes;
  private final Channels channels;
  private final Causes causes;
  private final AccountBefore accounts;
  private final Denials denials;
  private final Wholes wholes;
  private Clauses clauses;

  /** Behind the words that the number before has taken. */
  private int taken;

  /**
   * Begins a part.
   *
   * @param quantity stands for a number with its unit in sentences
   * @param subject what the part is about, or null
   */
  public FrameReader(Language language, char quantity, @Nullable String subject) {
    this.language = language;
    this.quantity = quantity;
    this.course = new Course(language.roles(), subject);
    this.choice = new FrameChoice(language);
    this.attributes = new Attributes(language.roles());
    this.channels = new Channels(language.roles());
    this.causes = new Causes(language.roles());
    this.accounts = new AccountBefore(language.roles());
    this.denials = new Denials(language, course, choice, causes);
    this.wholes = new Wholes(language, course, choice);
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
    course.passed(read(sentence));
  }

  /** What was named last, or null. */
  public @Nullable String named() {
    return course.named();
  }

  /** Forgets what was named, as at a new heading. */
  public void begin(@Nullable String about) {
    course.begin(about);
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
    Situation situation = course.at(its, place, unit);
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
        denials.add(whole, situation, before.unexplained(), place, place + 1, bound);
      }
      if (bound.isEmpty()) {
        boolean loose = !nouns.isEmpty() && its.isStrangeBehind(nouns.getLast());
        choice
            .of(whole, before, situation, place, its)
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
    return accounts
        .of(place, before, its)
        .flatMap(
            account -> {
              Set<String> both = new HashSet<>(said);
              both.add(account);
              return choice.of(both, before, situation, place, its);
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
          && frame.sure().stream().anyMatch(set -> choice.explains(set, frame, said))
          && (frame.context() == null || frame.context().equals(situation.thing()))) {
        boolean sure = next.unexplained() <= FrameChoice.UNEXPLAINED && !situation.unsure();
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
    Optional<Bound> bound = choice.of(both, behind, situation, place, its);
    if (bound.isPresent()) {
      taken = behind.end();
    }
    return bound;
  }

  /** Of what a sentence says that there is none. */
  public List<Bound> none(String sentence) {
    return denials.in(read(sentence));
  }

  /** Of what a sentence says that all are so. */
  public List<Whole> wholes(String sentence) {
    return wholes.in(read(sentence));
  }

  /** Whether a sentence, and what went before it, names nothing but these matters. */
  public boolean speaksOnlyOf(Set<String> matters, String sentence) {
    return course.speaksOnlyOf(matters, read(sentence));
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

  private boolean isNoun(String concept) {
    return language.roles().things().contains(concept)
        || language.roles().nouns().contains(concept);
  }
}
