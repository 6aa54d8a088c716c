package org.gongkai;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
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

/** A process that runs classes of tests, as Surefire runs the others. */
public final class TestsBeside {

  /** Instead of a directory: all classes are this process's, and one after the other. */
  static final String TOGETHER = "together";

  private static final Path TESTS = Path.of("target", "test-classes");
  private static final int MOST_FRAMES = 40;

  private TestsBeside() {}

  /**
   * Ends with 0 where all succeed.
   *
   * @param args the tags to leave out, or nothing; then {@link #TOGETHER}, or a directory in which
   *     processes that share the classes note which they have taken; then the classes
   */
  public static void main(String[] args) throws IOException {
    String leftOut = args[0];
    List<String> classes = List.of(args).subList(2, args.length);
    long found = 0;
    long failed = 0;
    try (LauncherSession session = LauncherFactory.openSession()) {
      for (List<String> some : portions(args[1], classes)) {
        if (args[1].equals(TOGETHER) || isTakenNow(Path.of(args[1], some.getFirst()))) {
          TestExecutionSummary summary = run(session, leftOut, some);
          found += summary.getTestsFoundCount();
          failed += summary.getTotalFailureCount();
        }
      }
    }
    System.exit(found > 0 && failed == 0 ? 0 : 1);
  }

  private static List<List<String>> portions(String how, List<String> classes) {
    return how.equals(TOGETHER) ? List.of(classes) : classes.stream().map(List::of).toList();
  }

  private static boolean isTakenNow(Path note) throws IOException {
    try {
      Files.createFile(note);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private static TestExecutionSummary run(
      LauncherSession session, String leftOut, List<String> classes) {
    LauncherDiscoveryRequestBuilder request =
        LauncherDiscoveryRequestBuilder.request()
            .configurationParameter("junit.quarkus.orderer.prefix.non-quarkus-test", "10_");
    if (!leftOut.isEmpty()) {
      request.filters(TagFilter.excludeTags(leftOut));
    }
    classes.forEach(name -> request.selectors(selectClass(name)));
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    session.getLauncher().execute(request.build(), listener, new TestReports());
    TestExecutionSummary summary = listener.getSummary();
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    out.println(String.join(" ", classes));
    summary.printTo(out);
    summary.printFailuresTo(out, MOST_FRAMES);
    return summary;
  }

  /** The classes below a package of ours whose names end so. */
  static List<String> classes(String room, String suffix) throws IOException {
    String end = suffix + ".class";
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.walk(TESTS.resolve(Path.of("org", "gongkai", room)))) {
      files
          .map(file -> TESTS.relativize(file).toString().replace(java.io.File.separatorChar, '.'))
          .filter(name -> name.endsWith(end))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .sorted()
          .forEach(names::add);
    }
    return names;
  }
}
