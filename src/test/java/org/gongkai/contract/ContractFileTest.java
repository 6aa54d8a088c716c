package org.gongkai.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The committed contract is what the service says of itself. Written anew, on purpose, with {@code
 * -Dopenapi.write=true}.
 */
@QuarkusTest
class ContractFileTest {

  private static final Path FILE = Path.of("openapi", "openapi.yaml");

  @Test
  void theCommittedContractIsTheGeneratedOne() throws IOException {
    byte[] body = given().get("/q/openapi").then().statusCode(200).extract().asByteArray();
    String generated = new String(body, StandardCharsets.UTF_8);
    if (Boolean.getBoolean("openapi.write")) {
      Files.writeString(FILE, generated);
    }
    assertThat(Files.readString(FILE)).isEqualTo(generated);
  }

  @Test
  void theSameIsServedAsJson() throws IOException {
    String json = given().get("/q/openapi?format=json").then().statusCode(200).extract().asString();
    assertThat(new ObjectMapper().readTree(json))
        .isEqualTo(new YAMLMapper().readTree(given().get("/q/openapi").asByteArray()));
  }
}
