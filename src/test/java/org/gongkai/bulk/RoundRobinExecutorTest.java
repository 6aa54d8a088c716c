package org.gongkai.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RoundRobinExecutorTest {

  private final List<Runnable> thread = new ArrayList<>();
  private final List<String> done = new ArrayList<>();
  private final RoundRobinExecutor executor = new RoundRobinExecutor(thread::add);

  private final List<Future<Boolean>> pieces = new ArrayList<>();

  private void submit(String caller, String piece) {
    pieces.add(executor.submit(caller, () -> done.add(piece)));
  }

  @Test
  void whoHasMuchLetsOthersDoTheirsBetween() throws Exception {
    submit("many", "1");
    submit("many", "2");
    submit("many", "3");
    submit("few", "one");
    submit("few", "two");
    thread.forEach(Runnable::run);
    assertThat(done).containsExactly("1", "one", "2", "two", "3");
    for (Future<Boolean> piece : pieces) {
      assertThat(piece.get()).isTrue();
    }
    submit("many", "4");
    thread.getLast().run();
    assertThat(done).endsWith("4");
  }

  @Test
  void aPieceThatFailsEndsNothingElse() {
    Future<Object> failing =
        executor.submit(
            "a",
            () -> {
              throw new java.io.IOException("gone");
            });
    submit("a", "after");
    thread.forEach(Runnable::run);
    assertThat(failing).isDone();
    assertThat(done).containsExactly("after");
  }
}
