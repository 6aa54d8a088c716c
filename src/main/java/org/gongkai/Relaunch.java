package org.gongkai;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Begins the process again with what a plain {@code java -jar} leaves out and no running Java can
 * change: a bound of the heap, how much is compiled on a small machine, an end when memory has run
 * out, and the {@link AotCache}. Process number, standard streams and signals stay. Whatever the
 * operator has said himself stays too.
 *
 * <p>It is for Linux and a Java that can call the system (22 or newer). Elsewhere, and where
 * anything fails, the service starts as it was told.
 */
final class Relaunch {

  /** {@code false} keeps the process as it is; what was begun again has it. */
  static final String SWITCH = "gongkai.relaunch";

  /** Enough for bulk requests of 10,000 reports beside readers: see deploy/PERFORMANCE.md. */
  static final String HEAP = "-Xmx224m";

  /**
   * G1 begins to mark at 45 % of what the heap is at the moment, which here is what is in use at
   * rest: it marked again every two seconds while reports were filed, and each time looked for
   * classes to unload, of which there are none, in a pause of some 90 ms.
   */
  static final List<String> MARKS_SELDOM =
      List.of(
          "-XX:InitiatingHeapOccupancyPercent=65",
          "-XX:-G1UseAdaptiveIHOP",
          "-XX:-ClassUnloadingWithConcurrentMark");

  /**
   * On a small machine the second compiler takes up to a core for the first hundred thousand
   * reports, and memory beside the heap, and those who wait for an answer wait for it: see
   * deploy/PERFORMANCE.md.
   */
  static final String FIRST_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

  /** With one compiler Java reserves a fifth of the addresses that it does with two. */
  private static final String ROOM_FOR_CODE = "-XX:ReservedCodeCacheSize=128m";

  private static final int FEW_PROCESSORS = 2;

  /**
   * Memory that is new costs more than what is then done in it: a start touched some 150 MB of the
   * heap in pages of 4 kB, which was a third of its processor time where the machine is itself a
   * guest. So the heap begins small, and what is added to it is asked for at once.
   */
  static final List<String> TOUCHED_AT_ONCE = List.of("-Xms128m", "-XX:+AlwaysPreTouch");

  /** In pages of 2 MB, where the system gives such to whoever asks. */
  static final String HUGE_PAGES = "-XX:+UseTransparentHugePages";

  static final String END_WITHOUT_MEMORY = "-XX:+ExitOnOutOfMemoryError";

  /**
   * The cache stays where it was made for, since to move it in memory costs 0.2 s and makes all of
   * it the process's own; and Java keeps to itself which stubs it makes anew.
   */
  private static final List<String> WITH_THE_CACHE =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0", "-Xlog:aot*=error");

  /** Gives back what compilers and threads have left, every few seconds. */
  private static final String TRIM = "-XX:TrimNativeHeapInterval=5000";

  private static final int FIRST_JAVA = 22;
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
  private static final Path HUGE_PAGES_OFFERED =
      Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
  private static final Path PROGRAM = Path.of("/proc/self/exe");
  static final List<String> OPTION_VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  /** Debuggers, agents and recordings hold what would not survive; whoever uses them says all. */
  private static final Pattern LEAVE_ALONE =
      Pattern.compile(
          "(?<!\\S)(-agentlib:|-agentpath:|-javaagent:|-XX:StartFlightRecording|-XX:AOT|-Xshare:|-XX:SharedArchiveFile)");

  private static final Pattern BOUNDS_THE_HEAP =
      Pattern.compile(
          "(?<!\\S)(-Xmx|-Xms|-XX:(MaxHeapSize|MaxRAM|InitialHeapSize|MinHeapSize|InitialRAM))");
  private static final Pattern SAYS_HOW_TO_COMPILE =
      Pattern.compile("(?<!\\S)(-Xint|-Xcomp|-server|-XX:\\S*(Tier|Compil|JVMCI))");
  private static final Pattern SAYS_WHAT_IS_TOUCHED =
      Pattern.compile("(?<!\\S)-XX:[+-](AlwaysPreTouch|Use\\w*HugePages|UseLargePages)");
  private static final Pattern SAYS_HOW_TO_END =
      Pattern.compile("(?<!\\S)-XX:[+-](ExitOnOutOfMemoryError|CrashOnOutOfMemoryError)");
  private static final Pattern IN_A_FILE = Pattern.compile("(?<!\\S)@");

  private Relaunch() {}

  /** Does not return where the process is begun again. */
  static void ifOptionsAreMissing() {
    String jar = System.getProperty("java.class.path");
    String wanted = System.getProperty(SWITCH, System.getenv("GONGKAI_RELAUNCH"));
    if ("false".equals(wanted)
        || Runtime.version().feature() < FIRST_JAVA
        || !jar.endsWith("quarkus-run.jar")
        || !Files.isReadable(COMMAND_LINE)) {
      return;
    }
    Map<Signal, SignalHandler> ours = leaveToTheSystem();
    try {
      List<String> command = commandLine(Files.readAllBytes(COMMAND_LINE));
      Path cache = AotCache.beside(Path.of(jar).toAbsolutePath());
      List<String> missing =
          missing(
              optionsOf(command, jar),
              System.getenv(),
              Runtime.getRuntime().availableProcessors(),
              offersHugePages(),
              Files.isReadable(cache) ? Optional.of(cache) : Optional.empty());
      if (!missing.isEmpty()) {
        List<String> again = new ArrayList<>(command);
        again.addAll(1, missing.stream().map(Relaunch::asSent).toList());
        again.add(1, "-D" + SWITCH + "=false");
        ProcessImage.replaceBy(asSent(Files.readSymbolicLink(PROGRAM).toString()), again);
      }
    } catch (IOException | ReflectiveOperationException | RuntimeException e) {
      System.err.println("Java goes on with the options that it has: " + e);
    } finally {
      ours.forEach(Signal::handle);
    }
  }

  /**
   * Signals to end. Java would take one, begin to end, and be replaced meanwhile by a process that
   * knows of none; the system ends this one at once, which has nothing to tidy up yet.
   */
  private static Map<Signal, SignalHandler> leaveToTheSystem() {
    Map<Signal, SignalHandler> before = new HashMap<>();
    for (String name : List.of("TERM", "INT", "HUP")) {
      try {
        Signal signal = new Signal(name);
        SignalHandler handler = Signal.handle(signal, SignalHandler.SIG_DFL);
        if (handler.equals(SignalHandler.SIG_IGN)) {
          Signal.handle(signal, handler);
        } else {
          before.put(signal, handler);
        }
      } catch (IllegalArgumentException e) {
        continue; // an option (-Xrs) has left it to the system already
      }
    }
    return before;
  }

  /** What is to be added; nothing where the operator has taken this into his own hands. */
  static List<String> missing(
      List<String> options,
      Map<String, String> environment,
      int processors,
      boolean hugePages,
      Optional<Path> cache) {
    StringBuilder given = new StringBuilder(String.join(" ", options));
    for (String variable : OPTION_VARIABLES) {
      given.append(' ').append(environment.getOrDefault(variable, ""));
    }
    if (LEAVE_ALONE.matcher(given).find() || IN_A_FILE.matcher(given).find()) {
      return List.of();
    }
    List<String> missing = new ArrayList<>();
    if (!BOUNDS_THE_HEAP.matcher(given).find()) {
      missing.addAll(List.of(HEAP, TRIM));
      missing.addAll(MARKS_SELDOM);
      if (!SAYS_WHAT_IS_TOUCHED.matcher(given).find()) {
        missing.addAll(touchedAtOnce(hugePages));
      }
      if (processors <= FEW_PROCESSORS && !SAYS_HOW_TO_COMPILE.matcher(given).find()) {
        missing.add(FIRST_COMPILER_ONLY);
        if (!given.toString().contains("CodeCacheSize")) {
          missing.add(ROOM_FOR_CODE);
        }
      }
    }
    if (!SAYS_HOW_TO_END.matcher(given).find()) {
      missing.add(END_WITHOUT_MEMORY);
    }
    cache.ifPresent(
        file -> {
          missing.add("-XX:AOTCache=" + file);
          missing.addAll(WITH_THE_CACHE);
        });
    return missing;
  }

  /** Whether whoever asks for pages of 2 MB gets some; else Java would warn at each start. */
  static boolean offersHugePages() {
    try {
      String offered = Files.readString(HUGE_PAGES_OFFERED);
      return offered.contains("[madvise]") || offered.contains("[always]");
    } catch (IOException e) {
      return false;
    }
  }

  static List<String> touchedAtOnce(boolean hugePages) {
    List<String> options = new ArrayList<>(TOUCHED_AT_ONCE);
    if (hugePages) {
      options.add(HUGE_PAGES);
    }
    return options;
  }

  /** Byte by byte, since the system knows of no characters. */
  private static List<String> commandLine(byte[] bytes) {
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    return List.of(all.substring(0, all.length() - 1).split("\0", -1));
  }

  /** Those before the jar: what follows it is the service's. */
  private static List<String> optionsOf(List<String> command, String jar) {
    int at = command.indexOf(asSent(jar));
    return at < 0 ? command : command.subList(1, at);
  }

  /** The bytes of a text in the system's charset, each as a character. */
  private static String asSent(String text) {
    Charset charset = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
    return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
  }
}
