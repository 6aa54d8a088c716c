package org.gongkai.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How reports speak: words, and the frames in which numbers are understood. */
public final class ReportLanguage {

  /** The concept of words before what there is none of. */
  static final String NONE = "none";

  /** The concept of words behind what there is none of. */
  static final String ZERO = "zero";

  /** The concept of words that say so of all. */
  static final String ALL_OF = "allOf";

  /** The concept of words that single out a part. */
  static final String OF_WHICH = "ofWhich";

  /** The concept of words for those that were not told of yet. */
  static final String ANOTHER = "another";

  /** The concept of words before what applications are about. */
  static final String TOPIC = "topic";

  /** The concept of what is no matter of the report, but has numbers like those that are. */
  static final String OTHER_THING = "otherThing";

  /** The concept of what outcomes are told of. */
  static final String APPLICATION = "application";

  /** The concept of what is published. */
  static final String ITEM = "item";

  /** The concept of what is published piece by piece. */
  static final String PIECE = "piece";

  /** The concept of several channels that are named together. */
  static final String CHANNELS = "channels";

  /** The concept of new media, whichever they are. */
  static final String NEW_MEDIA = "new-media";

  /** The concept of boards and screens, of which an organ has several. */
  static final String BULLETIN_BOARD = "bulletin-board";

  /** The concept of words for asking, and for what is asked. */
  static final String APPLY = "apply";

  /** The concept of words that name several ways together: 等渠道. */
  static final String SEVERAL = "several";

  /** The concept of words that lead to what became of applications. */
  static final String RESULTS = "results";

  private final Concepts concepts;
  private final RoleConcepts roles;
  private final Set<String> unmarked;
  private final List<CompiledFrame> frames;
  private final Map<Frame, CompiledFrame> compiled = new HashMap<>();
  private final List<CompiledFrame> goingOn;
  private final ByConcept<Choice> choices;
  private final ByConcept<CompiledFrame> ofAll;
  private final ByConcept<CompiledFrame> ofNone;

  /**
   * What concepts are for.
   *
   * @param things that a clause can be about; what was named last is what a later one is about
   * @param nouns that stand behind a number as what is counted, and are not gone on about
   * @param acts what is done
   * @param weak that decide nothing by themselves
   * @param idle that change nothing where a frame does not ask for them
   * @param about what stands between a number and what it counts
   * @param totals words that open a clause which adds up what was listed before it
   * @param spread what is said of what an account published that the clause before has named
   * @param reached what can be said of the account itself before that
   * @param askers who asks, which changes nothing where nobody does
   * @param few askers of whom alone it may be said that they did not
   * @param accounts what can itself publish
   * @param sharing channels of which several can share one number
   * @param published what is said of that number beside them
   * @param outcomes of applications
   * @param described things that may be described before they are named, each with what is done
   * @param unmarked those of them that a few signs describe without a mark: 疫情防控新闻发布会
   * @param listed those of them that are described only by a list of what they are: 公告等各类信息
   * @param describing what may be said of it there
   * @param main channels of which one is among several that stand for all
   * @param caused what has a cause
   * @param when words of another year that can stand before one of none
   * @param together things that are listed together, so that what is said of all of them is said of
   *     each
   * @param apart of that, what tells it from others where the sentence says the like again
   * @param undergone what can stand alone behind a word of none, where the matter stands before it:
   *     申请均未收到
   */
  public record Roles(
      Set<String> things,
      Set<String> nouns,
      Set<String> acts,
      Set<String> weak,
      Set<String> idle,
      Set<String> about,
      Set<String> totals,
      Set<String> spread,
      Set<String> reached,
      Set<String> askers,
      Set<String> few,
      Set<String> accounts,
      Set<String> sharing,
      Set<String> published,
      Set<String> outcomes,
      Map<String, Set<String>> described,
      Set<String> unmarked,
      Set<String> listed,
      Set<String> describing,
      Set<String> main,
      Set<String> caused,
      Set<String> when,
      Set<String> together,
      Set<String> apart,
      Set<String> undergone) {}

  /**
   * Concepts by which a number belongs to a frame.
   *
   * @param explains what can be said where they are: these, and what changes nothing
   * @param place among all of them, as they are written
   */
  record Choice(
      CompiledFrame frame, ConceptSet set, int size, ConceptSet explains, boolean sure, int place) {

    /** Whether it explains more, or as much and for certain, or is written first. */
    boolean isBetterThan(@Nullable Choice other) {
      return other == null
          || size > other.size
          || size == other.size
              && (sure && !other.sure || sure == other.sure && place < other.place);
    }

    /** Whether everything that is said is of the set, or can stand beside it. */
    boolean explainsAll(ConceptSet said) {
      return said.hasAll(set) && explains.hasAll(said);
    }
  }

  public ReportLanguage(Concepts concepts, Roles roles, Grammar grammar, List<Frame> written) {
    this.concepts = concepts;
    this.roles = new RoleConcepts(roles, grammar, concepts);
    this.unmarked = roles.unmarked();
    this.frames = written.stream().map(frame -> CompiledFrame.of(frame, concepts)).toList();
    frames.forEach(frame -> compiled.put(frame.frame(), frame));
    this.goingOn = frames.stream().filter(frame -> !frame.through().isEmpty()).toList();
    List<Choice> all = new ArrayList<>();
    for (CompiledFrame frame : frames) {
      frame.sure().forEach(set -> all.add(choice(frame, set, true, all.size())));
      frame.maybe().forEach(set -> all.add(choice(frame, set, false, all.size())));
    }
    this.choices = new ByConcept<>(all, choice -> List.of(choice.set()));
    this.ofNone = new ByConcept<>(frames, CompiledFrame::none);
    this.ofAll =
        new ByConcept<>(
            frames,
            frame ->
                frame.isOfAll()
                    ? Stream.concat(frame.sure().stream(), frame.done().stream()).toList()
                    : frame.done());
  }

  private Choice choice(CompiledFrame frame, ConceptSet set, boolean sure, int place) {
    ConceptSet explains = set.with(frame.may()).with(roles.idle);
    return new Choice(frame, set, set.size(), explains, sure, place);
  }

  /** The words of a sentence. */
  List<Concepts.Token> read(String sentence) {
    return concepts.read(sentence);
  }

  /** Where in words one that is counted follows another without a sign: 微博微信. */
  public List<Integer> seams(String words) {
    List<Integer> seams = new ArrayList<>();
    Concepts.Token before = null;
    for (Concepts.Token token : read(words)) {
      boolean noun = roles.nouns.has(token.concept());
      if (noun && before != null && before.end() == token.start()) {
        seams.add(token.start());
      }
      before = noun ? token : null;
    }
    return seams;
  }

  /** Whether words say something. */
  public boolean means(String words) {
    return !ConceptSet.of(read(words)).isEmpty();
  }

  RoleConcepts roles() {
    return roles;
  }

  /** Whether it is a frame of what a few signs describe without a mark. */
  boolean isUnmarked(CompiledFrame frame) {
    return unmarked.contains(frame.frame().id());
  }

  /** Whether a number is one of a frame by these concepts only where nothing else is meant. */
  boolean isUnsure(Frame frame, ConceptSet set) {
    return Objects.requireNonNull(compiled.get(frame)).maybe().contains(set);
  }

  /** The number of a concept; less than 0 for null. */
  int number(@Nullable String concept) {
    return concept == null ? Situation.NOTHING : concepts.number(concept);
  }

  String name(int concept) {
    return concepts.name(concept);
  }

  Set<String> names(ConceptSet some) {
    Set<String> names = new HashSet<>();
    for (int concept = some.next(0); concept >= 0; concept = some.next(concept + 1)) {
      names.add(concepts.name(concept));
    }
    return names;
  }

  ConceptSet concepts(Set<String> some) {
    return concepts.known(some);
  }

  /** Those that can be said of all that a number counts. */
  List<CompiledFrame> ofAll(ConceptSet said) {
    return ofAll.some(said);
  }

  /** Those that can be denied. */
  List<CompiledFrame> ofNone(ConceptSet said) {
    return ofNone.some(said);
  }

  /** Those that the clause behind that of a number can say. */
  List<CompiledFrame> goingOn() {
    return goingOn;
  }

  /** Each of which the set can be said, in no order. */
  void eachChoice(ConceptSet said, Consumer<Choice> consumer) {
    choices.each(said, consumer);
  }
}
