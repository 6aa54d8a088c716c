package org.gongkai.table;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gongkai.platform.AcceptedTypes;
import org.gongkai.platform.Parameters;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;
import org.gongkai.problem.WireCode;
import org.jspecify.annotations.Nullable;

/** How an answer is written down. Where a caller wants several alike, the first one is given. */
public enum TableFormat implements WireCode {
  JSON(MediaType.APPLICATION_JSON, "json", false),
  CSV(TableFormat.CSV_TYPE, "csv", true),
  XLSX(TableFormat.XLSX_TYPE, "xlsx", true),
  /** Nobody has registered a type for it; one that ends in +json is read by whatever reads JSON. */
  JSONSTAT(TableFormat.JSONSTAT_TYPE, "json", false),
  CSVW(TableFormat.CSVW_TYPE, "json", false);

  public static final String CSV_TYPE = "text/csv";
  public static final String XLSX_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  public static final String JSONSTAT_TYPE = "application/json-stat+json";
  public static final String CSVW_TYPE = "application/csvm+json";

  /** What lists can be had in. */
  public static final Set<TableFormat> OF_LISTS = EnumSet.of(JSON, CSV);

  private final MediaType type;
  private final String extension;
  private final boolean attachment;

  TableFormat(String type, String extension, boolean attachment) {
    this.type = MediaType.valueOf(type);
    this.extension = extension;
    this.attachment = attachment;
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The Content-Type of an answer. */
  public String contentType() {
    return this == CSV ? CSV_TYPE + ";charset=UTF-8" : type.toString();
  }

  String extension() {
    return extension;
  }

  /** Whether browsers are to put it into a file rather than show it. */
  boolean isAttachment() {
    return attachment;
  }

  /**
   * Picks the format.
   *
   * @param asked the parameter, which wins over what is acceptable, or null
   * @param acceptable ranges of the header Accept, with their weights
   */
  static TableFormat of(
      @Nullable String asked, List<MediaType> acceptable, Set<TableFormat> offered) {
    if (asked != null) {
      return Parameters.choice(asked, TableFormat.class)
          .filter(offered::contains)
          .orElseThrow(() -> ProblemException.invalid(new Violation("?format", oneOf(offered))));
    }
    return AcceptedTypes.best(acceptable, offered, format -> format.type)
        .orElseThrow(() -> ProblemException.of(ProblemType.NOT_ACCEPTABLE));
  }

  private static Text oneOf(Set<TableFormat> offered) {
    return Text.oneOf(offered.stream().map(TableFormat::code));
  }

  static Set<TableFormat> all() {
    return EnumSet.copyOf(Arrays.asList(values()));
  }
}
