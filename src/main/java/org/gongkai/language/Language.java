package org.gongkai.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How reports speak: words, and the frames in which numbers are understood. */
public final class Language {

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

  /** The concept of words that lead to what became of applications. */
  static final String RESULTS = "results";

  private final Concepts concepts;
  private final Roles roles;
  private final Map<String, List<Frame>> ofAll = new HashMap<>();
  private final Map<String, List<Frame>> ofNone = new HashMap<>();
  private final List<Frame> goingOn;
  private final Map<String, List<Choice>> choices = new HashMap<>();

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
   * @param outcomes of applications
   * @param described things that may be described before they are named, each with what is done
   * @param unmarked those of them that a few signs describe without a mark: 疫情防控新闻发布会
   * @param listed those of them that are described only by a list of what they are: 公告等各类信息
   * @param describing what may be said of it there
   * @param main channels of which one is among several that stand for all
   * @param caused what has a cause
   * @param when words of another year that can stand before one of none
   * @param apart of that, what tells it from others where the sentence says the like again
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
      Set<String> outcomes,
      Map<String, Set<String>> described,
      Set<String> unmarked,
      Set<String> listed,
      Set<String> describing,
      Set<String> main,
      Set<String> caused,
      Set<String> when,
      Set<String> apart) {}

  /** Concepts by which a number belongs to a frame. */
  record Choice(Frame frame, Set<String> set, boolean sure) {

    /** Whether it explains more, or as much and for certain. */
    boolean isBetterThan(@Nullable Choice other) {
      return other == null
          || set.size() > other.set().size()
          || set.size() == other.set().size() && sure && !other.sure();
    }
  }

  public Language(Concepts concepts, Roles roles, List<Frame> frames) {
    this.concepts = concepts;
    this.roles = roles;
    this.goingOn = frames.stream().filter(frame -> !frame.through().isEmpty()).toList();
    for (Frame frame : frames) {
      if (!frame.of().isEmpty()) {
        index(frame, frame.sure(), ofAll);
      }
      index(frame, frame.done(), ofAll);
      index(frame, frame.none(), ofNone);
      frame.sure().forEach(set -> choose(new Choice(frame, set, true)));
      frame.maybe().forEach(set -> choose(new Choice(frame, set, false)));
    }
  }

  private void choose(Choice choice) {
    choices.computeIfAbsent(first(choice.set()), c -> new ArrayList<>()).add(choice);
  }

  /** The words of a sentence. */
  public List<Concepts.Token> read(String sentence) {
    return concepts.read(sentence);
  }

  /** Where in words one that is counted follows another without a sign: 微博微信. */
  public List<Integer> seams(String words) {
    List<Integer> seams = new ArrayList<>();
    Concepts.Token before = null;
    for (Concepts.Token token : read(words)) {
      boolean noun = roles.nouns().contains(token.concept());
      if (noun && before != null && before.end() == token.start()) {
        seams.add(token.start());
      }
      before = noun ? token : null;
    }
    return seams;
  }

  /** Whether words say something. */
  public boolean means(String words) {
    return read(words).stream().anyMatch(token -> !token.isFiller());
  }

  Roles roles() {
    return roles;
  }

  /** Those that can be said of all that a number counts. */
  List<Frame> ofAll(Set<String> said) {
    return some(ofAll, said);
  }

  /** Those that can be denied. */
  List<Frame> ofNone(Set<String> said) {
    return some(ofNone, said);
  }

  /** Those of which one set can be among what is said. */
  private static List<Frame> some(Map<String, List<Frame>> by, Set<String> said) {
    Set<Frame> some = new LinkedHashSet<>();
    said.forEach(concept -> some.addAll(by.getOrDefault(concept, List.of())));
    return List.copyOf(some);
  }

  private static void index(Frame frame, List<Set<String>> sets, Map<String, List<Frame>> by) {
    sets.forEach(set -> by.computeIfAbsent(first(set), c -> new ArrayList<>()).add(frame));
  }

  private static String first(Set<String> set) {
    return set.stream().sorted().findFirst().orElseThrow();
  }

  /** Those that the clause behind that of a number can say. */
  List<Frame> goingOn() {
    return goingOn;
  }

  /** Those of which each set has one of the concepts. */
  List<Choice> choices(Set<String> said) {
    List<Choice> some = new ArrayList<>();
    said.forEach(concept -> some.addAll(choices.getOrDefault(concept, List.of())));
    return some;
  }
}
