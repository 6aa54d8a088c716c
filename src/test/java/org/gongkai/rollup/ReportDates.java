package org.gongkai.rollup;

import static org.gongkai.access.TestKeys.admin;

import io.restassured.http.ContentType;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import javax.sql.DataSource;
import org.gongkai.journey.Api;
import org.gongkai.journey.Sample;

/** What offices say of dates, and reports that were filed on another day than today. */
public final class ReportDates {

  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private ReportDates() {}

  public static LocalDate today() {
    return LocalDate.now(SHANGHAI);
  }

  public static void date(String region, int year, LocalDate due) {
    put("/api/v1/calendars/" + region + "/" + year, Map.of("organ", due.toString()));
  }

  public static void extend(String organ, int year, LocalDate due) {
    put(
        "/api/v1/organs/" + organ + "/extensions/" + year,
        Map.of("due", due.toString(), "reason", "机构改革"));
  }

  public static void exempt(String organ, int year) {
    put("/api/v1/organs/" + organ + "/exemptions/" + year, Map.of("reason", "涉密单位"));
  }

  private static void put(String address, Map<String, String> body) {
    admin().contentType(ContentType.JSON).body(body).put(address).then().statusCode(200);
  }

  /** States on which day a report was handed in before the service was there. */
  public static void handedIn(long report, LocalDate day) {
    put(
        "/api/v1/reports/" + report + "/hand-in-day",
        Map.of("day", day.toString(), "reason", "据纸质收文登记"));
  }

  /** A report in any state, as if it had been submitted then. */
  public static long report(
      DataSource database, String organ, int year, String state, OffsetDateTime submitted) {
    long id = Api.drafted(Sample.nil(organ, year));
    try (var connection = database.getConnection();
        var row =
            connection.prepareStatement(
                "UPDATE report SET state = ?, first_submitted_at = ? WHERE id = ?")) {
      row.setString(1, state);
      row.setObject(2, submitted);
      row.setLong(3, id);
      row.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return id;
  }

  /** Says until when a report was wanted back, and when it came; null for not yet. */
  public static void returned(DataSource database, long report, LocalDate due, OffsetDateTime at) {
    try (var connection = database.getConnection();
        var row =
            connection.prepareStatement(
                "UPDATE report SET return_due = ?, return_answered_at = ? WHERE id = ?")) {
      row.setObject(1, due);
      row.setObject(2, at);
      row.setLong(3, report);
      row.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The last moment of a day in Shanghai. */
  public static OffsetDateTime lastMomentOf(LocalDate day) {
    Instant next = day.plusDays(1).atStartOfDay(SHANGHAI).toInstant();
    return next.minusNanos(1000).atOffset(java.time.ZoneOffset.UTC);
  }

  /** The first moment of a day in Shanghai. */
  public static OffsetDateTime firstMomentOf(LocalDate day) {
    return day.atStartOfDay(SHANGHAI).toOffsetDateTime();
  }
}
