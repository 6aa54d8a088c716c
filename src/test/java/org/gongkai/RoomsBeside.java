package org.gongkai;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A process that runs the tests of rooms, as Surefire runs those of the others. */
public final class RoomsBeside {

  private static final Path TESTS = Path.of("target", "test-classes");
  private static final int MOST_FRAMES = 40;

  private RoomsBeside() {}

  /**
   * Ends with 0 where all succeed.
   *
   * @param args the tags to leave out, or nothing; then the rooms
   */
  public static void main(String[] args) throws IOException {
    LauncherDiscoveryRequestBuilder request =
        LauncherDiscoveryRequestBuilder.request()
            .configurationParameter("junit.quarkus.orderer.prefix.non-quarkus-test", "10_");
    if (!args[0].isEmpty()) {
      request.filters(TagFilter.excludeTags(args[0]));
    }
    for (String room : List.of(args).subList(1, args.length)) {
      classes(room).forEach(name -> request.selectors(selectClass(name)));
    }
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    try (LauncherSession session = LauncherFactory.openSession()) {
      session.getLauncher().execute(request.build(), listener, new TestReports());
    }
    TestExecutionSummary summary = listener.getSummary();
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    summary.printTo(out);
    summary.printFailuresTo(out, MOST_FRAMES);
    boolean good = summary.getTestsFoundCount() > 0 && summary.getTotalFailureCount() == 0;
    System.exit(good ? 0 : 1);
  }

  private static List<String> classes(String room) throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.walk(TESTS.resolve(Path.of("org", "gongkai", room)))) {
      files
          .map(file -> TESTS.relativize(file).toString().replace(java.io.File.separatorChar, '.'))
          .filter(name -> name.endsWith("Test.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .sorted()
          .forEach(names::add);
    }
    return names;
  }
}
