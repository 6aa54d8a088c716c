package org.gongkai.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.platform.Parameters;
import org.gongkai.problem.Violation;
import org.jspecify.annotations.Nullable;

/** One version of an organ as a registrar writes it, in JSON or as a line of a file. */
@Schema(
    name = "OrganForm",
    description =
        "One version of an organ. / 行政机关的一个版本。 It replaces the version that begins on `validFrom`;"
            + " without it the newest one.",
    requiredProperties = {"name", "region", "kind"})
record OrganForm(
    @Schema(description = "Name / 机关名称", examples = "威海市环翠区工业和信息化局", maxLength = 200)
        @Nullable String name,
    @Schema(
            description = "Code of the region it belongs to / 所属行政区划代码",
            examples = "371002",
            pattern = "^[0-9]{6}([0-9]{3})?$")
        @Nullable String region,
    @Schema(
            description = "Kind of organ; not the level of its region / 机关类型",
            examples = "department",
            implementation = OrganKind.class)
        @Nullable String kind,
    @Schema(
            description =
                "First day of this version / 生效日期. Later than the newest version's: a rename or"
                    + " a move, which closes that one. Absent: corrects the newest version; of a"
                    + " new organ: since ever.",
            examples = "2019-01-01",
            format = "date")
        @Nullable String validFrom,
    @Schema(
            description =
                "First day on which it is no longer so / 失效日期（当日不含）. Absent: until the next"
                    + " version, or until further notice.",
            examples = "2024-03-01",
            format = "date")
        @Nullable String validTo,
    @Schema(
            description =
                "Code of the organ that it was merged into when it was closed / 并入的机关代码. Only with"
                    + " `validTo`.",
            examples = "11371002004360986R")
        @Nullable String successor) {

  private static final int LONGEST_NAME = 200;

  /**
   * Reads what was written.
   *
   * @param place what stands before a field's name in a violation's pointer
   * @param violations takes what is wrong
   * @return the statement, or nothing where something is wrong
   */
  Optional<OrganStatement> read(String organ, String place, List<Violation> violations) {
    int before = violations.size();
    String readName = NameReader.read(name, LONGEST_NAME, place + "name", violations);
    OrganKind readKind = Parameters.choice(kind, OrganKind.class).orElse(null);
    if (readKind == null) {
      violations.add(new Violation(place + "kind", Parameters.oneOf(OrganKind.class)));
    }
    if (region == null || !RegionForm.CODE.matcher(region).matches()) {
      violations.add(new Violation(place + "region", RegionForm.BAD_CODE));
    }
    if (successor != null) {
      readSuccessor(successor, organ, place, violations);
    }
    LocalDate from = date(validFrom, place + "validFrom", violations).orElse(null);
    LocalDate to = date(validTo, place + "validTo", violations).orElse(null);
    if (from != null && to != null && !from.isBefore(to)) {
      violations.add(Violation.at(place + "validTo", "须晚于 validFrom。", "Later than validFrom."));
    }
    return readKind == null || region == null || violations.size() > before
        ? Optional.empty()
        : Optional.of(new OrganStatement(readName, region, readKind, from, to, successor));
  }

  private void readSuccessor(
      String successor, String organ, String place, List<Violation> violations) {
    OrganCode.objectionTo(successor)
        .ifPresent(why -> violations.add(new Violation(place + "successor", why)));
    if (validTo == null) {
      violations.add(
          Violation.at(
              place + "successor", "只有在填写 validTo（撤并日期）时才能填写。", "Only together with validTo."));
    }
    if (successor.equals(organ)) {
      violations.add(Violation.at(place + "successor", "不能并入自身。", "Another organ than itself."));
    }
  }

  static Optional<LocalDate> date(
      @Nullable String text, String pointer, List<Violation> violations) {
    if (text == null) {
      return Optional.empty();
    }
    Optional<LocalDate> date = Parameters.parsedDate(text);
    if (date.isEmpty()) {
      violations.add(Violation.at(pointer, "须为日期，如 2024-01-31。", "A date, such as 2024-01-31."));
    }
    return date;
  }
}
