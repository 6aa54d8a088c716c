package org.gongkai.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a reader of the figures must know of the machine, and nothing that names it. */
final class Machine {

  private static final Path CPU = Path.of("/proc/cpuinfo");
  private static final Path LOAD = Path.of("/proc/loadavg");
  private static final Path MEMORY = Path.of("/proc/meminfo");

  private static final String UNKNOWN = "unknown";

  private Machine() {}

  static Map<String, String> facts(Database database, Flags flags, Nation nation)
      throws IOException, SQLException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("command", flags.command());
    facts.put("measured", LocalDate.now(ZoneOffset.UTC) + ", of commit " + commit());
    facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("processor", after(CPU, "model name"));
    facts.put("load at the begin", Files.readString(LOAD).split(" ")[0]);
    facts.put("memory", after(MEMORY, "MemTotal"));
    // what follows the number names a build of the kernel
    String kernel = System.getProperty("os.version").replaceFirst("-.*", "");
    facts.put("system", System.getProperty("os.name") + " " + kernel);
    facts.put("java", System.getProperty("java.vm.version"));
    facts.put("postgresql", database.text("SHOW server_version"));
    facts.put(
        "durability",
        "fsync %s, synchronous_commit %s, full_page_writes %s"
            .formatted(
                database.text("SHOW fsync"),
                database.text("SHOW synchronous_commit"),
                database.text("SHOW full_page_writes")));
    facts.put(
        "service heap",
        flags.heap().equals(Flags.DEFAULT) ? "that of a plain start" : flags.heap());
    facts.put(
        "data",
        "%,d districts, %,d organs, %d years, %,d reports"
            .formatted(nation.districts(), flags.organs(), flags.years(), flags.reports()));
    facts.put("callers", Integer.toString(flags.clients()));
    return facts;
  }

  /** Which code was measured, as far as a tree without its history can say. */
  private static String commit() throws IOException {
    try {
      Process git = new ProcessBuilder("git", "rev-parse", "--short=10", "HEAD").start();
      String said = new String(git.getInputStream().readAllBytes(), UTF_8).strip();
      return git.waitFor() == 0 ? said : UNKNOWN;
    } catch (IOException noGit) {
      return UNKNOWN;
    } catch (InterruptedException ended) {
      throw new InterruptedIOException(ended.getMessage());
    }
  }

  private static String after(Path file, String name) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(UNKNOWN);
  }
}
