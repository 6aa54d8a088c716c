package org.gongkai.database;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The processes of an embedded database, seen from outside. */
public final class Processes {

  private Processes() {}

  /** The watchdog, the server and the server's own children, who say so only by where they are. */
  static List<ProcessHandle> on(Path dataDirectory) {
    return ProcessHandle.allProcesses()
        .filter(process -> isOn(process, dataDirectory.toAbsolutePath().toString()))
        .toList();
  }

  private static boolean isOn(ProcessHandle process, String directory) {
    boolean named =
        process.info().arguments().stream()
            .flatMap(Stream::of)
            .anyMatch(argument -> argument.startsWith(directory));
    if (named) {
      return true;
    }
    try {
      Path cwd = Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"));
      return cwd.toString().startsWith(directory);
    } catch (IOException e) {
      return false; // it has ended, it is somebody else's, or the system has no such files
    }
  }

  public static void awaitNoneOn(Path dataDirectory) throws InterruptedException {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
    while (!on(dataDirectory).isEmpty()) {
      if (Instant.now().isAfter(deadline)) {
        fail("Left behind: %s", on(dataDirectory).stream().map(ProcessHandle::info).toList());
      }
      Thread.sleep(20);
    }
  }

  /** One command for all, so that none has the time to notice another's end. */
  static void killTogether(Stream<Long> pids) throws IOException {
    signalTogether("KILL", pids);
  }

  static void signalTogether(String signal, Stream<Long> pids) throws IOException {
    List<String> command =
        Stream.concat(
                Stream.of("sh", "-c", "kill -" + signal + " \"$@\"", "kill"),
                pids.map(String::valueOf))
            .toList();
    Command.run(command, "");
  }
}
