package org.gongkai.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many write while some read: each reader gets everything, once, and in order. */
@QuarkusTest
@Timeout(180)
class FeedOrderTest {

  private static final int WRITERS = 10;
  private static final int CORRECTIONS = 12;

  private final City city = City.found();

  /** What the answers to the writers say that has happened: a report and its revision. */
  private record Event(long report, int revision) {}

  @Test
  void readersMissNothing() throws Exception {
    String district = city.district();
    List<String> organs = new ArrayList<>();
    for (int i = 0; i < WRITERS / 2; i++) {
      organs.add(city.organ(district));
    }
    long start = Feed.end();
    CountDownLatch writing = new CountDownLatch(WRITERS);
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 3)) {
      List<Future<List<Event>>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        int writer = i;
        String organ = organs.get(i % organs.size());
        writers.add(threads.submit(() -> write(organ, writer, writing)));
      }
      List<Future<List<Map<String, Object>>>> readers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        int size = 1 + i * 3;
        readers.add(threads.submit(() -> follow(start, district, size, writing)));
      }
      List<Event> made = new ArrayList<>();
      for (Future<List<Event>> writer : writers) {
        made.addAll(writer.get());
      }
      assertThat(made).hasSizeGreaterThan(WRITERS * CORRECTIONS / 2).doesNotHaveDuplicates();
      for (Future<List<Map<String, Object>>> reader : readers) {
        requireComplete(reader.get(), made);
      }
    }
  }

  private static void requireComplete(List<Map<String, Object>> read, List<Event> made) {
    assertThat(read.stream().map(FeedOrderTest::event)).containsExactlyInAnyOrderElementsOf(made);
    List<Long> positions =
        read.stream().map(c -> ((Number) c.get("position")).longValue()).toList();
    assertThat(positions).isSorted().doesNotHaveDuplicates();
    Map<Long, Integer> revisions = new HashMap<>();
    for (Map<String, Object> change : read) {
      Event event = event(change);
      assertThat(event.revision())
          .as("revision of report " + event.report())
          .isEqualTo(revisions.getOrDefault(event.report(), 0) + 1);
      revisions.put(event.report(), event.revision());
    }
  }

  private static Event event(Map<String, Object> change) {
    return new Event(
        ((Number) change.get("report")).longValue(), ((Number) change.get("revision")).intValue());
  }

  /** Two writers share each organ, and each has a report year of its own besides. */
  private static List<Event> write(String organ, int writer, CountDownLatch writing) {
    List<Event> made = Collections.synchronizedList(new ArrayList<>());
    try {
      for (int i = 0; i < CORRECTIONS; i++) {
        int year = i % 2 == 0 ? 2021 : 2023 + writer % 2;
        ObjectNode report = Sample.nil(organ, year);
        Sample.with(report, "/disclosure/licensing/decisions", writer * 1000 + i);
        report.withArray("nil").remove(0);
        Response answer =
            Api.send(admin(), report)
                .queryParam("state", "draft")
                .put("/api/v1/organs/{organ}/reports/{year}", organ, year);
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
        JsonPath body = answer.jsonPath();
        made.add(new Event(body.getLong("id"), body.getInt("revision")));
      }
      return made;
    } finally {
      writing.countDown();
    }
  }

  /** Asks until nobody writes any more and there is nothing left. */
  private static List<Map<String, Object>> follow(
      long start, String region, int size, CountDownLatch writing) {
    List<Map<String, Object>> read = new ArrayList<>();
    long next = start;
    while (true) {
      boolean last = writing.getCount() == 0;
      JsonPath page =
          Feed.page(TestKeys.ADMIN, "?limit=%d&after=%d&region=%s".formatted(size, next, region));
      List<Map<String, Object>> items = page.getList("items");
      read.addAll(items);
      assertThat(page.getLong("next")).isGreaterThanOrEqualTo(next);
      next = page.getLong("next");
      if (last && items.isEmpty()) {
        return read;
      }
    }
  }
}
