package org.gongkai.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Says whether a quantity in a sentence is a number of a subject. */
final class SubjectBinding {

  private static final String LITIGATION = "litigation";
  private static final Set<String> KINDS_OF_LITIGATION = Set.of("direct", "after");
  private static final String OF_WHICH = "其中";
  private static final int LONGEST_TAIL = 40;
  private static final int LONGEST_HEAD = 50;

  private final Lexicon lexicon;
  private final String part;

  SubjectBinding(Lexicon lexicon, String part) {
    this.lexicon = lexicon;
    this.part = part;
  }

  boolean isOf(
      Subject subject, String words, QuantityReader.Quantity quantity, int place, int from) {
    boolean named =
        ends(
                subject.before(),
                words,
                subject.across() ? Math.max(0, place - LONGEST_HEAD) : from,
                place)
            || follows(subject.after(), words, place)
            || subject.split() != null
                && ends(subject.split().before(), words, from, place)
                && follows(subject.split().after(), words, place);
    if (!named || follows(subject.except(), words, place)) {
      return false;
    }
    if (subject.whole() && lexicon.partly.isIn(words, from, place)) {
      return false;
    }
    if (subject.bare() && !isSaidOfApplications(words, place)) {
      return false;
    }
    String told = words.substring(0, Math.min(words.length(), place + LONGEST_TAIL));
    int some = told.indexOf(OF_WHICH, place);
    // what only some of them are about is not what all are about
    if (subject.open() && !isOpen(some < 0 ? told : told.substring(0, some))) {
      return false;
    }
    if (subject.result()) {
      return !told.substring(0, place).contains("复议")
          && !told.substring(0, place).contains("诉讼")
          && isOnlyOutcome(subject, words, from, place);
    }
    return subject.aCase() == null
        || !lexicon.decided.isIn(words, 0, place)
            && isOfCase(subject.aCase(), quantity.number().signum() == 0, words, from, place);
  }

  /** Whether what a sentence has named last is applications for information, or nothing else. */
  private boolean isSaidOfApplications(String words, int place) {
    boolean[] ours = {true};
    lexicon.objects.each(words, 0, place, named -> ours[0] = named.group("ours") != null);
    return ours[0];
  }

  /** Whether the words before say that a case is one about open government information. */
  boolean isNear(Subject subject, String words, int place) {
    return !subject.open()
        || words.lastIndexOf("信息公开", place) >= 0
        || words.lastIndexOf("依申请公开", place) >= 0
        || follows(subject.split() == null ? null : subject.split().after(), words, place);
  }

  /** Whether a sentence is about open government information. */
  boolean isOpen(String words) {
    return words.contains("信息公开") || words.contains("依申请公开") || part.equals("disclosureOnRequest");
  }

  /** Several results, or a result on some ground only, are not the whole of one of them. */
  private boolean isOnlyOutcome(Subject subject, String words, int from, int place) {
    int headings = count(lexicon.headings, words, from, place);
    int leaves = count(lexicon.leaves, words, from, place);
    return subject.leaf()
        ? headings + leaves <= 2 && leaves == 1
        : headings <= 1 && leaves == 0 && !lexicon.grounds.isIn(words, from, place);
  }

  private static int count(Phrase phrase, String words, int from, int place) {
    int[] found = {0};
    phrase.each(words, from, place, match -> found[0]++);
    return found[0];
  }

  /** Whether the number is of this case; none is told apart where several are named together. */
  private boolean isOfCase(String aCase, boolean none, String words, int from, int place) {
    List<Named> here = cases(words, from, place);
    if (here.stream().anyMatch(n -> KINDS_OF_LITIGATION.contains(n.id()))) {
      here.removeIf(n -> n.id().equals(LITIGATION));
    }
    if (here.stream().map(Named::id).distinct().count() > 1) {
      return none && here.stream().anyMatch(named -> named.id().equals(aCase));
    }
    List<Named> named = here.isEmpty() ? cases(words, 0, from) : here;
    return named.stream()
        .max(Comparator.comparingInt(Named::end))
        .map(Named::id)
        .filter(aCase::equals)
        .isPresent();
  }

  private record Named(String id, int start, int end) {

    boolean isWithin(Named other) {
      return start >= other.start && end <= other.end;
    }
  }

  /** The cases named in a stretch: 未经复议直接起诉 names no 复议. */
  private List<Named> cases(String words, int from, int to) {
    List<Named> cases = new ArrayList<>();
    lexicon.cases.forEach(
        (id, phrase) ->
            phrase.each(
                words,
                from,
                to,
                match -> {
                  Named named = new Named(id, match.start(), match.end());
                  if (cases.stream().noneMatch(named::isWithin)) {
                    cases.add(named);
                  }
                }));
    return cases;
  }

  static boolean ends(Phrase phrase, String words, int from, int place) {
    return phrase != null && phrase.isBefore(words, from, place);
  }

  private static boolean follows(Phrase phrase, String words, int place) {
    return phrase != null
        && phrase.isAt(words, place + 1, Math.min(words.length(), place + LONGEST_TAIL));
  }
}
