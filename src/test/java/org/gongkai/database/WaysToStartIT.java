package org.gongkai.database;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.platform.Filings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * By whom and how the service is started: by hand, without options, by an ordinary user, by root.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it sends signals")
class WaysToStartIT {

  private static final String[] NOBODY = {
    "setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"
  };

  @TempDir Path directory;
  private Path data;

  @BeforeEach
  void letEverybodyIn() throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
    data = directory.resolve("gongkai-data");
  }

  @AfterEach
  void leavesNoProcessBehind() throws InterruptedException {
    Processes.awaitNoneOn(data);
  }

  /** As {@code java -jar} does it that is not to begin itself again, with options of the system. */
  @Test
  void showsWhoStartsItByHandARequestThatWorks() throws Exception {
    try (PackagedService service =
        PackagedService.in(directory)
            .prepared()
            .withoutOptions()
            .with("GONGKAI_RELAUNCH", "false")
            .with("JAVA_TOOL_OPTIONS", String.join(" ", PackagedService.SHORT_LIVED))
            .without("GONGKAI_ADMIN_KEY")
            .with("GONGKAI_WELCOME", "true")
            .start()) {
      Matcher request =
          Pattern.compile("curl -s (\\S+) -H \"X-API-Key: (\\S+)\"")
              .matcher(service.awaitLog("Ctrl-C"));
      assertThat(request.find()).isTrue();
      given()
          .header("X-API-Key", request.group(2))
          .get(URI.create(request.group(1)))
          .then()
          .statusCode(200)
          .body("role", equalTo("admin"));
      assertThat(service.log()).contains("-XX:+ExitOnOutOfMemoryError is not set");
      service.stop();
    }
  }

  /**
   * What no running Java can change, it gets by being begun again: the same process, all the same.
   */
  @Test
  void aPlainStartHasABoundOfTheHeapAndEndsWithoutMemory() throws Exception {
    assumeTrue(Runtime.version().feature() >= 22, "an older Java cannot call the system");
    assumeTrue(isLinux(), "elsewhere a process cannot become another");
    try (PackagedService service =
        PackagedService.in(directory).prepared().withoutOptions().start()) {
      assertThat(service.log())
          .contains("Heap: 224 MB at most")
          .doesNotContain("-XX:+ExitOnOutOfMemoryError is not set", "WARNING:", "[warning]");
      new Filings(service).file(2021, "works");
      assertThat(service.stop()).isEqualTo(143);
    }
  }

  /** Also in the moment in which the process begins itself again, which would know of no signal. */
  @Test
  void endsWheneverItIsToldTo() throws Exception {
    for (int millis = 50; millis <= 700; millis += 50) {
      try (PackagedService service =
          PackagedService.in(directory).prepared().withoutOptions().launch()) {
        Thread.sleep(millis);
        assertThat(service.stop()).as("after %d ms", millis).isEqualTo(143);
      }
    }
  }

  /** With the modules that operators are told, and no others: it files, and reads files. */
  @Test
  @Tag("nightly")
  void aTrimmedJavaHasAllThatItNeeds() throws Exception {
    Path jlink = Path.of(System.getProperty("java.home"), "bin", "jlink");
    assumeTrue(Files.isExecutable(jlink), "this Java can make no other");
    Path trimmed = directory.resolve("java");
    String modules = Files.readString(Path.of("deploy", "image", "java-modules")).strip();
    Command.run(
            List.of(jlink.toString(), "--add-modules", modules, "--output", trimmed.toString()), "")
        .orFail();
    try (PackagedService service =
        PackagedService.in(directory).prepared().by(trimmed).withoutOptions().start()) {
      new Filings(service).file(2021, "trimmed");
      given()
          .baseUri(service.uri("").toString())
          .header("X-API-Key", PackagedService.ADMIN_KEY)
          .contentType("application/octet-stream")
          .body(
              Files.readAllBytes(Path.of("src/test/resources/documents/template-2021-blank.docx")))
          .post("/api/v1/imports?year=2021")
          .then()
          .statusCode(201)
          .body("files[0].state", equalTo("read"));
      assertThat(service.stop()).isEqualTo(143);
      assertThat(service.log()).doesNotContain("NoClassDefFoundError", "ClassNotFoundException");
    }
  }

  @Test
  void runsForAnOrdinaryUser() throws Exception {
    assumeTrue(isRoot(), "as an ordinary user every other test here shows it");
    Path application = forEverybody();
    try (PackagedService service =
        PackagedService.in(directory).from(application).through(NOBODY).start()) {
      assertThat(Files.getAttribute(data, "unix:uid")).isEqualTo(65534);
      Notes.of(data).write("by nobody");
      service.stop();
    }
    // Somebody then starts it as root: the directory remembers whose it is.
    try (PackagedService service = PackagedService.in(directory).start()) {
      assertThat(Notes.of(data).read()).containsExactly("by nobody");
      service.stop();
    }
  }

  @Test
  void runsForRootWhereNamespacesAreForbidden() throws Exception {
    assumeTrue(isRoot(), "needs root, as a container without a user has it");
    Path forbidden = Files.createDirectory(directory.resolve("bin")).resolve("unshare");
    Files.writeString(forbidden, "#!/bin/sh\necho 'Operation not permitted' >&2; exit 1\n");
    Files.setPosixFilePermissions(forbidden, PosixFilePermissions.fromString("rwxr-xr-x"));
    // Neither may the directories above be closed to others, which is the one thing to ask for.
    String path = forbidden.getParent() + ":" + System.getenv("PATH");
    try (PackagedService service = PackagedService.in(directory).with("PATH", path).start()) {
      assertThat(Files.getAttribute(data, "unix:uid")).isEqualTo(65534);
      Notes.of(data).write("by root");
      service.stop();
    }
  }

  private static boolean isLinux() {
    return System.getProperty("os.name").equals("Linux");
  }

  private static boolean isRoot() {
    return new UnixSystem().getUid() == 0;
  }

  /** The build may lie where an ordinary user cannot read. */
  private Path forEverybody() throws IOException {
    Path application = directory.resolve("application");
    Command.run(List.of("cp", "-a", "target/quarkus-app", application.toString()), "").orFail();
    Command.run(List.of("chmod", "-R", "a+rX", application.toString()), "").orFail();
    return application;
  }
}
