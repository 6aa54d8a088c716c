package org.gongkai.report;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.gongkai.check.Findings;
import org.gongkai.problem.Language;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;

/**
 * The ETag of a report: its edit, then what else the answer depends on. Only the edit is compared
 * with If-Match, because a finding that appears when a neighbouring year is filed changes the
 * answer but not the content that a correction is made from.
 */
record ReportTag(int edit, String rest) {

  private static final Pattern SHAPE = Pattern.compile("\"(\\d{1,9})-([0-9a-z-]+)\"");

  static ReportTag of(Report report, Language language) {
    CRC32C seen = new CRC32C();
    for (String findings : List.of(report.findings(), report.yearFindings())) {
      seen.update(Findings.canonical(findings).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    seen.update(report.region().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    seen.update(
        Integer.toString(report.events()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    String rest = HexFormat.of().toHexDigits((int) seen.getValue()) + "-" + language.tag();
    return new ReportTag(report.edit(), rest);
  }

  /** Of the report as it was after an event; it names nothing that a correction is made from. */
  static ReportTag of(Report report, ReportEvent event, Language language) {
    ReportTag now = of(report, language);
    return new ReportTag(0, event.key().number() + "-" + now.rest());
  }

  /** Whether an If-None-Match header names exactly this answer. */
  boolean isNamedBy(String header) {
    return header != null
        && Arrays.stream(header.split(","))
            .map(String::strip)
            .anyMatch(tag -> tag.equals("*") || tag.replaceFirst("^W/", "").equals(toString()));
  }

  /**
   * Refuses a correction of anything but the current edit; a weak tag names none (RFC 9110,
   * 13.1.1).
   *
   * @throws ProblemException {@code stale-etag} with the current ETag
   */
  void requireNamedBy(String ifMatch) {
    boolean named = Arrays.stream(ifMatch.split(",")).map(String::strip).anyMatch(this::isSameEdit);
    if (!named) {
      boolean weak = ifMatch.contains("W/");
      throw (weak
              ? ProblemException.of(
                  ProblemType.STALE_ETAG,
                  "If-Match 只做强比较：弱 ETag（W/）从不匹配；请原样发送报告的 ETag。",
                  "If-Match compares strongly: a weak ETag (W/) never matches; send the report's"
                      + " ETag as it is.")
              : ProblemException.of(ProblemType.STALE_ETAG))
          .withHeader("ETag", toString());
    }
  }

  private boolean isSameEdit(String tag) {
    Matcher matcher = SHAPE.matcher(tag);
    return tag.equals("*") || (matcher.matches() && Integer.parseInt(matcher.group(1)) == edit);
  }

  @Override
  public String toString() {
    return "\"" + edit + "-" + rest + "\"";
  }
}
