package org.gongkai.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the server under a shell that stops it when this process is gone.
 *
 * <p>No shutdown hook runs after {@code kill -9} or an out-of-memory kill. What always happens is
 * that the operating system closes our end of the shell's standard input, and the shell, waiting
 * for just that, asks the server for a fast shutdown. Stopping on purpose is the same act, so there
 * is one way to stop and it is tried every day.
 *
 * <p>The server gets a session of its own where the system can make one: Ctrl-C reaches every
 * process of the terminal, and the database must outlive the requests that still use it.
 */
final class Watchdog {

  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      exec 3<&0
      if command -v setsid >/dev/null 2>&1; then set -- setsid "$@"; fi
      "$@" </dev/null 3<&- &
      server=$!
      { read -r _ <&3; kill -INT $server; } 2>/dev/null &
      guard=$!
      exec 3<&-
      wait $server
      status=$?
      kill -KILL $guard 2>/dev/null
      exit $status
      """;

  private Watchdog() {}

  static Process start(List<String> server, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    if (!Command.onWindows()) {
      command.addAll(List.of("sh", "-c", SCRIPT, "gongkai-database"));
    }
    command.addAll(server);
    File file = log.toFile();
    return Command.builder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(file))
        .start();
  }
}
