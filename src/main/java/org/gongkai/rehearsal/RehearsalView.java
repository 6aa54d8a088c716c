package org.gongkai.rehearsal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.platform.Parameters;
import org.gongkai.rehearsal.Rehearsal.RehearsalState;
import org.gongkai.rule.Severity;
import org.jspecify.annotations.Nullable;

/** A rehearsal as it is shown. */
@Schema(
    name = "Rehearsal",
    description = "A rule file tried over stored reports. / 规则试运行。",
    requiredProperties = {
      "id",
      "state",
      "region",
      "edition",
      "version",
      "author",
      "createdAt",
      "reports",
      "seen",
      "unjudged",
      "unsubmittable"
    })
@JsonInclude(JsonInclude.Include.NON_NULL)
record RehearsalView(
    @Schema(description = "Id of the rehearsal", examples = "7") String id,
    @Schema(
            description =
                "Where it stands; `failed`: other rules came into force meanwhile, begin another"
                    + " one",
            examples = "running")
        RehearsalState state,
    @Schema(description = "Region of the reports, with all below", examples = "371002")
        String region,
    @Schema(description = "First report year; absent: since ever", examples = "2019")
        @Nullable Integer from,
    @Schema(description = "Last report year; absent: up to now", examples = "2024")
        @Nullable Integer to,
    @Schema(description = "Edition that the file is of", examples = "2021") String edition,
    @Schema(description = "`version` of the file", examples = "2") int version,
    @Schema(
            description =
                "Who began it: label of the key and its prefix, or name and subject of a token's"
                    + " bearer",
            examples = "环翠区政务公开办 (gk_4f9a2c7b)")
        String author,
    @Schema(description = "When it was asked for, in UTC", examples = "2025-03-01T01:30:00.123456Z")
        Instant createdAt,
    @Schema(description = "When its turn came", examples = "2025-03-01T01:30:01.5Z")
        @Nullable Instant startedAt,
    @Schema(description = "When it was over", examples = "2025-03-01T01:31:12.25Z")
        @Nullable Instant endedAt,
    @Schema(description = "How many reports there are to judge", examples = "300") int reports,
    @Schema(description = "How many are done", examples = "200") int seen,
    @Schema(description = "How many of them could not be judged", examples = "0") int unjudged,
    @Schema(
            description = "How many of them have an error that the rules in force do not find",
            examples = "3")
        int unsubmittable,
    @Schema(
            description =
                "Each rule that the file changes, and each other one with which something changes;"
                    + " those that hit the most first. Not in lists")
        @Nullable List<RuleView> rules) {

  /** What was counted of a rule. */
  @Schema(
      name = "RehearsalRule",
      description = "What changes with one rule. / 一条规则的变化。",
      requiredProperties = {"rule", "version", "severity", "unsubmittable"})
  record RuleView(
      @Schema(description = "Id of the rule", examples = "X-JUMP") String rule,
      @Schema(
              description = "Its version in the file; in force, where the file has it no more",
              examples = "2")
          int version,
      @Schema(description = "What follows when it is broken", examples = "info") Severity severity,
      @Schema(description = "What only the file's rules find") CountView appearing,
      @Schema(description = "What only the rules in force find") CountView disappearing,
      @Schema(
              description = "Reports in which it finds an error that is not found now",
              examples = "0")
          int unsubmittable) {}

  @Schema(
      name = "RehearsalCount",
      description = "Findings, and the reports that have them. / 校验结果数和报告数。",
      requiredProperties = {"findings", "reports"})
  record CountView(
      @Schema(description = "How many findings; complete", examples = "41") int findings,
      @Schema(description = "In how many reports; complete", examples = "12") int reports) {}

  /** A part of the list of rehearsals. */
  @Schema(
      name = "RehearsalPage",
      description = "A page of rehearsals, newest first. / 规则试运行列表。",
      requiredProperties = {"items", "total"})
  record Page(
      @Schema(description = "The rehearsals of this page") List<RehearsalView> items,
      @Schema(description = "How many there are, on all pages", examples = "3") long total,
      @Schema(
              nullable = true,
              description = "The cursor of the next page; null on the last one",
              examples = "4")
          @JsonInclude(JsonInclude.Include.ALWAYS)
          @Nullable String next) {}

  /** Without the rules, for lists. */
  static RehearsalView of(Rehearsal rehearsal) {
    return of(rehearsal, null);
  }

  static RehearsalView of(Rehearsal rehearsal, @Nullable List<ResultStore.RuleResult> rules) {
    return new RehearsalView(
        Long.toString(rehearsal.id()),
        rehearsal.state(),
        rehearsal.region(),
        rehearsal.from(),
        rehearsal.to(),
        rehearsal.edition(),
        rehearsal.version(),
        rehearsal.author(),
        rehearsal.createdAt(),
        rehearsal.startedAt(),
        rehearsal.endedAt(),
        rehearsal.counts().total(),
        rehearsal.counts().seen(),
        rehearsal.counts().unjudged(),
        rehearsal.counts().unsubmittable(),
        rules == null ? null : rules.stream().map(RehearsalView::rule).toList());
  }

  private static RuleView rule(ResultStore.RuleResult of) {
    RuleCount count = of.count();
    return new RuleView(
        count.rule(),
        of.version(),
        Parameters.choice(of.severity(), Severity.class).orElseThrow(),
        new CountView(count.appearing(), count.appearingReports()),
        new CountView(count.disappearing(), count.disappearingReports()),
        count.unsubmittable());
  }
}
