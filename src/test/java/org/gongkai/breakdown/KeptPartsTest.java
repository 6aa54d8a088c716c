package org.gongkai.breakdown;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.gongkai.Seeds;
import org.gongkai.journey.Ask;
import org.gongkai.journey.City;
import org.gongkai.journey.Csv;
import org.gongkai.rollup.RandomLives;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first page, of which much is remembered, is at every moment what CSV adds up anew. */
@QuarkusTest
class KeptPartsTest {

  private static final int STEPS = Seeds.number(15, 25);

  private static final List<String> NUMBERS =
      List.of(
          "section=applications&row=received&column=total",
          "section=disclosure&row=normativeDocuments&column=inForce&blank=true",
          "section=publications&channel=website&unit=item",
          "section=applications&row=received&column=total&kind=department&basis=published");

  private final City city = City.found();

  static LongStream seeds() {
    return Seeds.of(11, 3, 58, 907);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theFirstPageFollowsWhateverChanges(long seed) {
    Random random = new Random(seed);
    RandomLives lives = new RandomLives(city);
    lives.grow(random);
    for (int step = 0; step < STEPS; step++) {
      lives.write(3, random);
      String region = lives.regions().get(random.nextInt(lives.regions().size()));
      for (String number : NUMBERS) {
        requireTheSame(city.code(), number);
        requireTheSame(region, number);
      }
    }
  }

  private static void requireTheSame(String region, String number) {
    String address =
        "/api/v1/rollups/contributions?by=organ&year=2021&region=%s&%s".formatted(region, number);
    JsonNode page = get(address).json();
    List<Map<String, String>> anew = Csv.read(get(address + "&format=csv").text());
    List<Map<String, String>> remembered = new ArrayList<>();
    page.get("items").forEach(item -> remembered.add(line(item, anew)));
    assertThat(remembered).as(address).isEqualTo(anew);
    assertThat(page.get("total").intValue()).as(address).isEqualTo(anew.size());
    JsonNode byRegion = get(address.replace("by=organ", "by=region")).json();
    for (String whole : List.of("sum", "blank", "reports", "otherLayout")) {
      assertThat(page.get(whole)).as(address + " " + whole).isEqualTo(byRegion.get(whole));
    }
  }

  private static Ask.Answer get(String address) {
    return new Ask.Question("GET", address).byAdmin().of(200);
  }

  /** The members that CSV has, as it writes them. */
  private static Map<String, String> line(JsonNode item, List<Map<String, String>> like) {
    Map<String, String> line = new java.util.LinkedHashMap<>();
    like.getFirst().keySet().forEach(name -> line.put(name, item.path(name).asText("")));
    return line;
  }
}
