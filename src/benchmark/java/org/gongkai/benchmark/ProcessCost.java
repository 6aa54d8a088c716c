package org.gongkai.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What the service and its database server have used of the machine so far, as Linux counts it.
 *
 * @param serviceMillis processor time of the service
 * @param databaseMillis processor time of the database server and all its processes, ended ones too
 * @param resident kB of the service now
 * @param highest kB of the service at most until now
 * @param ofFiles kB of what is resident now that are pages of files, which the system may drop:
 *     those of the AOT cache, of libraries and of jars
 */
record ProcessCost(
    long serviceMillis, long databaseMillis, long resident, long highest, long ofFiles) {

  private static final long MILLIS_PER_TICK = 10;
  private static final Path PROC = Path.of("/proc");

  static ProcessCost of(Service service) throws IOException {
    if (!Files.isDirectory(PROC)) {
      throw new Unmeasurable("The benchmark reads /proc and runs on Linux only.");
    }
    long server = service.databasePid();
    long database = ticks(server, true);
    try (Stream<ProcessHandle> all = ProcessHandle.of(server).orElseThrow().children()) {
      for (ProcessHandle child : all.toList()) {
        database += ticks(child.pid(), false);
      }
    }
    return new ProcessCost(
        ticks(service.pid(), false) * MILLIS_PER_TICK,
        database * MILLIS_PER_TICK,
        status(service.pid(), "VmRSS:"),
        status(service.pid(), "VmHWM:"),
        status(service.pid(), "RssFile:"));
  }

  long millisSince(ProcessCost before) {
    return serviceMillis - before.serviceMillis + databaseMillis - before.databaseMillis;
  }

  long serviceMillisSince(ProcessCost before) {
    return serviceMillis - before.serviceMillis;
  }

  private static long ticks(long pid, boolean withEnded) throws IOException {
    String stat;
    try {
      stat = Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"));
    } catch (IOException e) {
      return 0; // it has ended and is counted with its parent
    }
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    return withEnded ? own + Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : own;
  }

  private static long status(long pid, String field) throws IOException {
    try (Stream<String> lines = Files.lines(PROC.resolve(Long.toString(pid)).resolve("status"))) {
      return lines
          .filter(line -> line.startsWith(field))
          .map(line -> line.substring(field.length()).replace("kB", "").strip())
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElse(0);
    }
  }
}
