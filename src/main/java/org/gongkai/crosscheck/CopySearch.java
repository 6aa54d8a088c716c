package org.gongkai.crosscheck;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.finding.Finding;
import org.gongkai.form.Content;

/**
 * Finds text of other reports, filed before or at the same time, which is then the one that stands
 * earlier among them.
 */
@Singleton
class CopySearch {

  /** Where numbers begin that stand for last year's reports; all below 0 are no ids. */
  private static final long LAST_YEARS = Long.MIN_VALUE / 2;

  private final ShingleStore shingles;
  private final OtherReportStore others;

  CopySearch(ShingleStore shingles, OtherReportStore others) {
    this.shingles = shingles;
    this.others = others;
  }

  void find(CopyChecks checks, List<ComparedReport> reports, List<List<Finding>> findings) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      if (checks.isComparable(reports.get(i).content(), reports.get(i).text())) {
        places.add(i);
      }
    }
    List<ComparedReport> comparable = places.stream().map(reports::get).toList();
    List<List<CopyChecks.Other>> known =
        shingles.find(
            comparable,
            comparable.stream().map(r -> checks.sketch(r.content(), r.text())).toList());
    Map<Integer, List<CopyChecks.Candidate>> candidates = new LinkedHashMap<>();
    Map<Long, Content> beside = new HashMap<>();
    for (int i = 0; i < places.size(); i++) {
      ComparedReport report = reports.get(places.get(i));
      List<CopyChecks.Other> all = new ArrayList<>(known.get(i));
      addLastYears(checks, places.get(i), report, all, beside);
      addEarlierOnes(checks, places.subList(0, i), reports, report, all, beside);
      List<CopyChecks.Candidate> its = checks.candidates(report.content(), report.text(), all);
      if (!its.isEmpty()) {
        candidates.put(places.get(i), its);
      }
    }
    Map<Long, Content> contents = contents(candidates, beside);
    candidates.forEach(
        (place, its) -> {
          Map<CopyChecks.Candidate, Content> found = new LinkedHashMap<>();
          for (CopyChecks.Candidate candidate : its) {
            Content other = contents.get(candidate.other().id());
            if (other != null) {
              found.put(candidate, other);
            }
          }
          findings.get(place).addAll(checks.check(reports.get(place).content(), found));
        });
  }

  /**
   * Last year's report is at hand, perhaps as it is being corrected right now, so what is kept of
   * it is not asked for.
   */
  private static void addLastYears(
      CopyChecks checks,
      int place,
      ComparedReport report,
      List<CopyChecks.Other> into,
      Map<Long, Content> beside) {
    report
        .before()
        .ifPresent(
            before -> {
              long id = LAST_YEARS - place;
              beside.put(id, before);
              Shingles sample = checks.plain(before).shingles();
              into.add(new CopyChecks.Other(id, before.organ(), before.year(), sample));
            });
  }

  /**
   * What is filed at the same time is known by its place, as a negative number, and no longer by
   * what it said before.
   */
  private static void addEarlierOnes(
      CopyChecks checks,
      List<Integer> places,
      List<ComparedReport> reports,
      ComparedReport report,
      List<CopyChecks.Other> into,
      Map<Long, Content> beside) {
    for (int place : places) {
      ComparedReport other = reports.get(place);
      if (other.submittable()
          && other.region().equals(report.region())
          && other.content().year() == report.content().year()
          && other.content().scope() == report.content().scope()) {
        long id = -1L - place;
        Content content = other.content();
        into.removeIf(
            known ->
                known.id() >= 0
                    && known.organ().equals(content.organ())
                    && known.year() == content.year());
        beside.put(id, content);
        into.add(
            new CopyChecks.Other(
                id,
                content.organ(),
                content.year(),
                Objects.requireNonNull(other.text())
                    .shingles()
                    .and(checks.sketch(content, other.text()))));
      }
    }
  }

  private Map<Long, Content> contents(
      Map<Integer, List<CopyChecks.Candidate>> candidates, Map<Long, Content> beside) {
    Set<Long> kept = new HashSet<>();
    candidates.values().stream()
        .flatMap(List::stream)
        .map(candidate -> candidate.other().id())
        .filter(id -> id >= 0)
        .forEach(kept::add);
    Map<Long, Content> contents = new HashMap<>(others.byId(kept));
    contents.putAll(beside);
    return contents;
  }
}
