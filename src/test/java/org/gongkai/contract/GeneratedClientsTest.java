package org.gongkai.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Clients that others generate from the contract lose nothing of a report: the real ones go through
 * them and the service, there and back, identical to the last cell.
 */
@QuarkusTest
@Tag("process")
class GeneratedClientsTest {

  private static final List<String> ROLLUPS =
      List.of("publications", "disclosure", "applications", "contests");

  private final City city = City.found();

  @ParameterizedTest
  @EnumSource
  void realReportsGoThroughIdenticalToTheLastCell(GeneratedClient client) throws IOException {
    client.build();
    for (String sample : List.of("huancui", "huaian", "shanghai")) {
      String district = city.district();
      String organ = city.organ(district);
      ObjectNode report =
          switch (sample) {
            case "huancui" -> Sample.huancui(organ);
            case "huaian" -> Sample.huaian(organ);
            default -> Sample.shanghai(organ);
          };
      goesThrough(client, district, report);
    }
  }

  private static void goesThrough(GeneratedClient client, String district, ObjectNode report)
      throws IOException {
    Path file = Files.createTempFile(Path.of("target"), "report", ".json");
    Files.writeString(file, report.toString());
    JsonNode seen = client.run(RestAssured.port, TestKeys.ADMIN, district, file);
    Files.delete(file);

    long id = seen.at("/read/id").longValue();
    assertSame(seen.get("sent"), report);
    assertSame(stored(id, 1), report);
    assertMembers(seen.get("read"), report);

    ObjectNode correction = corrected(report);
    assertMembers(seen.get("correction"), correction);
    assertMembers(stored(id, 2), correction);
    assertMembers(seen.get("corrected"), correction);

    for (String what : ROLLUPS) {
      JsonNode rollup =
          Sample.json(
              Api.rollup(what, district, report.get("year").intValue()).extract().asString());
      assertThat(rollup.at("/coverage/reported").intValue()).isEqualTo(1);
      assertSame(seen.at("/rollups/" + what), rollup);
    }
  }

  /** As the programs in {@code src/test/clients} correct it. */
  private static ObjectNode corrected(ObjectNode report) {
    ObjectNode corrected = report.deepCopy();
    corrected.withObject("/narrative").put("overview", "更正后的总体情况。");
    if (corrected.at("/disclosure/procurement/amount").asText().equals("251000元")) {
      corrected
          .withObject("/disclosure/procurement")
          .put("amount", new java.math.BigDecimal("251000.123456"))
          .put("unit", "yuan");
    }
    return corrected;
  }

  private static JsonNode stored(long id, int revision) {
    String address = "/api/v1/reports/{id}/revisions/{revision}/document";
    return Sample.json(Api.get(address, id, revision).statusCode(200).extract().asString());
  }

  /** What was sent is there; an answer has more beside it. */
  private static void assertMembers(JsonNode answer, ObjectNode sent) {
    sent.properties().forEach(member -> assertSame(answer.get(member.getKey()), member.getValue()));
  }

  private static void assertSame(JsonNode one, JsonNode other) {
    assertThat(one).isNotNull();
    Comparator<JsonNode> byValue =
        (a, b) ->
            a.isNumber() && b.isNumber()
                ? a.decimalValue().compareTo(b.decimalValue())
                : a.equals(b) ? 0 : 1;
    assertThat(one.equals(byValue, other)).as("%s%nis not%n%s", one, other).isTrue();
  }
}
