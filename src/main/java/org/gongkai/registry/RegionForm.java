package org.gongkai.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.platform.Parameters;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;
import org.jspecify.annotations.Nullable;

/** A region as a registrar writes it, in JSON or as a line of a file. */
@Schema(
    name = "RegionForm",
    description = "A region. / 行政区划。",
    requiredProperties = {"name", "level"})
record RegionForm(
    @Schema(description = "Name / 名称", examples = "环翠楼街道", maxLength = 100) @Nullable String name,
    @Schema(
            description = "Level / 级别. 9 digits: township, 6 digits: any other",
            examples = "township",
            implementation = RegionLevel.class)
        @Nullable String level,
    @Schema(
            description =
                "Code of the region directly above / 上级行政区划代码; absent for the nation only",
            examples = "371002",
            pattern = "^[0-9]{6}$")
        @Nullable String parent,
    @Schema(description = "First day / 启用日期", examples = "2019-01-01", format = "date")
        @Nullable String validFrom,
    @Schema(
            description = "First day on which the code is retired / 停用日期",
            examples = "2024-03-01",
            format = "date")
        @Nullable String validTo) {

  static final Text BAD_CODE =
      new Text("须为 6 位或 9 位行政区划代码。", "A region code of 6 digits, or 9 for a township.");

  static final Pattern CODE = Pattern.compile("[0-9]{6}(?:[0-9]{3})?");

  private static final int LONGEST_NAME = 100;

  /** Reads what was written; see {@link OrganForm#read}. */
  Optional<Region> read(String code, String place, List<Violation> violations) {
    int before = violations.size();
    String readName = NameReader.read(name, LONGEST_NAME, place + "name", violations);
    RegionLevel readLevel = Parameters.choice(level, RegionLevel.class).orElse(null);
    if (readLevel == null) {
      violations.add(new Violation(place + "level", Parameters.oneOf(RegionLevel.class)));
    } else if ((code.length() == 9) != (readLevel == RegionLevel.TOWNSHIP)) {
      violations.add(
          Violation.at(
              place + "level",
              "9 位代码为乡级（township），6 位代码为其他级别。",
              "A code of 9 digits is a township's, one of 6 digits any other region's."));
    } else if ((readLevel == RegionLevel.NATION) != (parent == null)) {
      violations.add(
          new Violation(
              place + "parent",
              new Text(
                  "须填写上级行政区划代码（国家除外）。", "The code of the region above; none for the nation.")));
    }
    if (parent != null && !CODE.matcher(parent).matches()) {
      violations.add(Violation.at(place + "parent", "须为 6 位行政区划代码。", "A region code of 6 digits."));
    }
    LocalDate from =
        OrganForm.date(validFrom, place + "validFrom", violations).orElse(LocalDate.MIN);
    LocalDate to = OrganForm.date(validTo, place + "validTo", violations).orElse(LocalDate.MAX);
    if (!from.isBefore(to)) {
      violations.add(
          Violation.at(place + "validTo", "须晚于启用日期 validFrom。", "Later than validFrom."));
    }
    return readLevel == null || violations.size() > before
        ? Optional.empty()
        : Optional.of(new Region(code, readName, readLevel, parent, from, to));
  }
}
