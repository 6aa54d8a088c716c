package org.gongkai.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.Seeds;
import org.gongkai.journey.Api;
import org.gongkai.journey.Ask;
import org.gongkai.journey.AtOnce;
import org.gongkai.journey.City;
import org.gongkai.journey.Csv;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever these endpoints can be asked has an answer that can be read, or a problem of the caller.
 */
@QuarkusTest
class SweepTest {

  private static final int LAST = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear() - 1;

  private static final List<String> WHAT =
      List.of("publications", "applications", "disclosure", "contests", "indicators");
  private static final List<String> BY = List.of("none", "region", "organ", "level", "year");
  private static final List<String> FORMATS = List.of("json", "csv", "xlsx", "jsonstat", "csvw");
  private static final List<String> TABLES = List.of("json", "csv", "xlsx");
  private static final List<String> YEARS =
      List.of(
          "",
          "&year=2021",
          "&year=1949",
          "&from=2020&to=2021",
          "&from=2021&to=2021",
          "&from=" + LAST,
          "&from=" + (LAST + 1),
          "&to=2021",
          "&to=2019",
          "&from=2015&to=2034",
          "&from=2022&to=2021",
          "&year=2021&to=2021");
  private static final List<List<String>> OTHERS =
      List.of(
          List.of("", "&compare=previous-year"),
          List.of("", "&basis=accepted", "&basis=published"),
          List.of("", "&asOf=2020-01-01T00:00:00Z", "&asOf=2024-06-30T12:00:00%2B08:00"),
          List.of("", "&kind=department", "&kind=town-government&kind=party-organ"),
          List.of("", "&bom=true"));

  private final City city = City.found();
  private final Random random = new Random(11);
  private String region;

  private record Question(String address, String format) {
    void ask() throws IOException {
      SweepTest.ask(address, format);
    }
  }

  private final List<Question> questions = new ArrayList<>();
  private int turn;

  private void asked(String address, String format) {
    questions.add(new Question(address, format));
  }

  @BeforeEach
  void register() {
    String district = city.district();
    region = city.code();
    Api.filed(Sample.huancui(city.organ(district)));
    long id = Api.filed(Sample.nil(city.organ(city.township(district)), LAST));
    Steps.accept(admin(), id).statusCode(200);
    Steps.publish(admin(), id).statusCode(200);
    city.organ(region);
  }

  @Test
  void everyRollup() {
    for (String what : WHAT) {
      turn++;
      for (String by : BY) {
        for (String years : YEARS) {
          for (String format : Seeds.inTurn(FORMATS, turn++)) {
            String more = "&by=" + by + years + others();
            asked("/api/v1/rollups/" + what + "?region=" + region + more, format);
          }
        }
      }
    }
    AtOnce.each(questions, Question::ask);
  }

  @Test
  void everyList() {
    List<String> years = List.of("", "&year=2021", "&year=1949", "&year=2100", "&year=" + LAST);
    for (String of : List.of(region, "000000", "999999")) {
      for (String year : years) {
        for (String by : List.of("", "&by=none", "&by=region", "&by=organ")) {
          asked("/api/v1/coverage?region=" + of + year + by, "json");
        }
        for (String more : List.of("", "&status=missing", "&state=draft", "&own=true&limit=1")) {
          asked("/api/v1/coverage/organs?region=" + of + year + more, "json");
        }
        for (String format : TABLES) {
          asked("/api/v1/reminders?region=" + of + year + "&format=" + format, format);
          for (String more : List.of("", "&scope=level", "&scope=area&all=true", "&basis=x")) {
            asked(
                "/api/v1/reconciliations?region=" + of + year + more + "&format=" + format, format);
          }
        }
        contributions(of, year);
      }
      for (String basis : List.of("", "&basis=accepted", "&basis=published", "&basis=x")) {
        asked("/api/v1/availability?region=" + of + basis, "json");
      }
    }
    AtOnce.each(questions, Question::ask);
  }

  private void contributions(String of, String year) {
    List<String> numbers =
        List.of(
            "&section=applications&row=outcomes.refused&column=total",
            "&section=disclosure&row=fees&column=amount",
            "&section=contests&row=reconsideration&column=upheld",
            "&section=publications&unit=item",
            "&section=publications&unit=item&channel=website",
            "&section=publications",
            "&section=nowhere&row=x&column=y");
    for (String number : numbers) {
      for (String by : List.of("", "&by=organ", "&by=cell", "&by=year")) {
        for (String format : Seeds.inTurn(TABLES, turn++)) {
          String more = number + by + others("&own=true", "&blank=true", "&basis=published");
          asked(
              "/api/v1/rollups/contributions?region=" + of + year + more + "&format=" + format,
              format);
        }
      }
    }
  }

  /** Some of what may be asked beside; the seed is fixed, so that a fault comes again. */
  private String others() {
    StringBuilder all = new StringBuilder();
    OTHERS.forEach(some -> all.append(some.get(random.nextInt(some.size()))));
    return all.toString();
  }

  private String others(String... some) {
    StringBuilder all = new StringBuilder();
    for (String one : some) {
      all.append(random.nextInt(3) == 0 ? one : "");
    }
    return all.toString();
  }

  private static void ask(String address, String format) throws IOException {
    String whole = address.contains("format=") ? address : address + "&format=" + format;
    boolean formatted = address.contains("/rollups/") || address.contains("format=");
    Ask.Answer answer = Ask.get(formatted ? whole : address);
    int status = answer.status();
    assertThat(status).as(whole).isBetween(200, 499);
    if (status >= 400) {
      assertThat(answer.header("Content-Type")).as(whole).startsWith("application/problem+json");
      assertThat(answer.json().path("code").asText()).as(whole).isNotBlank();
      return;
    }
    requireReadable(whole, format, answer.body());
    String tag = answer.header("ETag");
    if (tag != null && !whole.contains("asOf")) {
      assertThat(Ask.get(whole, "If-None-Match", tag).status()).as(whole).isEqualTo(304);
    }
  }

  private static void requireReadable(String asked, String format, byte[] body) throws IOException {
    String text = new String(body, StandardCharsets.UTF_8);
    switch (format) {
      case "csv" -> {
        List<String> lines = text.lines().toList();
        assertThat(lines).as(asked).isNotEmpty();
        assertThat(Csv.read(text)).as(asked).isNotNull();
      }
      case "xlsx" -> {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(body))) {
          int sheets = asked.contains("/indicators") ? 4 : 3; // and their definitions
          assertThat(book.getNumberOfSheets()).as(asked).isEqualTo(sheets);
        }
      }
      case "jsonstat" -> {
        JsonNode set = Sample.json(text);
        int cells = 1;
        for (JsonNode size : set.get("size")) {
          cells *= size.asInt();
        }
        assertThat(set.get("value").size()).as(asked).isEqualTo(cells);
      }
      default -> assertThat(Sample.json(text).isObject()).as(asked).isTrue();
    }
  }
}
