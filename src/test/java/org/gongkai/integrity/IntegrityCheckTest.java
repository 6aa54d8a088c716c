package org.gongkai.integrity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is damaged behind the service's back is found, each by its code. */
@QuarkusTest
class IntegrityCheckTest {

  private static final String ORGAN = "WHOLE-1";
  private static final String REPORT =
      """
      {"organ":"WHOLE-1","year":2021,"nil":["applications","contests"],
       "publications":{"channels":[{"channel":"website","count":54,"unit":"item"}]},
       "disclosure":{"rules":{"issued":0,"repealed":0,"inForce":0},
       "normativeDocuments":{"issued":1,"repealed":0,"inForce":1},
       "licensing":{"decisions":7},"penalties":{"decisions":0},"compulsion":{"decisions":0},"fees":{"amount":0.50}}}
      """;

  @Inject ReportFaults faults;
  @Inject IntegrityCheck check;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.flyway.username")
  String owner;

  @ConfigProperty(name = "quarkus.flyway.password")
  String password;

  @TempDir Path directory;

  private long id;

  @BeforeEach
  void fileOne() {
    send(
        "{\"name\":\"完整局\",\"region\":\"371002\",\"kind\":\"department\"}",
        "/api/v1/organs/" + ORGAN);
    id = send(REPORT, "/api/v1/organs/" + ORGAN + "/reports/2021");
  }

  private static long send(String body, String address) {
    Number id =
        given()
            .header("X-API-Key", "gk_admin_for_the_tests_only")
            .contentType(ContentType.JSON)
            .body(body)
            .put(address)
            .then()
            .statusCode(org.hamcrest.Matchers.lessThan(300))
            .extract()
            .path("id");
    return id == null ? 0 : id.longValue();
  }

  private List<String> found() {
    List<String> codes = new ArrayList<>();
    faults.each(id - 1, id, fault -> codes.add(fault.code()));
    return codes;
  }

  private void asOwner(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, owner, password);
        Statement run = connection.createStatement()) {
      assertThat(run.executeUpdate(statement.replace("ID", Long.toString(id)))).isPositive();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          document-of-another-digest | UPDATE revision SET document = replace(document, ':7}', ':8}') WHERE report = ID | UPDATE revision SET document = replace(document, ':8}', ':7}') WHERE report = ID
          document-is-not-readable | UPDATE revision SET document = concat('{', document) WHERE report = ID | UPDATE revision SET document = substr(document, 2) WHERE report = ID
          figures-are-not-the-document | UPDATE figure SET number = number + 1 WHERE report = ID | UPDATE figure SET number = number - 1 WHERE report = ID
          figures-are-not-the-document | UPDATE publication SET count = count + 1 WHERE report = ID | UPDATE publication SET count = count - 1 WHERE report = ID
          figures-of-no-revision | UPDATE figure SET revision = 9 WHERE report = ID | UPDATE figure SET revision = 1 WHERE report = ID
          revisions-with-a-gap | UPDATE revision SET number = 2 WHERE report = ID | UPDATE revision SET number = 1 WHERE report = ID
          not-the-newest-revision | UPDATE report SET revision = 2 WHERE id = ID | UPDATE report SET revision = 1 WHERE id = ID
          published-revision-missing | UPDATE report SET published_revision = 3 WHERE id = ID | UPDATE report SET published_revision = NULL WHERE id = ID
          not-as-its-last-event | UPDATE report SET state = 'accepted' WHERE id = ID | UPDATE report SET state = 'submitted' WHERE id = ID
          events-with-a-gap | UPDATE report_event SET number = number + 1 WHERE report = ID | UPDATE report_event SET number = number - 1 WHERE report = ID
          receipt-of-another-digest | UPDATE receipt SET digest = sha256(digest) WHERE report = ID | UPDATE receipt SET digest = (SELECT v.digest FROM revision v WHERE v.report = ID) WHERE report = ID
          receipt-of-no-revision | UPDATE receipt SET revision = 5 WHERE report = ID | UPDATE receipt SET revision = 1 WHERE report = ID
          submission-without-receipt | UPDATE receipt SET report = -ID WHERE report = ID | UPDATE receipt SET report = ID WHERE report = -ID
          changes-are-not-the-events | UPDATE report SET events = events + 1 WHERE id = ID | UPDATE report SET events = events - 1 WHERE id = ID
          """)
  void damageIsFound(String code, String damage, String undo) throws SQLException {
    assertThat(found()).isEmpty();
    asOwner(damage);
    try {
      assertThat(found()).contains(code);
    } finally {
      asOwner(undo);
    }
    assertThat(found()).isEmpty();
  }

  @Test
  void aRunThatWasStoppedGoesOnAfterItsLastReportAndEndsWithItsFile() throws Exception {
    Path file = Files.writeString(directory.resolve("verify"), "report=" + id + "\nfaults=2\n");
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    asOwner("UPDATE report SET state = 'accepted' WHERE id = ID");
    long all;
    try {
      all = check.run(file, new PrintStream(lines, true, StandardCharsets.UTF_8));
    } finally {
      asOwner("UPDATE report SET state = 'submitted' WHERE id = ID");
    }
    String told = lines.toString(StandardCharsets.UTF_8);
    assertThat(told).doesNotContain("report " + id + "\t");
    assertThat(all).isEqualTo(2 + told.lines().count());
    assertThat(file).doesNotExist();
  }
}
