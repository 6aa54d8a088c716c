package org.gongkai.platform;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.database.PackagedService;

/** Reports filed with a running service, whose survival is asked for later. */
public record Filings(PackagedService service) {

  private static final String ORGAN = "TEST-1";

  /** Files a report that says this, and comes back when the service has answered 201. */
  public void file(int year, String overview) {
    request()
        .body(Map.of("name", "测试机关", "region", "371002", "kind", "department"))
        .put("/api/v1/organs/" + ORGAN)
        .then()
        .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
    request()
        .body(
            Map.of(
                "organ",
                ORGAN,
                "year",
                year,
                "nil",
                List.of("disclosure", "applications", "contests"),
                "narrative",
                Map.of("overview", overview)))
        .post("/api/v1/reports")
        .then()
        .statusCode(201);
  }

  /** What the reports say that are there, oldest first. */
  public List<String> overviews() {
    List<String> overviews = new ArrayList<>();
    List<Integer> ids = request().get("/api/v1/reports").jsonPath().getList("items.id");
    for (int id : ids) {
      overviews.add(
          request().get("/api/v1/reports/" + id).jsonPath().getString("narrative.overview"));
    }
    return overviews;
  }

  /** How many reports the rollup of their district counts, over all years. */
  public int counted() {
    return request()
        .get("/api/v1/rollups/applications?region=371002&from=2015&to=2025")
        .jsonPath()
        .getInt("coverage.reported");
  }

  private RequestSpecification request() {
    return given()
        .baseUri(service.uri("").toString())
        .header("X-API-Key", PackagedService.ADMIN_KEY)
        .contentType(ContentType.JSON);
  }
}
