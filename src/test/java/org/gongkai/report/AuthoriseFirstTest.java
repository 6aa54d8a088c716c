package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.as;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.platform.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may not file costs nothing: no reading, no rule, no waiting and nobody's waiting. */
@QuarkusTest
class AuthoriseFirstTest {

  @Inject MeterRegistry metrics;
  @Inject Sql sql;

  private final City city = City.found();
  private final Map<String, Function<RequestSpecification, Integer>> requests =
      new LinkedHashMap<>();
  private String organ;
  private String stranger;

  @BeforeEach
  void register() {
    organ = city.organ(city.district());
    stranger = TestKeys.office(city.district());
    long id = Api.filed(Sample.nil(organ, 2020));
    ObjectNode inconsistent =
        Sample.with(Sample.huancui(organ), "/applications/received/naturalPerson", 1);
    String byId = "/api/v1/reports/" + id;
    String byYear = "/api/v1/organs/" + organ + "/reports/2021";
    ask("file", r -> json(r, inconsistent).post("/api/v1/reports").statusCode());
    ask("draft", r -> json(r, inconsistent).post("/api/v1/reports?state=draft").statusCode());
    ask("put", r -> json(r, inconsistent).put(byYear).statusCode());
    ask("put no report", r -> json(r, "{").put(byYear).statusCode());
    ask("nil", r -> json(r, "{").post(byYear + "/nil").statusCode());
    ask("correct", r -> json(r, "{").header("If-Match", "\"1\"").put(byId).statusCode());
    ask("correct blindly", r -> json(r, "{").put(byId).statusCode());
    ask("submit", r -> r.post(byId + "/submission").statusCode());
    ask("accept", r -> r.post(byId + "/acceptance").statusCode());
  }

  private void ask(String name, Function<RequestSpecification, Integer> request) {
    requests.put(name, request);
  }

  private static RequestSpecification json(RequestSpecification request, Object body) {
    return request.contentType(ContentType.JSON).body(body.toString());
  }

  @Test
  void noRuleIsAppliedAndNothingIsRead() {
    double before = examined();
    for (String key : new String[] {stranger, TestKeys.organ(city.organ(city.district()))}) {
      requests.forEach(
          (name, request) -> assertThat(request.apply(as(key))).as(name).isEqualTo(403));
    }
    assertThat(examined()).isEqualTo(before);
    assertThat(Api.file(as(stranger), Sample.nil("NOBODY-KNOWS-ME", 2021)).extract().statusCode())
        .isEqualTo(422);
    assertThat(examined()).isEqualTo(before);
    Api.file(Sample.nil(organ, 2021)).statusCode(201);
    assertThat(examined()).isEqualTo(before + 1);
  }

  /**
   * The organ is held by somebody else all the while: whoever waited for it would wait for ever.
   */
  @Test
  void theyDoNotWaitForTheOrgan() throws Exception {
    QuarkusTransaction.requiringNew()
        .call(
            () -> {
              sql.statement("SELECT 1 FROM organ WHERE code = :organ FOR UPDATE")
                  .bind("organ", organ)
                  .list(row -> null);
              for (var request : requests.entrySet()) {
                int status =
                    CompletableFuture.supplyAsync(() -> request.getValue().apply(as(stranger)))
                        .get(60, TimeUnit.SECONDS);
                assertThat(status).as(request.getKey()).isEqualTo(403);
              }
              return true;
            });
  }

  private double examined() {
    return metrics.counter("gongkai.reports.examined").count();
  }
}
