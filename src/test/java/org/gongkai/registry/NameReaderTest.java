package org.gongkai.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.gongkai.journey.City;
import org.gongkai.language.Glyphs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What organs and regions may be called, and that the same name twice is pointed out. */
@QuarkusTest
class NameReaderTest {

  private static final int ONE = 1;

  @Inject DataSource dataSource;

  private final City city = City.found();
  private String district;

  @BeforeEach
  void register() {
    district = city.district();
  }

  private ValidatableResponse put(
      String organ, String name, String region, String from, String to) {
    Map<String, String> form = new HashMap<>();
    form.put("name", name);
    form.put("region", region);
    form.put("kind", "department");
    form.put("validFrom", from);
    form.put("validTo", to);
    form.values().removeIf(v -> v == null);
    return admin().contentType(ContentType.JSON).body(form).put("/api/v1/organs/" + organ).then();
  }

  private String code(int n) {
    return "N-" + district + "-" + n;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "????????",
        "区财政局\uFFFD\uFFFD",
        "区财政局？？",
        "财政\u200B局",
        "财政局\u202E",
        "财政\n局",
        "\uE000局",
        "\u001B[31m局",
        "财\u2028政局",
        "\u2066局",
        "局\uFEFF局",
        "局\u0378"
      })
  void aNameThatIsBrokenOrHidesSomethingIsRefusedEverywhere(String name) {
    put(code(ONE), name, district, null, null)
        .statusCode(400)
        .body("violations.pointer", contains("/name"));
    admin()
        .contentType(ContentType.JSON)
        .body(Map.of("name", name, "level", "township", "parent", district))
        .put("/api/v1/regions/" + district + "001")
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/name"));
    admin()
        .contentType(ContentType.JSON)
        .body(Map.of("role", "reader", "label", name))
        .post("/api/v1/keys")
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/label"));
    String quoted = "\"" + name + "\"";
    imported("organs", "code,name,region,kind\nN-9,%s,%s,department\n".formatted(quoted, district));
    imported(
        "regions",
        "code,name,level,parent\n%s001,%s,township,%s\n".formatted(district, quoted, district));
  }

  private static void imported(String what, String file) {
    admin()
        .contentType("text/csv; charset=UTF-8")
        .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post("/api/v1/" + what + "/import")
        .then()
        .statusCode(422)
        .body("violations.pointer", contains("line:2/name"));
  }

  @Test
  void theSameNameTwiceInARegionIsPointedOut() {
    put(code(1), "体育局", district, null, null).statusCode(201).body("warnings", empty());
    put(code(2), "体育局", district, null, null)
        .statusCode(201)
        .body("warnings.code", contains("same-name"))
        .body("warnings[0].message", containsString(code(1)));
    admin()
        .get("/api/v1/organs/" + code(1))
        .then()
        .body("warnings[0].message", containsString(code(2)));
    put(code(3), "体育局", city.district(), null, null).statusCode(201).body("warnings", empty());
    put(code(4), "体育馆", district, null, null).statusCode(201).body("warnings", empty());
    put(code(4), "体育局", district, "2030-01-01", null)
        .statusCode(200)
        .body("warnings.code", contains("same-name"));
  }

  /** Radicals for characters, wide signs, blanks: they are one name to whoever reads them. */
  @Test
  void aNameThatLooksTheSameIsTheSame() {
    put(code(1), "某区⼯业和信息化局（本级）", district, null, null).statusCode(201);
    put(code(2), "某区工业和信息化局(本级)", district, null, null)
        .statusCode(201)
        .body("warnings.code", contains("same-name"));
    String file =
        "code,name,region,kind\n%s,某区 ⻋管局,%s,department\n%s,某区车管局,%s,department\n"
            .formatted(code(3), district, code(4), district);
    admin()
        .contentType("text/csv; charset=UTF-8")
        .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post("/api/v1/organs/import")
        .then()
        .statusCode(200)
        .body("warnings.pointer", contains("line:2/name", "line:3/name"));
  }

  /** The database reads each sign as texts are read, and leaves every other as it is. */
  @Test
  void namesAreReadSignBySignAsTextsAre() throws SQLException {
    String signs =
        IntStream.rangeClosed('\u2E80', '\u9FFF')
            .filter(Character::isDefined)
            .mapToObj(Character::toString)
            .collect(Collectors.joining("|"));
    String read = Normalizer.normalize(Glyphs.read(signs), Normalizer.Form.NFKC);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement asked = connection.prepareStatement("SELECT compared_name(?)")) {
      asked.setString(1, signs);
      try (ResultSet row = asked.executeQuery()) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1).split("\\|"))
            .containsExactly(read.replaceAll("\\s", "").split("\\|"));
      }
    }
  }

  @Test
  void oneAfterTheOtherIsNoDouble() {
    put(code(1), "体育局", district, null, "2024-01-01").statusCode(201);
    put(code(2), "体育局", district, "2024-01-01", null).statusCode(201).body("warnings", empty());
  }

  @Test
  void aFileIsToldOfTheSameNamesLineByLine() {
    put(code(1), "体育局", district, null, null).statusCode(201);
    String file =
        "code,name,region,kind\n%s,体育局,%s,department\n%s,文旅局,%s,department\n%s,文旅局,%s,department\n%s,教育局,%s,department\n"
            .formatted(code(2), district, code(3), district, code(4), district, code(5), district);
    admin()
        .contentType("text/csv; charset=UTF-8")
        .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post("/api/v1/organs/import")
        .then()
        .statusCode(200)
        .body("created", equalTo(4))
        .body("warned", equalTo(3))
        .body("warnings.pointer", contains("line:2/name", "line:3/name", "line:4/name"))
        .body("warnings[0].code", equalTo("same-name"))
        .body("warnings[0].message", containsString(code(1)));
  }
}
