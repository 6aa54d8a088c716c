package org.gongkai.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.platform.StatementTimeout;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Takes a file of regions in one transaction. A nation with its townships has some 45,000. */
@ApplicationScoped
class RegionImport {

  static final int MOST_LINES = 100_000;

  private static final FileColumns COLUMNS =
      new FileColumns()
          .with("code", "代码", "行政区划代码", "区划代码")
          .with("name", "名称", "行政区划名称", "区划名称")
          .with("level", "级别", "行政级别", "区划级别", "层级")
          .with("parent", "上级代码", "上级区划代码", "上级行政区划代码", "上级区划", "上级")
          .orWith("validFrom", "启用日期", "生效日期", "起始日期", "设立日期")
          .orWith("validTo", "停用日期", "失效日期", "撤销日期");

  private static final Text REPEATED =
      new Text("与前面某行的代码相同。", "An earlier line has the same code.");
  private static final Text FORBIDDEN =
      new Text("无权登记该上级区划之下的区划。", "Not permitted to register regions below this parent.");
  private static final Text TOO_LONG =
      new Text("文件超过 %s 行。", "More than %s lines.").with(MOST_LINES);

  /** A line that nothing is wrong with by itself. */
  private record Line(int number, Region region) {}

  private final RegionRegistration registration;
  private final Jurisdiction jurisdiction;
  private final StatementTimeout timeout;

  RegionImport(
      RegionRegistration registration, Jurisdiction jurisdiction, StatementTimeout timeout) {
    this.registration = registration;
    this.jurisdiction = jurisdiction;
    this.timeout = timeout;
  }

  @Transactional
  ImportReport take(InputStream body, @Nullable String charset, boolean partial) {
    timeout.lengthen();
    ImportReport report = new ImportReport();
    List<Line> lines = read(body, charset, report);
    // From the top down, so that what is refused takes along what lies below it.
    lines.sort(
        Comparator.comparing((Line line) -> line.region().level())
            .thenComparing(line -> line.region().code()));
    RegionPlan plan = registration.plan(lines.stream().map(Line::region).toList());
    Map<String, Boolean> permitted = new HashMap<>();
    List<Region> good = new ArrayList<>();
    for (Line line : lines) {
      Region region = line.region();
      Optional<RegionPlan.Refusal> refusal = plan.refusalOf(region);
      if (refusal.isPresent()) {
        report.refuse(line.number(), refusal.get().field(), refusal.get().why());
        plan.leaveOut(region);
      } else if (!isPermitted(plan, region, permitted)) {
        report.forbid(line.number(), "parent", FORBIDDEN);
        plan.leaveOut(region);
      } else {
        good.add(region);
        report.count(plan.outcomeOf(region), 1);
      }
    }
    report.requireAcceptable(partial);
    registration.write(plan, good);
    return report;
  }

  private static List<Line> read(InputStream body, @Nullable String charset, ImportReport report) {
    List<Line> lines = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    try (CsvFile file = new CsvFile(body, charset, COLUMNS, report)) {
      for (var line = file.next(); line.isPresent(); line = file.next()) {
        if (report.lines() > MOST_LINES) {
          report.refuseFile(line.get().number(), "", TOO_LONG);
          break;
        }
        read(line.get(), report, codes).ifPresent(lines::add);
      }
    }
    return lines;
  }

  private static Optional<Line> read(CsvFile.Line line, ImportReport report, Set<String> codes) {
    String code = line.cell("code");
    if (code == null || !RegionForm.CODE.matcher(code).matches()) {
      report.refuse(line.number(), "code", RegionForm.BAD_CODE);
      return Optional.empty();
    }
    List<Violation> violations = new ArrayList<>();
    Optional<Region> region =
        new RegionForm(
                line.cell("name"),
                PlainWord.code(line.cell("level"), RegionLevel.class, RegionLevel::words),
                line.cell("parent"),
                line.date("validFrom"),
                line.date("validTo"))
            .read(code, "", violations);
    if (!codes.add(code)) {
      violations.add(new Violation("code", REPEATED));
    }
    violations.forEach(v -> report.refuse(line.number(), v.pointer(), v.message()));
    return violations.isEmpty()
        ? region.map(read -> new Line(line.number(), read))
        : Optional.empty();
  }

  /** A caller who may make a region may also register below it in the same file. */
  private boolean isPermitted(RegionPlan plan, Region region, Map<String, Boolean> known) {
    return plan.jurisdictions(region).stream()
        .allMatch(place -> plan.creates(place) || known.computeIfAbsent(place, this::isPermitted));
  }

  private boolean isPermitted(String place) {
    try {
      jurisdiction.requireRegistering(place);
      return true;
    } catch (ProblemException e) {
      if (e.type() != ProblemType.FORBIDDEN) {
        throw e;
      }
      return false;
    }
  }
}
