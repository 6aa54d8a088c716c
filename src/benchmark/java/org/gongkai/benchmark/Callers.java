package org.gongkai.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers beside each other, each with a connection that it keeps. */
final class Callers {

  static final String REPORTS = "/api/v1/reports";
  static final String JSON = "application/json";

  private final Service service;
  private final Flags flags;

  Callers(Service service, Flags flags) {
    this.service = service;
    this.flags = flags;
  }

  /** What came of it. */
  record Filed(double perSecond, Latencies latencies) {}

  /** What one caller does. */
  interface Calling {
    Latencies call(Connection connection, int caller) throws IOException, java.sql.SQLException;
  }

  /** Files first reports of organs that have none of the year; they are made beforehand. */
  Filed file(FilingOrder order, int number) throws IOException, InterruptedException {
    return file(order.overHttp(number), number);
  }

  private Filed send(List<Request> requests, int status) throws IOException, InterruptedException {
    int number = requests.size();
    AtomicInteger next = new AtomicInteger();
    long begin = System.nanoTime();
    List<Latencies> each =
        all(
            (connection, caller) -> {
              Latencies own = new Latencies();
              for (int i = next.getAndIncrement(); i < number; i = next.getAndIncrement()) {
                Request request = requests.get(i);
                own.time(() -> connection.send(request).expecting(status));
              }
              return own;
            });
    double seconds = (System.nanoTime() - begin) / 1e9;
    Latencies together = new Latencies();
    each.forEach(together::add);
    return new Filed(number / seconds, together);
  }

  /**
   * Corrects the reports of organs, each with other figures.
   *
   * @param turn other figures than in any other turn; those that were filed first have none
   */
  Filed correct(int firstOrgan, int number, int turn) throws IOException, InterruptedException {
    ReportWriter writer = new ReportWriter(flags.narrative());
    List<Request> requests = new ArrayList<>();
    for (int organ = firstOrgan; organ < firstOrgan + number; organ++) {
      byte[] body = writer.write(AnnualReport.of(flags.seed() + turn, organ, Flags.FILING_YEAR));
      String path =
          "/api/v1/organs/%s/reports/%d".formatted(Nation.codeOf(organ), Flags.FILING_YEAR);
      requests.add(Request.send("PUT", path, JSON, body));
    }
    return send(requests, 200);
  }

  /** Files reports of organs one by one, the first ones of theirs. */
  Filed file(int firstOrgan, int number) throws IOException, InterruptedException {
    ReportWriter writer = new ReportWriter(flags.narrative());
    List<Request> requests = new ArrayList<>();
    for (int organ = firstOrgan; organ < firstOrgan + number; organ++) {
      byte[] body = writer.write(AnnualReport.of(flags.seed(), organ, Flags.FILING_YEAR));
      requests.add(Request.send("POST", REPORTS, JSON, body));
    }
    return send(requests, 201);
  }

  /** Has reports validated, of which nothing is kept. */
  void tryOut(int number) throws IOException, InterruptedException {
    AtomicInteger next = new AtomicInteger();
    all(
        (connection, caller) -> {
          ReportWriter writer = new ReportWriter(flags.narrative());
          for (int i = next.getAndIncrement(); i < number; i = next.getAndIncrement()) {
            byte[] body = writer.write(AnnualReport.of(flags.seed(), i, Flags.FILING_YEAR));
            connection.send(Request.send("POST", "/api/v1/validations", JSON, body)).expecting(200);
          }
          return new Latencies();
        });
  }

  /** Lets all of them call and waits for all. */
  List<Latencies> all(Calling calling) throws IOException, InterruptedException {
    List<Connection> connections = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(flags.clients())) {
      List<Callable<Latencies>> calls = new ArrayList<>();
      for (int i = 0; i < flags.clients(); i++) {
        Connection connection = service.connect();
        connections.add(connection);
        int caller = i;
        calls.add(() -> calling.call(connection, caller));
      }
      List<Latencies> all = new ArrayList<>();
      for (Future<Latencies> call : threads.invokeAll(calls)) {
        try {
          all.add(call.get());
        } catch (ExecutionException e) {
          throw new Unmeasurable("A call failed: " + e.getCause().getMessage(), e.getCause());
        }
      }
      return all;
    } finally {
      for (Connection connection : connections) {
        connection.close();
      }
    }
  }
}
