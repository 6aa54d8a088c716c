package org.gongkai;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Runs the tests of some rooms in a process beside, with a service and a database of its own: a
 * service has one test at a time, and waits for it half of that. {@code pom.xml} says which rooms
 * they are, and leaves them out here; a test that is asked for by its name runs as always.
 */
@Tag("process")
@Execution(ExecutionMode.CONCURRENT)
class RoomsBesideTest {

  @Test
  void theirTestsSucceed() throws IOException, InterruptedException {
    List<String> classes = new ArrayList<>();
    for (String room : System.getProperty("rooms.beside").split("\\|")) {
      classes.addAll(TestsBeside.classes(room, "Test"));
    }
    classes.add(0, TestsBeside.TOGETHER);
    try (ProcessBeside process = ProcessBeside.start("rooms-beside", classes)) {
      process.awaitSuccess();
    }
  }
}
