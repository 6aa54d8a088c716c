package org.gongkai.imports;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.problem.Text;
import org.gongkai.recognition.Recognised;
import org.jspecify.annotations.Nullable;

/**
 * Says of which organ and year a recognised report may be, beside the registry: its names of all
 * times, with or without the regions that they begin with, and codes. Two that it may be are two
 * proposals.
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
  record Proposing(Outcome.Read read, ImportedFileStore.Proposed proposed) {}

  /**
   * @param owner whose organs are looked at
   * @param said what the sender says of it
   */
  Proposing of(FileReading.Said file, Import.Owner owner, Import.Said said) {
    Recognised recognised = file.recognised();
    String known = owner.organ() == null ? said.organ() : owner.organ();
    List<Text> notices = new ArrayList<>();
    List<String> organs;
    if (known == null) {
      organs = organs(recognised, new ImportStore.Seen(within(owner), null));
    } else {
      organs = List.of(known);
      boolean named = !organs(recognised, new ImportStore.Seen(null, known)).isEmpty();
      if (!named && !recognised.organNames().isEmpty()) {
        String own =
            names.current(organs).stream()
                .map(Outcome.OrganProposal::name)
                .findFirst()
                .orElse(known);
        notices.add(ANOTHER_ORGAN.with(recognised.organNames().getFirst(), own));
      }
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
    List<Outcome.OrganProposal> current = names.current(organs);
    List<Outcome.OrganProposal> proposals =
        organs.stream()
            .map(
                code ->
                    current.stream().filter(o -> o.code().equals(code)).findFirst().orElse(null))
            .filter(Objects::nonNull)
            .toList();
    return new Proposing(
        new Outcome.Read(file.kind(), recognised, proposals, notices),
        new ImportedFileStore.Proposed(organs, years));
  }

  /** All regions for the nation's. */
  private static @Nullable String within(Import.Owner owner) {
    return owner.region().equals(Imports.NATION) ? null : owner.region();
  }

  private List<String> organs(Recognised recognised, ImportStore.Seen seen) {
    Set<String> found = new LinkedHashSet<>();
    if (!recognised.organNames().isEmpty()) {
      List<OrganNameQuery.Candidate> candidates = names.byNames(recognised.organNames(), seen);
      for (int place = 1; place <= recognised.organNames().size(); place++) {
        int its = place;
        List<OrganNameQuery.Candidate> some =
            candidates.stream().filter(c -> c.place() == its).toList();
        List<OrganNameQuery.Candidate> same =
            some.stream().filter(c -> c.name().equals(c.printed())).toList();
        (same.isEmpty() ? some.stream().filter(Proposals::isShortForm).toList() : same)
            .forEach(c -> found.add(c.organ()));
      }
    }
    if (!recognised.organCodes().isEmpty()) {
      found.addAll(names.byCodes(recognised.organCodes(), seen));
    }
    return found.stream().limit(MOST).toList();
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
