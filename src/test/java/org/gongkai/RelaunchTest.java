package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a start lacks, and what its operator has said himself. */
class RelaunchTest {

  private static final Optional<Path> CACHE = Optional.of(Path.of("/opt/x.aot"));
  private static final String ITS_OPTION = "-XX:AOTCache=/opt/x.aot";

  private static List<String> missing(List<String> options, Map<String, String> environment) {
    return Relaunch.missing(options, environment, 2, true, CACHE);
  }

  @Test
  void aPlainStartGetsABoundAnEndAndTheCache() {
    assertThat(missing(List.of("-jar"), Map.of()))
        .contains(Relaunch.HEAP, Relaunch.END_WITHOUT_MEMORY, ITS_OPTION);
    assertThat(Relaunch.missing(List.of(), Map.of(), 2, true, Optional.empty()))
        .contains(Relaunch.HEAP, Relaunch.END_WITHOUT_MEMORY)
        .doesNotContain(ITS_OPTION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Xmx2g",
        "-XX:MaxRAMPercentage=60",
        "-XX:MaxHeapSize=1g",
        "-XX:MaxRAM=4g",
        "-Xms512m",
        "-XX:InitialHeapSize=64m",
        "-XX:MinHeapSize=1g"
      })
  void aBoundOfTheOperatorsStays(String bound) {
    assertThat(missing(List.of(bound), Map.of()))
        .doesNotContain(Relaunch.HEAP)
        .contains(Relaunch.END_WITHOUT_MEMORY, ITS_OPTION);
    for (String variable : Relaunch.OPTION_VARIABLES) {
      assertThat(missing(List.of(), Map.of(variable, "-Da=b " + bound)))
          .as(variable)
          .doesNotContain(Relaunch.HEAP)
          .contains(ITS_OPTION);
    }
  }

  /** What suits the heap of a plain start need not suit another one. */
  @Test
  void howTheHeapIsMarkedGoesWithItsBound() {
    assertThat(missing(List.of("-jar"), Map.of())).containsAll(Relaunch.MARKS_SELDOM);
    assertThat(missing(List.of("-Xmx4g"), Map.of()))
        .doesNotContainAnyElementsOf(Relaunch.MARKS_SELDOM);
  }

  @Test
  void theHeapOfAPlainStartIsTouchedAtOnce() {
    assertThat(missing(List.of("-jar"), Map.of()))
        .containsAll(Relaunch.TOUCHED_AT_ONCE)
        .contains(Relaunch.HUGE_PAGES);
    assertThat(Relaunch.missing(List.of("-jar"), Map.of(), 2, false, CACHE))
        .containsAll(Relaunch.TOUCHED_AT_ONCE)
        .doesNotContain(Relaunch.HUGE_PAGES);
    assertThat(missing(List.of("-Xmx4g"), Map.of()))
        .doesNotContainAnyElementsOf(Relaunch.TOUCHED_AT_ONCE)
        .doesNotContain(Relaunch.HUGE_PAGES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-XX:-AlwaysPreTouch", "-XX:-UseTransparentHugePages", "-XX:+UseLargePages"})
  void whoSaysWhatIsTouchedIsHeard(String option) {
    assertThat(missing(List.of(option), Map.of()))
        .contains(Relaunch.HEAP)
        .doesNotContainAnyElementsOf(Relaunch.TOUCHED_AT_ONCE)
        .doesNotContain(Relaunch.HUGE_PAGES);
  }

  @Test
  void aSmallMachineIsNotKeptBusyWithCompiling() {
    assertThat(missing(List.of("-jar"), Map.of())).contains(Relaunch.FIRST_COMPILER_ONLY);
    assertThat(Relaunch.missing(List.of("-jar"), Map.of(), 3, true, CACHE))
        .contains(Relaunch.HEAP)
        .doesNotContain(Relaunch.FIRST_COMPILER_ONLY);
    assertThat(missing(List.of("-Xmx4g"), Map.of())).doesNotContain(Relaunch.FIRST_COMPILER_ONLY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:TieredStopAtLevel=4",
        "-XX:-TieredCompilation",
        "-XX:+TieredCompilation",
        "-XX:CICompilerCount=2",
        "-XX:Tier4InvocationThreshold=9000",
        "-Xint"
      })
  void whoSaysHowToCompileIsHeard(String option) {
    assertThat(missing(List.of(option), Map.of()))
        .contains(Relaunch.HEAP)
        .doesNotContain(Relaunch.FIRST_COMPILER_ONLY);
    assertThat(missing(List.of(), Map.of("JAVA_TOOL_OPTIONS", option)))
        .contains(Relaunch.HEAP)
        .doesNotContain(Relaunch.FIRST_COMPILER_ONLY);
  }

  @Test
  void whatHappensWithoutMemoryIsTheOperatorsToSay() {
    assertThat(missing(List.of("-XX:-ExitOnOutOfMemoryError"), Map.of()))
        .contains(Relaunch.HEAP)
        .doesNotContain(Relaunch.END_WITHOUT_MEMORY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-agentlib:jdwp=server=y",
        "-javaagent:/opt/agent.jar",
        "-XX:StartFlightRecording:filename=a.jfr",
        "-XX:AOTCache=mine",
        "-XX:AOTCacheOutput=mine",
        "-Xshare:off",
        "@options"
      })
  void whoSaysMoreSaysAll(String option) {
    assertThat(missing(List.of(option), Map.of())).isEmpty();
    assertThat(missing(List.of(), Map.of("JDK_JAVA_OPTIONS", option))).isEmpty();
  }

  @Test
  void anAddressOrAPropertyIsNoOption() {
    assertThat(missing(List.of("-Dmail=a@b.c", "-Dx=-Xmx1g"), Map.of())).contains(Relaunch.HEAP);
  }
}
