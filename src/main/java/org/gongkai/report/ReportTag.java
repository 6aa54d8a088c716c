package org.gongkai.report;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.gongkai.platform.Preconditions;
import org.gongkai.problem.Language;

/**
 * The ETag of a report: its edit, then what else the answer depends on. Only the edit is compared
 * with If-Match, because a finding that appears when a neighbouring year is filed changes the
 * answer but not the content that a correction is made from.
 */
public record ReportTag(int edit, String rest) {

  /** A view with the ETag that it has. */
  public record Tagged<T>(ReportTag tag, T view) {}

  private static final Pattern SHAPE = Pattern.compile("\"(\\d{1,9})-([0-9a-z-]+)\"");

  public static ReportTag of(Report report, Language language) {
    CRC32C seen = new CRC32C();
    for (String found : report.findings().canonical()) {
      seen.update(found.getBytes(StandardCharsets.UTF_8));
    }
    seen.update(report.region().getBytes(StandardCharsets.UTF_8));
    seen.update(Integer.toString(report.events()).getBytes(StandardCharsets.UTF_8));
    String rest = HexFormat.of().toHexDigits((int) seen.getValue()) + "-" + language.tag();
    return new ReportTag(report.edit(), rest);
  }

  /**
   * Of a report as it was after an event; it names nothing that a correction is made from. It is
   * made of what is shown and of nothing else: readers could tell by it what has happened since.
   */
  public static ReportTag of(ReportView past, ReportEvent event, Language language) {
    CRC32C seen = new CRC32C();
    for (Object shown : List.of(event.at(), past.region(), past.editions(), past.document())) {
      seen.update(shown.toString().getBytes(StandardCharsets.UTF_8));
    }
    return new ReportTag(
        0, HexFormat.of().toHexDigits((int) seen.getValue()) + "-" + language.tag());
  }

  /** The same of an answer that shows something more. */
  public ReportTag with(String more) {
    CRC32C seen = new CRC32C();
    seen.update(more.getBytes(StandardCharsets.UTF_8));
    return new ReportTag(edit, rest + "-" + HexFormat.of().toHexDigits((int) seen.getValue()));
  }

  /** The same without what the public is not shown. */
  public ReportTag ofThePublic() {
    return new ReportTag(edit, rest + "-public");
  }

  /** Refuses what is not made from this edit, whichever of its answers it was read in. */
  void require(Preconditions conditions) {
    conditions.requireHeld(toString(), this::isSameEdit);
  }

  private boolean isSameEdit(String tag) {
    Matcher matcher = SHAPE.matcher(tag);
    return matcher.matches() && Integer.parseInt(matcher.group(1)) == edit;
  }

  @Override
  public String toString() {
    return "\"" + edit + "-" + rest + "\"";
  }
}
