package org.gongkai.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A reader of rollups of every level, while others write. */
final class ReadingBeside implements Runnable {

  private static final long PAUSE = 20;

  private final Service service;
  private final Nation nation;
  private final int lastYear;
  private final Latencies latencies = new Latencies();
  private final Thread thread;
  private volatile boolean over;
  private int failed;

  ReadingBeside(Service service, Nation nation, int lastYear) {
    this.service = service;
    this.nation = nation;
    this.lastYear = lastYear;
    this.thread = Thread.ofPlatform().start(this);
  }

  @Override
  public void run() {
    Random random = new Random(lastYear);
    List<RollupQuestion> questions = RollupQuestion.all();
    while (!over) {
      RollupQuestion question = questions.get(random.nextInt(questions.size()));
      int year = Flags.FIRST_YEAR + random.nextInt(lastYear - Flags.FIRST_YEAR + 1);
      try (Connection connection = service.connect()) {
        Request request = Request.get(question.path(nation.any(question.level(), random), year));
        latencies.time(() -> connection.send(request).expecting(200));
        TimeUnit.MILLISECONDS.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (IOException | java.sql.SQLException | RuntimeException e) {
        failed++;
      }
    }
  }

  List<Figure> end(String part) throws InterruptedException {
    over = true;
    thread.join();
    return List.of(
        Figure.of(part, "any rollup of one year meanwhile, p50", latencies.median(), "ms").below(5),
        Figure.of(part, "any rollup of one year meanwhile, p99", latencies.p99(), "ms").below(25),
        Figure.of(part, "any rollup of one year meanwhile, failed", failed, "").atMost(0));
  }
}
