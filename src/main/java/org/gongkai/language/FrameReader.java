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

  private final Language language;
  private final RoleConcepts roles;
  private final char quantity;
  private final Course course;
  private final FrameChoice choice;
  private final Attributes attributes;
  private final Channels channels;
  private final Columns columns;
  private final Causes causes;
  private final AccountBefore accounts;
  private final Denials denials;
  private final Wholes wholes;

  private Clauses clauses;

  /** What was read before that: a number that is told in turn is read in words of its own. */
  private Clauses before;

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
    this.roles = language.roles();
    this.quantity = quantity;
    this.course = new Course(roles, language.number(subject), this::clauses);
    this.choice = new FrameChoice(language);
    this.attributes = new Attributes(roles);
    this.channels = new Channels(roles);
    this.columns = new Columns(roles);
    this.causes = new Causes(roles);
    this.accounts = new AccountBefore(roles);
    this.denials = new Denials(language, course, choice, causes);
    this.wholes = new Wholes(language, course);
    this.clauses = clauses("");
    this.before = clauses;
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
    course.passed(read(sentence));
  }

  /** Goes on behind sentences before a heading, of which it does not matter what they say. */
  public void passedOver(List<String> sentences) {
    course.passedOver(sentences);
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
    Clauses its = read(sentence);
    Situation situation = course.at(its, place, unit);
    Stretch words = words(its, place, from);
    ConceptSet said = words.said();
    boolean opens = its.marks().opensClause(place);
    boolean decided = !roles.weak.hasAll(said);
    if ((decided || said.has(roles.results)) && (opens || !decided)) {
      Optional<Bound> bound = behind(its, place, ConceptSet.NONE, situation);
      if (bound.isPresent()) {
        return List.of(bound.get());
      }
    }
    List<Token> right = its.rightBehind(place, roles.counted, roles.about);
    Token described = right.isEmpty() ? attributes.behind(place, said, its) : null;
    List<Token> nouns = described == null ? right : List.of(described);
    if (decided && !opens) {
      Optional<Bound> account = ofAccount(its, place, words, situation);
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
      List<Bound> bound = by(words, nouns, described != null, situation, place, zero, its);
      if (!bound.isEmpty()) {
        if (!nouns.isEmpty()) {
          taken = nouns.getLast().end(); // 访谈 is no word of the next one: 12期访谈、9期征集
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
      taken = behind.end();
    }
    return bound;
  }

  /** By the words before it, and what is counted behind it. */
  private List<Bound> by(
      Stretch words,
      List<Token> nouns,
      boolean described,
      Situation situation,
      int place,
      boolean zero,
      Clauses its) {
    ConceptSet whole = words.said().with(ConceptSet.of(nouns));
    List<Bound> bound = new ArrayList<>();
    if (zero && !described) {
      denials.add(whole, situation, words.unexplained(), place, place + 1, bound);
    }
    if (bound.isEmpty()) {
      boolean loose = !nouns.isEmpty() && its.isStrangeBehind(nouns.getLast());
      choice
          .of(whole, words, situation, place, its)
          .map(one -> loose ? one.doubted() : one)
          .map(one -> described ? one.ofDescribed() : one)
          .ifPresent(bound::add);
    }
    return bound;
  }

  /** The words before a number, without those that only describe what others name. */
  private Stretch words(Clauses its, int place, int from) {
    Stretch words = columns.onSite(its.before(place, Math.max(from, taken)), its);
    Token column = columns.first(words, its);
    if (column != null) {
      words = accounts.inColumn(words, column, place, its);
    }
    boolean ofItems = !its.rightBehind(place, ConceptSet.of(roles.item), ConceptSet.NONE).isEmpty();
    words = attributes.suchAs(words, place, ofItems, its);
    return causes.inShort(channels.together(attributes.without(words, its), its), its);
  }

  /** By the account that the clause before has named: 微信公众号关注3万人，全年发布信息412条. */
  private Optional<Bound> ofAccount(Clauses its, int place, Stretch words, Situation situation) {
    if (!roles.spread.hasAll(words.said())) {
      return Optional.empty();
    }
    int account = accounts.of(place, words, its);
    return account < 0
        ? Optional.empty()
        : choice.of(words.said().with(account), words, situation, place, its);
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
    return course.speaksOnlyOf(language.concepts(matters), read(sentence));
  }

  /** Whether a sentence has a word of one of these concepts. */
  public boolean mentions(Set<String> concepts, String sentence) {
    return read(sentence).said().hasOneOf(language.concepts(concepts));
  }

  /** Whether the clause of a number adds up what was listed before it. */
  public boolean addsUp(String sentence, int place) {
    return read(sentence).marks().addsUp(place, roles.totals);
  }

  /**
   * Whether words between two numbers only name another kind of what the first counts: 动态64条，公告10条.
   */
  public boolean isKindBehind(String sentence, int before, int place) {
    Clauses its = read(sentence);
    ConceptSet said = its.from(before + 1, place).said();
    return its.marks().goesOn(before, place)
        && !said.hasOneOf(roles.acts)
        && !said.hasOneOf(roles.nouns)
        && !said.hasOneOf(roles.weak);
  }

  /** Whether the words before a number name a kind, and not all that was published: 公开动态64条. */
  public boolean countsAKind(String sentence, int place, int from) {
    Clauses its = read(sentence);
    Stretch words = its.before(place, from);
    Token last = null;
    for (Token token : words.tokens()) {
      last = token.isFiller() ? last : token;
    }
    return last != null
        && !words.said().has(roles.item)
        && (last.concept() == roles.piece
            || last.end() < place && !its.marks().begins(last.end(), roles.totals));
  }

  /** What the sum of kinds is of, of which a clause lists the first: 网站公开动态3条，公告2条，合计5条. */
  public Optional<Frame> ofKinds(String sentence, int place, int from, String unit) {
    Clauses its = read(sentence);
    Stretch words = its.before(place, from);
    ConceptSet channels = its.said().among(roles.channelNames);
    if (!words.said().hasOneOf(roles.spread)
        || !roles.main.hasAll(channels)
        || !words.said().hasAll(channels)) {
      return Optional.empty();
    }
    ConceptSet all = words.said().without(ConceptSet.NONE.with(roles.piece)).with(roles.item);
    return choice.of(all, words, course.at(its, place, unit), place, its).map(Bound::frame);
  }

  /** What there are so many of that its name follows right behind: 2个公众号. */
  public Set<String> countedNouns(String sentence, int place) {
    return language.names(
        ConceptSet.of(read(sentence).rightBehind(place, roles.nouns, ConceptSet.NONE)));
  }

  /** The account on which something was published, as the words before a number say. */
  public Set<String> publishedOn(String sentence, int place, int from) {
    ConceptSet said = read(sentence).before(place, from).said();
    ConceptSet channels = said.among(roles.nouns);
    return said.hasOneOf(roles.spread) && channels.size() == 1 && roles.accounts.hasAll(channels)
        ? language.names(channels)
        : Set.of();
  }

  /** Whether the list behind a number names a site among its channels: 公开12条，其中网站5条、微信7条. */
  public boolean listsSite(String sentence, int place) {
    Clauses its = read(sentence);
    int list = its.marks().listBehind(place);
    if (list < 0) {
      return false;
    }
    int site = -1;
    boolean others = false;
    for (Token token : its.tokens()) {
      if (token.start() < list || !roles.channelNames.has(token.concept())) {
        continue;
      }
      if (site < 0
          && (!roles.main.has(token.concept()) || its.marks().hasNumber(list, token.start()))) {
        return false; // 网站发布12条，其中动态5条，微信发布7条
      }
      site = site < 0 ? token.concept() : site;
      others |= token.concept() != site;
    }
    return others;
  }

  /** Whether a sentence names channels of which several can share a number. */
  public boolean namesSharing(String sentence) {
    return read(sentence).count(roles.sharing) > 1;
  }

  /**
   * The channels that a number is the sum of, as the words before it say: 微博、微信共发布12条; none where
   * the words say more, or can mean that each of them, or both at once, published so many.
   */
  public Set<String> sharedBy(String sentence, int place, int from) {
    Clauses its = read(sentence);
    Stretch words = its.before(place, Math.max(from, taken));
    // “两微一端” is a word in quotes, and no name
    boolean named =
        words.named()
            && words.tokens().stream().noneMatch(t -> Names.OPENS.has(sentence.charAt(t.start())));
    ConceptSet channels = words.said().among(roles.sharing);
    boolean shared =
        !named
            && !words.continues()
            && words.unexplained() <= FrameChoice.UNEXPLAINED
            && channels.size() > 1
            && roles.ofSharing.hasAll(words.said())
            && !its.isStrangeBehind(place)
            && roles.ofSharing.hasAll(
                ConceptSet.of(its.rightBehind(place, roles.counted, ConceptSet.NONE)));
    return shared ? language.names(channels) : Set.of();
  }

  private Clauses read(String sentence) {
    if (!clauses.isOf(sentence)) {
      Clauses other = before;
      before = clauses;
      clauses = other.isOf(sentence) ? other : clauses(sentence);
      taken = 0;
    }
    return clauses;
  }

  private Clauses clauses(String sentence) {
    return new Clauses(sentence, quantity, language.read(sentence), roles);
  }
}
