package org.gongkai.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.gongkai.platform.StatementTimeout;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file of organs in one transaction. Each organ is judged by the same history as a single
 * one that is put, and its lines are taken together or not at all.
 */
@ApplicationScoped
class OrganImport {

  /** So many organs at a time are in memory. */
  private static final int BATCH = 2_000;

  private static final Text REPEATED =
      new Text("与前面某行的代码和生效日期相同。", "An earlier line has the same code and validFrom.");
  private static final Text UNKNOWN_SUCCESSOR =
      new Text(
          "没有登记该代码的行政机关，本文件中也没有。",
          "No organ is registered under this code, nor is it in this file.");
  private static final Text COMPANION =
      new Text("同一机关的其他行有误，本行也未导入。", "Another line of the same organ is wrong.");
  private static final Text FORBIDDEN =
      new Text("无权登记该行政区划的行政机关。", "Not permitted to register organs of this region.");
  private static final Text DOUBTFUL =
      OrganRegistration.insistable(
          new Text("统一社会信用代码的校验码不符，请核对。", "A check character of the code is wrong."));

  private final OrganStagingStore staging;
  private final OrganRefusalStore refusals;
  private final OrganHistoryStore histories;
  private final MergerStore mergers;
  private final Jurisdiction jurisdiction;
  private final Event<OrgansChanged> changed;
  private final StatementTimeout timeout;

  OrganImport(
      OrganStagingStore staging,
      OrganRefusalStore refusals,
      OrganHistoryStore histories,
      MergerStore mergers,
      Jurisdiction jurisdiction,
      Event<OrgansChanged> changed,
      StatementTimeout timeout) {
    this.staging = staging;
    this.refusals = refusals;
    this.histories = histories;
    this.mergers = mergers;
    this.jurisdiction = jurisdiction;
    this.changed = changed;
    this.timeout = timeout;
  }

  @Transactional
  ImportReport take(InputStream body, @Nullable String charset, boolean partial, boolean insist) {
    timeout.lengthen();
    ImportReport report = new ImportReport();
    staging.fill(
        sink -> {
          try (CsvFile file = new CsvFile(body, charset, OrganLine.COLUMNS, report)) {
            for (var line = file.next(); line.isPresent(); line = file.next()) {
              OrganLine.read(line.get(), report).ifPresent(sink);
            }
          }
        });
    judge(report, insist);
    report.requireAcceptable(partial);
    write(report);
    return report;
  }

  private void judge(ImportReport report, boolean insist) {
    refuse(refusals.refuseRepeated(), "validFrom", REPEATED, report);
    refuse(
        refusals.refuseUnknownRegion(), "region", ProblemType.UNKNOWN_REGION.description(), report);
    if (!insist) {
      refuse(refusals.refuseDoubtful(), "code", DOUBTFUL, report);
    }
    refuse(refusals.refuseUnknownSuccessor(), "successor", UNKNOWN_SUCCESSOR, report);
    Map<String, Boolean> permitted = new HashMap<>();
    for (String region : staging.regions()) {
      if (!isPermitted(region, permitted)) {
        refusals.refuseRegion(region).forEach(line -> report.forbid(line, "region", FORBIDDEN));
      }
    }
    List<Integer> foreign = new ArrayList<>();
    for (OrganStagingStore.Merging merging : staging.merging()) {
      if (!isPermitted(merging.region(), permitted)) {
        foreign.add(merging.line());
        report.forbid(merging.line(), "successor", OrganRegistration.elsewhere(merging.region()));
      }
    }
    refusals.refuse(foreign);
    refuseDependents(report);
    Set<String> misfits = new HashSet<>();
    eachOrgan(
        (lines, before) -> {
          int refused = report.refused();
          OrganHistory after = StagedOrgan.applied(before, lines, report);
          if (report.refused() > refused) {
            misfits.add(lines.getFirst().code());
            return;
          }
          OrganChange change = new OrganChange(lines.getFirst().code(), before, after);
          if (!change.regions().stream().allMatch(region -> isPermitted(region, permitted))) {
            lines.forEach(line -> report.forbid(line.line(), "region", FORBIDDEN));
            misfits.add(change.organ());
          }
        });
    misfits.forEach(
        organ ->
            refusals.refuseOrgan(organ).stream()
                .filter(line -> !report.isRefused(line))
                .forEach(line -> report.refuse(line, "code", COMPANION)));
    refuseDependents(report);
  }

  private void refuseDependents(ImportReport report) {
    refusals
        .refuseDependents()
        .forEach(
            fallen ->
                report.refuse(
                    fallen.line(),
                    fallen.onSuccessor() ? "successor" : "code",
                    fallen.onSuccessor() ? UNKNOWN_SUCCESSOR : COMPANION));
  }

  private void write(ImportReport report) {
    makeRoom();
    // Only another registrar of the same new organ, in the meantime, can make a judged line wrong.
    int refused = report.refused();
    Written written = writeHistories(report);
    if (report.refused() > refused) {
      throw ProblemException.of(ProblemType.CONFLICT);
    }
    refuseCircles(written.merged(), report);
    if (report.refused() > refused) {
      report.requireAcceptable(false);
    }
    if (written.organs().size() > BATCH) {
      histories.tellPlanner();
    }
    if (!written.organs().isEmpty()) {
      changed.fire(new OrgansChanged(written.organs()));
    }
    warnOfNamesakes(report);
  }

  private void makeRoom() {
    for (List<String> codes = staging.codes("", BATCH);
        !codes.isEmpty();
        codes = staging.codes(codes.getLast(), BATCH)) {
      histories.makeRoom(codes);
    }
  }

  /**
   * The organs that are otherwise than before.
   *
   * @param merged those that were merged into others, by the line that says so
   */
  private record Written(Set<String> organs, Map<String, Integer> merged) {}

  private Written writeHistories(ImportReport report) {
    Written written = new Written(new HashSet<>(), new HashMap<>());
    List<OrganChange> batch = new ArrayList<>();
    eachOrgan(
        (lines, before) -> {
          OrganHistory after = StagedOrgan.applied(before, lines, report);
          OrganChange change = new OrganChange(lines.getFirst().code(), before, after);
          report.count(change.outcome(), lines.size());
          if (change.outcome() != RegistrationOutcome.UNCHANGED) {
            written.organs().add(change.organ());
            batch.add(change);
            if (change.isMerged()) {
              written.merged().put(change.organ(), lines.getLast().line());
            }
          }
          if (batch.size() == BATCH) {
            histories.write(batch);
            batch.clear();
          }
        });
    histories.write(batch);
    return written;
  }

  /** Which of them is wrong nobody knows, so none is taken, though only the good ones be wanted. */
  private void refuseCircles(Map<String, Integer> merged, ImportReport report) {
    if (merged.isEmpty()) {
      return;
    }
    Set<String> circular = mergers.circular(merged.keySet());
    merged.forEach(
        (organ, line) -> {
          if (circular.contains(organ)) {
            report.refuse(line, "successor", OrganRegistration.CIRCLE);
          }
        });
  }

  private void warnOfNamesakes(ImportReport report) {
    for (OrganStagingStore.Namesake namesake : staging.namesakes(ImportReport.SHOWN)) {
      report.warn(
          namesake.line(), "name", Warning.sameName(List.of(namesake.other())), namesake.all());
    }
  }

  private void eachOrgan(BiConsumer<List<StagedOrgan>, OrganHistory> work) {
    for (List<String> codes = staging.codes("", BATCH);
        !codes.isEmpty();
        codes = staging.codes(codes.getLast(), BATCH)) {
      Map<String, OrganHistory> before = histories.locked(codes);
      Map<String, List<StagedOrgan>> lines = new LinkedHashMap<>();
      staging
          .linesOf(codes)
          .forEach(line -> lines.computeIfAbsent(line.code(), c -> new ArrayList<>()).add(line));
      lines.forEach(
          (code, ofOrgan) -> work.accept(ofOrgan, before.getOrDefault(code, OrganHistory.NONE)));
    }
  }

  private boolean isPermitted(String region, Map<String, Boolean> known) {
    return known.computeIfAbsent(
        region,
        r -> {
          try {
            jurisdiction.requireRegistering(r);
            return true;
          } catch (ProblemException e) {
            if (e.type() != ProblemType.FORBIDDEN) {
              throw e;
            }
            return false;
          }
        });
  }

  private static void refuse(List<Integer> lines, String column, Text why, ImportReport report) {
    lines.forEach(line -> report.refuse(line, column, why));
  }
}
