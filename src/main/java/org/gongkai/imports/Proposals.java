package org.gongkai.imports;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.form.Scope;
import org.gongkai.problem.Text;
import org.gongkai.recognition.Certainty;
import org.gongkai.recognition.Recognised;
import org.gongkai.recognition.Recognised.FoundScope;
import org.gongkai.registry.OrganKind;
import org.jspecify.annotations.Nullable;

/**
 * Says of which organ and year a recognised report may be, and whose figures it gives, beside the
 * registry: its names of all times, with or without the regions that they begin with, codes, and
 * the kind of the organ. Two that it may be are two proposals.
 */
@Singleton
class Proposals {

  /** More than these help nobody. */
  private static final int MOST = 10;

  private static final Text ANOTHER_ORGAN =
      new Text(
          "文件中的机关名称为“%s”，与“%s”不同，请核对。",
          "The document is of \"%s\", which is not \"%s\"; check whose report it is.");

  private static final Text ANOTHER_YEAR =
      new Text(
          "文件中的年度为 %s，与所指定的 %s 年不同，请核对。",
          "The document is of %s, and was said to be of %s; check its year.");

  private final OrganNameQuery names;

  Proposals(OrganNameQuery names) {
    this.names = names;
  }

  /** What a reading becomes beside the registry. */
  record Proposing(ReadingOutcome.Read read, ImportedFileStore.Proposed proposed) {}

  /**
   * @param owner whose organs are looked at
   * @param said what the sender says of it
   */
  Proposing of(FileReading.Said file, Import.Owner owner, Import.Said said) {
    Recognised recognised = file.recognised();
    String known = owner.organ() == null ? said.organ() : owner.organ();
    List<Text> notices = new ArrayList<>();
    List<String> organs =
        known == null
            ? organs(recognised, new ImportStore.Seen(within(owner), null))
            : List.of(known);
    List<OrganNameQuery.Current> current = current(organs);
    if (known != null
        && !recognised.organNames().isEmpty()
        && organs(recognised, new ImportStore.Seen(null, known)).isEmpty()) {
      String own = current.isEmpty() ? known : current.getFirst().proposal().name();
      notices.add(ANOTHER_ORGAN.with(recognised.organNames().getFirst(), own));
    }
    List<Integer> years = recognised.years().stream().distinct().toList();
    Integer year = said.year();
    if (year != null) {
      if (!years.isEmpty() && !years.contains(year)) {
        notices.add(
            ANOTHER_YEAR.with(
                years.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                String.valueOf(year)));
      }
      years = List.of(year);
    }
    List<ReadingOutcome.OrganProposal> proposals =
        current.stream().map(OrganNameQuery.Current::proposal).toList();
    return new Proposing(
        new ReadingOutcome.Read(
            file.kind(), recognised, proposals, scope(recognised.scope(), current), notices),
        new ImportedFileStore.Proposed(organs, years));
  }

  /** Organs as they are now, in the same order. */
  private List<OrganNameQuery.Current> current(List<String> organs) {
    List<OrganNameQuery.Current> found = names.current(organs);
    return organs.stream()
        .flatMap(code -> found.stream().filter(its -> its.proposal().code().equals(code)))
        .toList();
  }

  /**
   * Whose figures it may give: only governments speak for more than themselves, and a people's
   * government has none of its own.
   */
  private static @Nullable FoundScope scope(
      @Nullable FoundScope found, List<OrganNameQuery.Current> organs) {
    if (!organs.isEmpty() && organs.stream().noneMatch(its -> its.kind().speaksForOthers())) {
      return null;
    }
    boolean ofGovernment =
        organs.size() == 1 && organs.getFirst().kind() == OrganKind.PEOPLE_GOVERNMENT;
    return found == null && ofGovernment
        ? new FoundScope(Scope.AREA, Certainty.LIKELY, List.of(organs.getFirst().proposal().name()))
        : found;
  }

  /** All regions for the nation's. */
  private static @Nullable String within(Import.Owner owner) {
    return owner.region().equals(Imports.NATION) ? null : owner.region();
  }

  private List<String> organs(Recognised recognised, ImportStore.Seen seen) {
    Set<String> found = new LinkedHashSet<>(named(recognised.organNames(), seen));
    if (!recognised.organCodes().isEmpty()) {
      found.addAll(names.byCodes(recognised.organCodes(), seen));
    }
    if (found.isEmpty() && recognised.scope() != null) {
      found.addAll(named(governments(recognised.organNames()), seen));
    }
    return found.stream().limit(MOST).toList();
  }

  /** What a place of these names may be registered as: its government, or the office of that. */
  private static List<String> governments(List<String> printed) {
    return printed.stream()
        .map(name -> name.replaceFirst("(?:人民政府)?(?:本级)?$", "人民政府"))
        .flatMap(name -> Stream.of(name, name + "办公室", name + "办公厅"))
        .distinct()
        .toList();
  }

  private Set<String> named(List<String> printed, ImportStore.Seen seen) {
    Set<String> found = new LinkedHashSet<>();
    if (!printed.isEmpty()) {
      List<OrganNameQuery.Candidate> candidates = names.byNames(printed, seen);
      for (int place = 1; place <= printed.size(); place++) {
        int its = place;
        List<OrganNameQuery.Candidate> some =
            candidates.stream().filter(c -> c.place() == its).toList();
        List<OrganNameQuery.Candidate> same =
            some.stream().filter(c -> c.name().equals(c.printed())).toList();
        (same.isEmpty() ? some.stream().filter(Proposals::isShortForm).toList() : same)
            .forEach(c -> found.add(c.organ()));
      }
    }
    return found;
  }

  /** Whether what the longer name begins with are the names of the organ's regions. */
  private static boolean isShortForm(OrganNameQuery.Candidate candidate) {
    String longer =
        candidate.name().length() > candidate.printed().length()
            ? candidate.name()
            : candidate.printed();
    int shorter = Math.min(candidate.name().length(), candidate.printed().length());
    String rest = longer.substring(0, longer.length() - shorter);
    for (String region : candidate.regions()) {
      if (rest.startsWith(region)) {
        rest = rest.substring(region.length());
      } else if (region.length() > 2 && rest.startsWith(region.substring(0, region.length() - 1))) {
        rest = rest.substring(region.length() - 1);
      }
    }
    return rest.isEmpty();
  }
}
