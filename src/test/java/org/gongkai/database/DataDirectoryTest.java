package org.gongkai.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir Path temporary;

  @Test
  void isHeldByOneAtATime() {
    try (DataDirectory first = DataDirectory.lock(temporary)) {
      assertThatExceptionOfType(StartupRefused.class)
          .isThrownBy(() -> DataDirectory.lock(first.path()))
          .withMessageContaining("另一个公开服务实例")
          .withMessageContaining("Another instance");
    }
    DataDirectory.lock(temporary).close();
  }

  @Test
  void keepsWhatIsFinishedAndThrowsAwayWhatIsNot() throws IOException {
    try (DataDirectory directory = DataDirectory.lock(temporary)) {
      Files.createDirectories(directory.unfinished("done").resolve("deep"));
      directory.finish("done");
      Files.createDirectories(directory.unfinished("half").resolve("deep"));
    }
    try (DataDirectory directory = DataDirectory.lock(temporary)) {
      assertThat(directory.path().toFile().list()).containsExactlyInAnyOrder("lock", "done");
    }
  }

  @Test
  void saysWhatToDoWhereItCannotBeMade() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));
    assertThatExceptionOfType(StartupRefused.class)
        .isThrownBy(() -> DataDirectory.lock(file.resolve("below")))
        .withMessageContaining("数据目录不可用")
        .withMessageContaining("cannot be used");
  }
}
