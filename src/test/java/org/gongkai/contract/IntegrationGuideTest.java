package org.gongkai.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide for developers: its commands do what it says, and it says what to do at each code. */
@QuarkusTest
@Tag("process")
class IntegrationGuideTest {

  private static final Path GUIDE = Path.of("openapi", "INTEGRATION.md");
  private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  private final City city = City.found();

  @TempDir Path folder;

  @Test
  void itsCommandsFileReadCorrectAndFollowAReport() throws IOException, InterruptedException {
    for (String program : List.of("bash", "curl", "sed")) {
      assumeTrue(onPath(program), "needs " + program + ", which systems have as a package");
    }
    String organ = city.organ(city.district());
    Api.filed(Sample.nil(organ, 2020));
    Files.writeString(folder.resolve("report.json"), Sample.huancui(organ).toPrettyString());

    String said = run(commands(TestKeys.organ(organ)));

    assertThat(said)
        .contains(
            "\"role\":\"organ\"",
            "sent again: 201\n",
            "corrected: 200\n",
            "from an old tag: 412\n",
            "unchanged: 304\n",
            "sent as a document: 201\n",
            "\"next\":null")
        .contains("\"year\":2020", "\"next\":\"")
        .doesNotContain("\"code\":\"", "problem+json");
    JsonNode filed = read("filed.json");
    assertThat(filed.get("state").textValue()).isEqualTo("submitted");
    assertThat(read("again.json").get("id")).isEqualTo(filed.get("id"));
    assertThat(read("stale.json").get("code").textValue()).isEqualTo("stale-etag");
    Api.report(filed.get("id").longValue()).statusCode(200);
  }

  @Test
  void saysWhatToDoAtEachCode() throws IOException {
    String guide = Files.readString(GUIDE);
    List<String> codes = given().get("/problems").jsonPath().getList("code");
    assertThat(codes).hasSizeGreaterThan(20);
    assertThat(codes).allSatisfy(code -> assertThat(guide).contains("`" + code + "`"));
  }

  private static String commands(String key) throws IOException {
    String commands =
        COMMANDS
            .matcher(Files.readString(GUIDE))
            .results()
            .map(block -> block.group(1))
            .collect(Collectors.joining());
    assertThat(commands).contains("http://localhost:8080", "gk_your_key");
    return commands
        .replace("http://localhost:8080", "http://localhost:" + RestAssured.port)
        .replace("gk_your_key", key);
  }

  private String run(String commands) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(said).isZero();
    return said;
  }

  private JsonNode read(String file) throws IOException {
    return Sample.json(Files.readString(folder.resolve(file)));
  }

  private static boolean onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }
}
