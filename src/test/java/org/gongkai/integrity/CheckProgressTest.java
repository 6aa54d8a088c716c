package org.gongkai.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void withoutAFileNothingIsKept() {
    CheckProgress progress = CheckProgress.in(null);
    progress.at(7, 1);
    assertThat(progress.report()).isEqualTo(7);
    progress.end();
    assertThat(CheckProgress.in(null).report()).isZero();
  }
}
