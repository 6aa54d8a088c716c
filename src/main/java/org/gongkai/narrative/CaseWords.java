package org.gongkai.narrative;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.gongkai.language.SignSet;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a sentence tell of which cases it speaks: looked for once, whatever is asked.
 */
final class CaseWords {

  private static final SignSet CLAUSE_ENDS = SignSet.of("，,；;()");
  private static final SignSet CLAUSE_ENDS_OR_NUMBER = CLAUSE_ENDS.and(Passage.QUANTITY);
  private static final List<String> NAMED = List.of("复议", "诉讼");

  /** Of applications for reconsideration, which are no applications for information. */
  private static final String OF_RECONSIDERATION = "复议申请";

  private static final String APPLICATION = "申请";

  private final String words;
  private final Lexicon lexicon;
  private @Nullable List<Place> about;
  private @Nullable List<Place> saying;
  private @Nullable Boolean all;
  private @Nullable Boolean others;
  private @Nullable Boolean decided;
  private @Nullable Boolean applications;

  /** Where a word stands. */
  private record Place(int start, int end) {}

  CaseWords(String words, Lexicon lexicon) {
    this.words = words;
    this.lexicon = lexicon;
  }

  boolean isOf(String sentence) {
    return words.equals(sentence);
  }

  /** Whether they say somewhere that it is about open government information. */
  boolean saysAbout() {
    List<Place> places = about;
    if (places == null) {
      places = places(lexicon.cases.about());
      about = places;
    }
    return !places.isEmpty();
  }

  /** Whether they say so of cases or of applications. */
  boolean saysSo() {
    return !saying().isEmpty();
  }

  /** Whether they say so between two places. */
  boolean saysSo(int from, int to) {
    for (Place place : saying()) {
      if (place.start() >= from && place.end() <= to) {
        return true;
      }
    }
    return false;
  }

  private List<Place> saying() {
    List<Place> places = saying;
    if (places == null) {
      places = places(lexicon.cases.about());
      places.addAll(places(lexicon.cases.onRequest()));
      saying = places;
    }
    return places;
  }

  private List<Place> places(Collection<String> some) {
    List<Place> places = new ArrayList<>();
    for (String one : some) {
      for (int at = words.indexOf(one); at >= 0; at = words.indexOf(one, at + 1)) {
        places.add(new Place(at, at + one.length()));
      }
    }
    return places;
  }

  /** Whether they can speak of all cases that there are. */
  boolean areAll() {
    Boolean known = all;
    if (known == null) {
      known = lexicon.allCases.isIn(words, 0, words.length());
      all = known;
    }
    return known;
  }

  /** Whether they say that cases are about something else. */
  boolean areOthers() {
    Boolean known = others;
    if (known == null) {
      known = lexicon.otherCases.isIn(words, 0, words.length());
      others = known;
    }
    return known;
  }

  /** Whether words before a place are those of somebody who decides cases. */
  boolean areDecidedBefore(int place) {
    Boolean known = decided;
    if (known == null) {
      known = lexicon.decided.isIn(words, 0, words.length());
      decided = known;
    }
    return known && lexicon.decided.isIn(words, 0, place);
  }

  /** Whether they name applications for information. */
  boolean namesApplications() {
    Boolean known = applications;
    if (known == null) {
      known = words.replace(OF_RECONSIDERATION, "").contains(APPLICATION);
      applications = known;
    }
    return known;
  }

  /** 1起有关政府信息公开的行政复议: whether what is counted is named so right behind. */
  boolean areNamedBehind(int place) {
    int from = Math.min(place + 1, words.length());
    int end = CLAUSE_ENDS_OR_NUMBER.first(words, from, words.length());
    boolean countsMore = end < words.length() && words.charAt(end) == Passage.QUANTITY;
    int first = end;
    boolean named = false;
    for (String one : NAMED) {
      int at = words.indexOf(one, from);
      if (at >= 0 && at + one.length() <= end) {
        named = true;
        first = Math.min(first, at);
      }
    }
    return named && !countsMore && saysSo(from, first);
  }

  /** 均与政府信息公开有关: whether a clause behind a place says so of all of them. */
  boolean saysSoOfAllBehind(int place) {
    for (String all : lexicon.cases.ofAll()) {
      int from = words.indexOf(all, place);
      if (from >= 0 && saysSo(from, CLAUSE_ENDS.first(words, from, words.length()))) {
        return true;
      }
    }
    return false;
  }
}
