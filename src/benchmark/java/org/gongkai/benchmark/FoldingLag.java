package org.gongkai.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How far the sums are behind what is filed, as the service's own metrics tell, all the while. */
final class FoldingLag implements Runnable, AutoCloseable {

  private static final long PAUSE = 200;
  private static final long LONGEST_SECONDS = 600;
  private static final String METRIC = "gongkai_rollup_waiting";

  private final Service service;
  private final Thread thread;
  private volatile boolean over;
  private volatile double mostRows;
  private volatile double mostSeconds;

  FoldingLag(Service service) {
    this.service = service;
    this.thread = Thread.ofPlatform().start(this);
  }

  @Override
  public void run() {
    while (!over) {
      try {
        look();
        TimeUnit.MILLISECONDS.sleep(PAUSE);
      } catch (IOException e) {
        over = true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        over = true;
      }
    }
  }

  private double look() throws IOException {
    String text = service.metrics();
    double rows = value(text, METRIC);
    mostRows = Math.max(mostRows, rows);
    mostSeconds = Math.max(mostSeconds, value(text, METRIC + "_seconds"));
    return rows;
  }

  private static double value(String text, String metric) {
    return text.lines()
        .filter(line -> line.startsWith(metric + " ") || line.startsWith(metric + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** Until nothing waits; what was the most until now. */
  List<Figure> end(String part, String when) throws IOException, InterruptedException {
    close();
    long begin = System.nanoTime();
    while (look() > 0 && System.nanoTime() - begin < LONGEST_SECONDS * 1_000_000_000L) {
      TimeUnit.MILLISECONDS.sleep(PAUSE);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    return List.of(
        Figure.of(part, "folding lag " + when + ", most rows that readers add", mostRows, "rows"),
        Figure.of(part, "folding lag " + when + ", longest wait of a row", mostSeconds, "s"),
        Figure.of(part, "folding lag " + when + ", all folded after", seconds, "s"));
  }

  @Override
  public void close() throws InterruptedException {
    over = true;
    thread.join();
  }
}
