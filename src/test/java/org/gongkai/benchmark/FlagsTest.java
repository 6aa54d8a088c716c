package org.gongkai.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlagsTest {

  private static final String ALL_OTHERWISE =
      "--districts 3 --organs 600 --years 2 --narrative 10 --seed 7 --heap 1g --clients 3 --bulk 5"
          + " --rounds 4 --millis 20 --seconds 6 --tenth false --part checks";

  private static Flags read(String line) {
    return Flags.read(line.isEmpty() ? new String[0] : line.split(" ", -1));
  }

  private static String[] again(Flags flags) {
    return flags.command().replace("./mvnw benchmark ", "").split(" ", -1);
  }

  /** All but where the data is kept and the result goes. */
  @Test
  void theCommandMeasuresTheSameAgain() {
    for (String line : List.of("", "--scale 0.2", ALL_OTHERWISE)) {
      Flags flags = read(line);
      assertThat(Flags.read(again(flags))).isEqualTo(flags);
    }
    assertThat(
            Arrays.stream(Flags.class.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !Set.of("keep", "out", "page").contains(name)))
        .allSatisfy(name -> assertThat(read("").command()).contains(" --" + name + " "));
  }

  /** A typo would measure something else for an hour and a half. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--part check",
        "--part Checks",
        "--tenth no",
        "--organs many",
        "--scale x",
        "--parts checks",
        "--part",
        "--years 6"
      })
  void whatIsNotUnderstoodIsRefused(String line) {
    assertThatThrownBy(() -> read(line))
        .isInstanceOf(Unmeasurable.class)
        .hasMessageContaining(line.split(" ", -1)[0]);
  }

  @Test
  void thePartsThatThereAreAreTold() {
    assertThat(Flags.PARTS)
        .allSatisfy(part -> assertThat(read("--part " + part).part()).isEqualTo(part))
        .allSatisfy(
            part -> assertThat(Flags.USAGE).containsPattern("(?m)\\b" + part + "(:|\\s|$)"));
  }

  @Test
  void anotherRunDiffersInWhatItSays() {
    Flags flags = read(ALL_OTHERWISE + " --keep /tmp/data --out /tmp/out --page /tmp/page");
    assertThat(flags.withClients(9))
        .isEqualTo(read(ALL_OTHERWISE.replace("--clients 3", "--clients 9") + paths("data")));
    assertThat(flags.withNarrative(9))
        .isEqualTo(read(ALL_OTHERWISE.replace("--narrative 10", "--narrative 9") + paths("data")));
    Flags all = read(ALL_OTHERWISE.replace("--tenth false", "--tenth true") + paths("data"));
    assertThat(Stream.of(flags, all).map(Flags::atATenth))
        .containsOnly(
            read(
                ALL_OTHERWISE
                        .replace("--organs 600", "--organs 60")
                        .replace("--rounds 4", "--rounds 3")
                    + paths("data-tenth")));
  }

  private static String paths(String data) {
    return " --keep /tmp/" + data + " --out /tmp/out --page /tmp/page";
  }
}
