package org.gongkai.feed;

import static org.gongkai.access.TestKeys.as;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.gongkai.access.TestKeys;
import org.gongkai.form.Scope;
import org.gongkai.journey.Api;
import org.gongkai.report.ReportEventKind;
import org.gongkai.report.ReportState;
import org.gongkai.report.ReportsChanged;

/** The feed as its readers ask for it. */
public final class Feed {

  private static final AtomicLong END = new AtomicLong();

  private Feed() {}

  /** The position of the newest change: looked for from where it was when last asked for. */
  public static long end() {
    while (true) {
      String query = "/api/v1/changes?limit=1000&after=" + END.get();
      JsonNode page = Api.json(as(TestKeys.ADMIN).get(query));
      END.accumulateAndGet(page.get("next").longValue(), Math::max);
      if (page.get("items").isEmpty()) {
        return page.get("next").longValue();
      }
    }
  }

  static JsonPath page(String key, String query) {
    return as(key).get("/api/v1/changes" + query).then().statusCode(200).extract().jsonPath();
  }

  /** All that the caller sees after a position, asked for in small parts. */
  public static List<Map<String, Object>> after(long position, String key, String more) {
    List<Map<String, Object>> all = new ArrayList<>();
    long next = position;
    while (true) {
      JsonPath page = page(key, "?limit=7&after=" + next + more);
      List<Map<String, Object>> items = page.getList("items");
      if (items.isEmpty()) {
        return all;
      }
      all.addAll(items);
      next = page.getLong("next");
    }
  }

  /** Has a report published, as the feature that publishes it says so. */
  public static void publish(
      Event<ReportsChanged> events, long report, String organ, String region) {
    QuarkusTransaction.requiringNew().run(() -> events.fire(published(report, organ, region)));
  }

  static ReportsChanged published(long report, String organ, String region) {
    return new ReportsChanged(
        List.of(
            new ReportsChanged.ReportChanged(
                ReportEventKind.PUBLISHED,
                report,
                organ,
                2021,
                Scope.ORGAN,
                region,
                1,
                ReportState.SUBMITTED,
                "somebody",
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                true)));
  }
}
