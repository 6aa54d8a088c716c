package org.gongkai.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Execution(ExecutionMode.CONCURRENT)
class PostgresBinariesTest {

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, postgres-linux-x86_64.txz",
    "Linux, aarch64, postgres-linux-arm_64.txz",
    "Mac OS X, x86_64, postgres-darwin-x86_64.txz",
    "Mac OS X, aarch64, postgres-darwin-arm_64.txz",
    "Windows Server 2022, amd64, postgres-windows-x86_64.txz"
  })
  void knowsTheArchiveOfEveryMachineThatThereIsOneFor(String os, String processor, String archive) {
    assertThat(PostgresBinaries.archive(os, processor)).isEqualTo(archive);
  }

  @Test
  @Tag("process")
  void instancesThatStartTogetherShareOneCopy(@TempDir Path shared) throws Exception {
    Callable<PostgresBinaries> start = () -> PostgresBinaries.unpackShared(shared);
    try (ExecutorService instances = Executors.newFixedThreadPool(2)) {
      List<PostgresBinaries> found = new ArrayList<>();
      for (Future<PostgresBinaries> instance : instances.invokeAll(List.of(start, start))) {
        found.add(instance.get());
      }
      assertThat(found.get(0)).isEqualTo(found.get(1));
      assertThat(shared.toFile().list()).hasSize(1);
      assertThat(found.getFirst().majorVersion()).isEqualTo("18");
      assertThat(PostgresBinaries.unpackShared(shared)).isEqualTo(found.getFirst());
    }
  }
}
