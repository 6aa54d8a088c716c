package org.gongkai.table;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.gongkai.platform.Parameters;
import org.gongkai.problem.Language;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Which one of the representations of an answer a caller gets.
 *
 * @param mark whether CSV begins with a byte order mark
 */
public record Representation(TableFormat format, Language language, boolean mark) {

  /** What the parameter {@code bom} does. */
  public static final String BOM =
      "Whether CSV begins with a byte order mark, which spreadsheets want and scripts do not;"
          + " unless said, it does for a browser that follows a link. After the mark, codes that a"
          + " spreadsheet would take for numbers, dates or booleans are written as texts,"
          + " `=\"113501020000050047\"`, which the imports take back";

  /** What {@link #of} looks at. */
  public static final String VARY = "Accept, Accept-Language, Sec-Fetch-Mode";

  /**
   * Picks the representation.
   *
   * @param format the parameter, or null
   * @param bom the parameter, or null
   */
  public static Representation of(
      @Nullable String format,
      @Nullable String bom,
      HttpHeaders headers,
      Set<TableFormat> offered) {
    TableFormat picked = TableFormat.of(format, headers.getAcceptableMediaTypes(), offered);
    boolean wanted = bom == null ? isFromBrowser(headers) : Parameters.flag("bom", bom);
    return new Representation(picked, Language.of(headers), picked == TableFormat.CSV && wanted);
  }

  /**
   * Whether somebody follows a link, whose file a spreadsheet then opens; it takes UTF-8 for the
   * code page of the machine where no mark stands before it. A script in a page does not want it.
   * Browsers say Sec-Fetch-Mode over TLS only; without it, only they ask for HTML.
   */
  private static boolean isFromBrowser(HttpHeaders headers) {
    String mode = headers.getHeaderString("Sec-Fetch-Mode");
    if (mode != null) {
      return mode.equals("navigate");
    }
    List<String> accept = headers.getRequestHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.stream().anyMatch(ranges -> ranges.contains("text/html"));
  }

  /** Refuses to leave unheeded what is said of pages: only JSON comes in them. */
  public void requireNoPages(@Nullable String cursor, @Nullable String limit) {
    if (format != TableFormat.JSON && (cursor != null || limit != null)) {
      throw ProblemException.invalid(
          Violation.at(
              cursor != null ? "?cursor" : "?limit",
              "仅用于 JSON；CSV 一次给出全部。",
              "For JSON only; CSV has everything at once."));
    }
  }

  /**
   * Answers with a list that changes while it is read, so that nobody keeps it.
   *
   * @param file the name of the CSV, without its ending
   */
  public Response list(String file, Supplier<?> csv, Supplier<?> json) {
    Response.ResponseBuilder answer =
        format == TableFormat.CSV
            ? Response.ok(csv.get(), format.contentType())
                .header(
                    HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + ".csv\"")
            : Response.ok(json.get(), MediaType.APPLICATION_JSON);
    return answer
        .header(HttpHeaders.VARY, VARY)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  /** Answers with what is shown this once: nobody on the way keeps it. */
  public Response once(String file, Supplier<?> csv, Supplier<?> json) {
    Response answer = list(file, csv, json);
    answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    return answer;
  }

  /**
   * The ETag of this representation. That of a workbook is weak: each holds the moment at which it
   * was written.
   *
   * @param stamp stands for the content
   */
  String tag(String stamp) {
    String tag =
        "\"" + stamp + "-" + format.code() + "-" + language.tag() + (mark ? "-bom" : "") + "\"";
    return format == TableFormat.XLSX ? "W/" + tag : tag;
  }
}
