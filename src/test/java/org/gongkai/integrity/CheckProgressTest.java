package org.gongkai.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckProgressTest {

  @TempDir Path directory;

  @Test
  void anotherRunGoesOnWhereOneWasStopped() {
    Path file = directory.resolve("verify");
    CheckProgress first = CheckProgress.in(file);
    assertThat(first.report()).isZero();
    first.at(1234, 2);
    first.at("371002", 3);
    CheckProgress second = CheckProgress.in(file);
    assertThat(second.report()).isEqualTo(1234);
    assertThat(second.region()).isEqualTo("371002");
    assertThat(second.faults()).isEqualTo(3);
    second.end();
    assertThat(CheckProgress.in(file).report()).isZero();
    assertThat(directory).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"report=12x4", "report=", "region=\\u37", "report=7\nfaults=many", "report=9e9"})
  void aDamagedFileMeansToBeginAnew(String damaged) throws Exception {
    Path file = Files.writeString(directory.resolve("verify"), damaged);
    assertThatItBeginsAnew(file);
  }

  @Test
  void aFileThatIsNoTextMeansToBeginAnew() throws Exception {
    Path file = Files.write(directory.resolve("verify"), new byte[] {'r', (byte) 0xff, 0});
    assertThatItBeginsAnew(file);
  }

  private static void assertThatItBeginsAnew(Path file) {
    CheckProgress progress = CheckProgress.in(file);
    assertThat(progress.report()).isZero();
    assertThat(progress.region()).isEmpty();
    assertThat(progress.faults()).isZero();
    progress.at(1234, 2);
    assertThat(CheckProgress.in(file).report()).isEqualTo(1234);
  }

  @Test
  void withoutAFileNothingIsKept() {
    CheckProgress progress = CheckProgress.in(null);
    progress.at(7, 1);
    assertThat(progress.report()).isEqualTo(7);
    progress.end();
    assertThat(CheckProgress.in(null).report()).isZero();
  }
}
