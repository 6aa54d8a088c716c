package org.gongkai.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own measure of transactions. */
final class Pgbench {

  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
  private static final Pattern RATE =
      Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");

  private final Path program;
  private final Service service;
  private final Path directory;

  Pgbench(Path program, Service service, Path directory) {
    this.program = program;
    this.service = service;
    this.directory = directory;
  }

  /** On the PATH, or where Debian has it. */
  static Path find() throws IOException {
    for (String place : System.getenv().getOrDefault("PATH", "").split(":")) {
      if (Files.isExecutable(Path.of(place, "pgbench"))) {
        return Path.of(place, "pgbench");
      }
    }
    if (Files.isDirectory(DEBIAN)) {
      try (Stream<Path> versions = Files.list(DEBIAN)) {
        for (Path version : versions.sorted().toList().reversed()) {
          if (Files.isExecutable(version.resolve("bin/pgbench"))) {
            return version.resolve("bin/pgbench");
          }
        }
      }
    }
    throw new Unmeasurable(
        "The benchmark needs pgbench (Debian: apt-get install postgresql-15), on the PATH or below "
            + DEBIAN
            + ".");
  }

  /** Runs a script so many times in all; says how many transactions a second. */
  double run(String script, Map<String, String> variables, int callers, int transactions)
      throws IOException, InterruptedException {
    Path file = Files.writeString(directory.resolve("pgbench.sql"), script);
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(List.of("-n", "-M", "prepared", "-h", "127.0.0.1"));
    command.addAll(List.of("-p", Integer.toString(service.databasePort())));
    command.addAll(List.of("-U", Database.SERVICE_ROLE));
    command.addAll(List.of("-c", Integer.toString(callers), "-j", "1"));
    command.addAll(List.of("-t", Integer.toString(transactions / callers)));
    variables.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
    command.addAll(List.of("-f", file.toString(), Database.NAME));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", service.databasePassword());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher rate = RATE.matcher(said);
    if (process.waitFor() != 0 || !rate.find()) {
      throw new Unmeasurable("pgbench failed on %s:%n%s".formatted(file, said));
    }
    return Double.parseDouble(rate.group(1));
  }
}
