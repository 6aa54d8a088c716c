package org.gongkai.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.Seeds;
import org.gongkai.journey.Api;
import org.gongkai.journey.Ask;
import org.gongkai.journey.AtOnce;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;

/** A city whose organs do at random all that can change a sum. */
public final class RandomLives {

  private static final List<Integer> YEARS = List.of(2020, 2021);
  private static final List<String> KINDS =
      List.of("department", "township-government", "public-institution");
  private static final List<String> WHAT =
      List.of("publications", "applications", "disclosure", "indicators");

  private static final List<String> RESTS =
      List.of("&by=region&kind=department", "&by=level", "&by=region");

  /** How often all was compared: what was divided in one way is divided in another next time. */
  private static final AtomicInteger COMPARED = new AtomicInteger();

  private final City city;
  private final List<String> regions = new ArrayList<>();
  private final List<String> organs = new ArrayList<>();

  public RandomLives(City city) {
    this.city = city;
  }

  public List<String> regions() {
    return regions;
  }

  public List<String> organs() {
    return organs;
  }

  /** Founds districts, townships and organs. */
  public void grow(Random random) {
    regions.add(city.code());
    for (int i = 0; i < 3; i++) {
      String district = city.district();
      regions.add(district);
      if (i < 2) {
        regions.add(city.township(district));
      }
    }
    for (int i = 0; i < 10; i++) {
      organs.add(city.organ(regions.get(random.nextInt(regions.size()))));
    }
  }

  /** Takes so many steps, each of which may be refused for the state that something is in. */
  public Void write(int steps, Random random) {
    for (int step = 0; step < steps; step++) {
      String organ = organs.get(random.nextInt(organs.size()));
      int year = YEARS.get(random.nextInt(YEARS.size()));
      int status = step(organ, year, random);
      assertThat(status)
          .as("what is refused is refused for its state")
          .isIn(200, 201, 204, 404, 409, 412, 422);
    }
    return null;
  }

  private int step(String organ, int year, Random random) {
    switch (random.nextInt(14)) {
      case 0:
        return put(
            "/api/v1/organs/" + organ,
            Map.of(
                "name", "局" + random.nextInt(9),
                "region", regions.get(random.nextInt(regions.size())),
                "kind", KINDS.get(random.nextInt(KINDS.size()))));
      case 1:
        String exemption = "/api/v1/organs/" + organ + "/exemptions/" + year;
        return random.nextBoolean()
            ? put(exemption, Map.of("reason", "筹建"))
            : admin().delete(exemption).statusCode();
      case 2, 3, 4, 5, 6:
        ObjectNode report = RandomTreeTest.report(organ, random);
        report.put("year", year);
        return Api.put(organ, year, report).extract().statusCode();
      default:
        return live(organ, year, random);
    }
  }

  private static int live(String organ, int year, Random random) {
    var read = admin().get("/api/v1/organs/{organ}/reports/{year}", organ, year);
    if (read.statusCode() != 200) {
      return read.statusCode();
    }
    JsonNode report = Sample.json(read.asString());
    long id = report.get("id").longValue();
    return (switch (random.nextInt(8)) {
          case 0 -> Steps.withdraw(admin(), id);
          case 1 -> Steps.giveBack(admin(), id, "disclosure", "请核对");
          case 2, 3 -> Steps.accept(admin(), id);
          case 4 -> Steps.publish(admin(), id);
          case 5 -> Steps.reopen(admin(), id, "更正");
          case 6 -> Steps.submit(admin(), id);
          default -> explain(report, id, random);
        })
        .extract()
        .statusCode();
  }

  private static io.restassured.response.ValidatableResponse explain(
      JsonNode report, long id, Random random) {
    for (JsonNode finding : report.get("findings")) {
      if (finding.get("severity").textValue().equals("warning")) {
        return Steps.explain(admin(), id, finding.get("id").textValue(), "说明" + random.nextInt(9));
      }
    }
    return Steps.accept(admin(), id);
  }

  private static int put(String address, Map<String, String> body) {
    return admin().contentType(ContentType.JSON).body(body).put(address).statusCode();
  }

  /** Compares rollups of regions with the plain addition of their reports. */
  public static void compareAll(List<String> regions) {
    List<String> addresses = new ArrayList<>();
    int turn = COMPARED.getAndIncrement();
    for (String region : regions) {
      for (String what : WHAT) {
        turn++;
        for (String basis : List.of("submitted", "accepted", "published")) {
          for (String rest : Seeds.inTurn(RESTS, turn++)) {
            addresses.add(
                "/api/v1/rollups/%s?region=%s&from=2019&to=2022&basis=%s%s"
                    .formatted(what, region, basis, rest));
          }
        }
      }
    }
    AtOnce.each(addresses, RandomLives::compare);
  }

  /** As of now everything is added up from the reports. */
  private static void compare(String address) {
    assertThat(answer(address)).as(address).isEqualTo(answer(address + "&asOf=" + Instant.now()));
  }

  /**
   * As of an instant findings are what the report's last event left, before its neighbour in time
   * changed; that those of now are right is what the checks say.
   */
  private static JsonNode answer(String address) {
    Ask.Answer got = Ask.get(address);
    assertThat(got.status()).as(address).isEqualTo(200);
    JsonNode answer = got.json();
    answer.findParents("unexplained").forEach(o -> ((ObjectNode) o).remove("unexplained"));
    return answer;
  }
}
