package org.gongkai.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * What operators rehearse with scripts below {@code deploy}, in their short forms. Each says in one
 * line which program it lacks on this machine, and is left out then.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the scripts read /proc")
class ScriptRehearsalIT {

  private static final int MISSING = 3;

  private record Outcome(int status, String output) {}

  /**
   * Writes have to be back within 30 s. What the service does when its primary is lost, each run
   * asks of {@code StandbyIT}; here are Patroni, etcd and HAProxy as well, which takes two minutes.
   */
  @Test
  @Tag("nightly")
  void losesAMachineAtATimeAndNothingElse() throws Exception {
    Outcome outcome = rehearse("ha");
    assertThat(outcome.output()).endsWith("nothing was lost");
    assertThat(outcome.status()).isZero();
  }

  /** Takes as long as all other processes of a run together. */
  @Test
  @Tag("nightly")
  void restoresEveryReportThatWasAcknowledgedBefore() throws Exception {
    Outcome outcome = rehearse("backup");
    assertThat(outcome.output()).endsWith("both copies are whole");
    assertThat(outcome.status()).isZero();
  }

  /** Needs the tag of a release, and builds it. */
  @Test
  void upgradesUnderLoadAndGoesBack() throws Exception {
    Outcome outcome = rehearse("upgrade");
    assertThat(outcome.output()).endsWith("upgraded and taken back, and nobody noticed");
    assertThat(outcome.status()).isZero();
  }

  /** From this version to one that adds to its schema, which it builds: needs no release. */
  @Test
  @Tag("nightly")
  void upgradesToTheNextReleaseUnderLoadAndGoesBack() throws Exception {
    Outcome outcome = rehearse("upgrade", "--next");
    assertThat(outcome.output()).endsWith("upgraded and taken back, and nobody noticed");
    assertThat(outcome.status()).isZero();
  }

  @Test
  @Tag("nightly")
  void losesNothingToTwiceWhatItCanDo() throws Exception {
    Outcome outcome = rehearse("overload", "--minutes", "5");
    assertThat(outcome.output()).contains("agree with what was filed and with a recomputation");
    assertThat(outcome.output()).contains("every revision once and in order");
    // Latency is for a quiet machine, which the script says and this does not hold.
    assertThat(outcome.output()).contains("stopped in the middle with status 143");
    assertThat(outcome.output()).doesNotContain("memory grew");
  }

  @Test
  @Tag("nightly")
  void dashboardsAndAlertsAskForNothingThatIsNotTold() throws Exception {
    Outcome outcome = rehearse("dashboards");
    assertThat(outcome.output()).endsWith("nothing is asked that is not told");
    assertThat(outcome.status()).isZero();
  }

  /** Needs a user who may mount a file system. */
  @Test
  @Tag("nightly")
  void aFullDiskEndsWritingAndNothingElse() throws Exception {
    Outcome outcome = rehearse("disk");
    assertThat(outcome.output()).endsWith("only writing ended, and came back by itself");
    assertThat(outcome.status()).isZero();
  }

  private static Outcome rehearse(String what, String... arguments) throws Exception {
    Path script = Path.of("deploy", what, "rehearse").toAbsolutePath();
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    // What is missing may depend on what is asked for.
    Outcome lack = run(Stream.concat(command.stream(), Stream.of("--missing")).toList());
    assumeTrue(lack.status() != MISSING, script + " " + lack.output());
    assertThat(lack.status()).as(lack.output()).isZero();
    Outcome outcome = run(command);
    System.out.println(outcome.output());
    return outcome;
  }

  private static Outcome run(List<String> command) throws InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    try {
      Process process = builder.start();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return new Outcome(process.waitFor(), output);
    } catch (IOException noPython) {
      return new Outcome(MISSING, "needs python3: apt-get install python3");
    }
  }
}
