package org.gongkai.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.language.Concepts.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sentences of a part of a text, one after the other: which frame a number belongs to.
 * What a clause does not name is what was named last.
 */
public final class FrameReader {

  private final ReportLanguage language;
  private final RoleConcepts roles;
  private final ReadSentences sentences;
  private final Course course;
  private final FrameChoice choice;
  private final WordsOfNumber words;
  private final Denials denials;
  private final Wholes wholes;
  private final ChannelsOfNumber channels;
  private final KindsOfNumber kinds;

  /**
   * Begins a part.
   *
   * @param quantity stands for a number with its unit in sentences
   * @param subject what the part is about, or null
   */
  public FrameReader(ReportLanguage language, char quantity, @Nullable String subject) {
    this.language = language;
    this.roles = language.roles();
    this.sentences = new ReadSentences(language, quantity);
    this.course = new Course(roles, language.number(subject), sentences::fresh);
    this.choice = new FrameChoice(language);
    Causes causes = new Causes(roles);
    this.words = new WordsOfNumber(roles, causes);
    this.denials = new Denials(language, course, choice, causes);
    this.wholes = new Wholes(language, course);
    this.channels = new ChannelsOfNumber(language, sentences);
    this.kinds = new KindsOfNumber(roles, sentences, course, choice);
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
   * @param with the frame whose number must stand right before it, alone or listed with its like;
   *     null where another may stand between
   * @param ofOne whether it is said of a single one: 1件，结果维持
   */
  public record Whole(
      Frame frame,
      Set<String> of,
      @Nullable String with,
      boolean ofOne,
      int start,
      int end,
      boolean sure) {}

  /** Goes on behind a sentence that was read. */
  public void passed(String sentence) {
    course.passed(sentences.read(sentence));
  }

  /** Goes on behind sentences before a heading, of which it does not matter what they say. */
  public void passedOver(List<String> passed) {
    course.passedOver(passed);
  }

  /** What was named last, or null. */
  public @Nullable String named() {
    return course.named() < 0 ? null : language.name(course.named());
  }

  /** Forgets what was named, as at a new heading. */
  public void begin(@Nullable String about) {
    course.begin(language.number(about));
  }

  /**
   * What a number is of; where it is 0, it may be of several matters.
   *
   * @param place of its sign
   * @param from where its words begin at the earliest
   * @param unit that it is counted in
   */
  public List<Bound> of(String sentence, int place, int from, String unit, boolean zero) {
    Clauses its = sentences.read(sentence);
    Situation situation = course.at(its, place, unit, zero);
    if (zero) {
      course.none(sentence, place);
    }
    Stretch before = words.before(place, sentences.leftFrom(from), its);
    ConceptSet said = before.said();
    boolean opens = its.marks().opensClause(place);
    boolean decided = !roles.weak.hasAll(said);
    if ((decided || said.has(roles.results)) && (opens || !decided)) {
      Optional<Bound> bound = behind(its, place, ConceptSet.NONE, situation);
      if (bound.isPresent()) {
        return List.of(bound.get());
      }
    }
    List<Token> right = words.counted(place, its);
    Token described = right.isEmpty() ? words.described(place, said, its) : null;
    List<Token> nouns = described == null ? right : List.of(described);
    if (decided && !opens) {
      Optional<Bound> account = ofAccount(its, place, before, situation);
      if (account.isPresent()) {
        return List.of(account.get());
      }
    }
    if (!decided && !nouns.isEmpty()) {
      Optional<Bound> ofEach = ofEach(its, place, said, situation);
      if (ofEach.isPresent()) {
        return List.of(ofEach.get());
      }
      Optional<Bound> bound = behind(its, place, said, situation);
      if (bound.isPresent() && !language.isUnsure(bound.get().frame(), ConceptSet.of(nouns))) {
        // 尚有6件申请未到答复期，结转下年
        Optional<Bound> through =
            bound.get().sure() ? Optional.empty() : throughClause(its, place, situation);
        return List.of(through.filter(Bound::sure).orElse(bound.get()));
      }
    }
    if (!nouns.isEmpty() || said.hasOneOf(roles.counted) || !its.isStrangeBehind(place)) {
      List<Bound> bound = by(before, nouns, described != null, situation, place, zero, its);
      if (!bound.isEmpty()) {
        if (!nouns.isEmpty()) {
          sentences.take(nouns.getLast().end()); // 访谈 is no word of the next one: 12期访谈、9期征集
        }
        return bound;
      }
    }
    if (decided && !opens) {
      return List.of();
    }
    Optional<Bound> bound = decided ? Optional.empty() : behind(its, place, said, situation);
    if (bound.filter(Bound::sure).isPresent()) {
      return List.of(bound.get());
    }
    return throughClause(its, place, situation).or(() -> bound).map(List::of).orElse(List.of());
  }

  /** By what is said of each of several behind the last of them: 3件复议、2件诉讼尚未审结. */
  private Optional<Bound> ofEach(Clauses its, int place, ConceptSet said, Situation situation) {
    ConceptSet each = new Ellipsis(its).saidOfEach(place, roles.together);
    if (each.isEmpty() || each.has(roles.allOf)) {
      return Optional.empty();
    }
    Stretch behind = its.behind(place);
    Optional<Bound> bound =
        choice.of(said.with(behind.said()).with(each), behind, situation, place, its);
    if (bound.isPresent()) {
      sentences.take(behind.end());
    }
    return bound;
  }

  /** By the words before it, and what is counted behind it. */
  private List<Bound> by(
      Stretch before,
      List<Token> nouns,
      boolean described,
      Situation situation,
      int place,
      boolean zero,
      Clauses its) {
    ConceptSet whole = before.said().with(ConceptSet.of(nouns));
    List<Bound> bound = new ArrayList<>();
    if (zero && !described) {
      denials.add(whole, situation, before.unexplained(), place, place + 1, bound);
    }
    if (bound.isEmpty()) {
      boolean loose = !nouns.isEmpty() && its.isStrangeBehind(nouns.getLast());
      choice
          .of(whole, before, situation, place, its)
          .map(one -> loose ? one.doubted() : one)
          .map(one -> described ? one.ofDescribed() : one)
          .ifPresent(bound::add);
    }
    return bound;
  }

  /** By the account that the clause before has named: 微信公众号关注3万人，全年发布信息412条. */
  private Optional<Bound> ofAccount(Clauses its, int place, Stretch before, Situation situation) {
    if (!roles.spread.hasAll(before.said())) {
      return Optional.empty();
    }
    int account = words.account(place, before, its);
    return account < 0
        ? Optional.empty()
        : choice.of(before.said().with(account), before, situation, place, its);
  }

  /** By the clause behind that of a number: 另外1件因需征求意见，结转下年度办理. */
  private Optional<Bound> throughClause(Clauses its, int place, Situation situation) {
    Stretch next = new Ellipsis(its).nextClause(place);
    if (next.said().isEmpty()) {
      return Optional.empty();
    }
    ConceptSet own = its.behind(place).said();
    for (CompiledFrame frame : language.goingOn()) {
      if (frame.through().hasAll(own)
          && frame.isSaid(next.said(), roles.idle)
          && (frame.context() < 0 || frame.context() == situation.thing())) {
        boolean sure = next.unexplained() <= FrameChoice.UNEXPLAINED && !situation.unsure();
        return Optional.of(new Bound(frame.frame(), place, place + 1, sure, false));
      }
    }
    return Optional.empty();
  }

  /** By the words behind a number, where none before it decides. */
  private Optional<Bound> behind(Clauses its, int place, ConceptSet said, Situation situation) {
    Stretch behind = its.behind(place);
    if (behind.tokens().isEmpty()) {
      return Optional.empty();
    }
    Optional<Bound> bound = choice.of(said.with(behind.said()), behind, situation, place, its);
    if (bound.isPresent()) {
      sentences.take(behind.end());
    }
    return bound;
  }

  /** Of what a sentence says that there is none. */
  public List<Bound> none(String sentence) {
    return denials.in(sentences.read(sentence));
  }

  /** Of what a sentence says that all are so. */
  public List<Whole> wholes(String sentence) {
    return wholes.in(sentences.read(sentence));
  }

  /** Whether a sentence, and what went before it, names nothing but these matters. */
  public boolean speaksOnlyOf(Set<String> matters, String sentence) {
    return course.speaksOnlyOf(language.concepts(matters), sentences.read(sentence));
  }

  /** Whether a sentence has a word of one of these concepts. */
  public boolean mentions(Set<String> concepts, String sentence) {
    return sentences.read(sentence).said().hasOneOf(language.concepts(concepts));
  }

  /** Which channels a sentence names for a number. */
  public ChannelsOfNumber channels() {
    return channels;
  }

  /** Which numbers of a sentence are those of kinds. */
  public KindsOfNumber kinds() {
    return kinds;
  }
}
