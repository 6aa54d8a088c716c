package org.gongkai.reading;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Collections;
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
import org.gongkai.table.TableFormat;
import org.jspecify.annotations.Nullable;

/** In what a report or another document can be had. Of several liked alike, the first is given. */
public enum DocumentFormat implements WireCode {
  JSON(MediaType.APPLICATION_JSON),
  DOCX(DocumentFormat.DOCX_TYPE),
  HTML(MediaType.TEXT_HTML),
  PDF(DocumentFormat.PDF_TYPE),
  XLSX(TableFormat.XLSX_TYPE),
  CSV(TableFormat.CSV_TYPE);

  public static final String DOCX_TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  public static final String PDF_TYPE = "application/pdf";

  /** What the parameter {@code format} does. */
  public static final String PARAMETER =
      "Unless said, as `Accept` wants; a document is in Chinese, as the official form is";

  /** What a report can be had in. */
  public static final Set<DocumentFormat> OF_REPORTS = set(EnumSet.allOf(DocumentFormat.class));

  /** What a government's report made of sums can be had in. */
  public static final Set<DocumentFormat> OF_AREA_REPORTS = set(EnumSet.of(JSON, DOCX, HTML, PDF));

  /** What letters and notices can be had in. */
  public static final Set<DocumentFormat> OF_LETTERS = set(EnumSet.of(DOCX, HTML, PDF));

  private final MediaType type;

  DocumentFormat(String type) {
    this.type = MediaType.valueOf(type);
  }

  private static Set<DocumentFormat> set(Set<DocumentFormat> formats) {
    return Collections.unmodifiableSet(formats);
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its media type, without parameters. */
  public String mediaType() {
    return type.toString();
  }

  /** The Content-Type of an answer. */
  public String contentType() {
    return this == CSV || this == HTML ? type + ";charset=UTF-8" : type.toString();
  }

  /**
   * Picks the format.
   *
   * @param asked the parameter, which wins over what is acceptable, or null
   */
  public static DocumentFormat of(
      @Nullable String asked, HttpHeaders headers, Set<DocumentFormat> offered) {
    if (asked != null) {
      return Parameters.choice(asked, DocumentFormat.class)
          .filter(offered::contains)
          .orElseThrow(() -> ProblemException.invalid(new Violation("?format", oneOf(offered))));
    }
    List<MediaType> acceptable = headers.getAcceptableMediaTypes();
    return AcceptedTypes.best(acceptable, offered, format -> format.type)
        .orElseThrow(() -> ProblemException.of(ProblemType.NOT_ACCEPTABLE));
  }

  private static Text oneOf(Set<DocumentFormat> offered) {
    return Text.oneOf(offered.stream().map(DocumentFormat::code));
  }
}
