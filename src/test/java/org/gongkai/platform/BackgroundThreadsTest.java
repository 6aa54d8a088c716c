package org.gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Threads that let others go first, as the system sees them. */
class BackgroundThreadsTest {

  /** The fields of a thread behind its name, which may have blanks: its nice value is the 17th. */
  private static int nice() throws Exception {
    String all = Files.readString(Path.of("/proc/thread-self/stat"));
    return Integer.parseInt(all.substring(all.lastIndexOf(')') + 2).split(" ")[16]);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  @EnabledForJreRange(minVersion = 22)
  void theyAreNicerThanTheOneThatMakesThem() throws Exception {
    int own = nice();
    try (ExecutorService threads = Executors.newSingleThreadExecutor(BackgroundThreads.of("a-"))) {
      Callable<Integer> asked = BackgroundThreadsTest::nice;
      assertThat(threads.submit(asked).get()).isEqualTo(Math.min(19, own + 10));
      assertThat(threads.submit(() -> Thread.currentThread().getName()).get()).isEqualTo("a-0");
    }
    assertThat(nice()).isEqualTo(own);
  }
}
