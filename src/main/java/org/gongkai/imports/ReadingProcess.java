package org.gongkai.imports;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.form.Forms;

/**
 * A Java of its own that reads files, one at a time: {@link ReadingCommand}. It has a bound of
 * memory at which it ends, and is ended at a bound of time, so that whatever a file does to its
 * reader is done there. It is given neither settings nor keys.
 */
final class ReadingProcess implements AutoCloseable {

  /** On a machine that is busy; on others it takes a second. */
  private static final Duration LONGEST_START = Duration.ofMinutes(1);

  private static final Duration LONGEST_END = Duration.ofSeconds(5);

  /** The status with which Java ends at {@code ExitOnOutOfMemoryError}. */
  private static final int OUT_OF_MEMORY = 3;

  /** Of what Java itself says when it ends. */
  private static final int LAST_WORDS = 2_000;

  /**
   * By which the system reads the names of files, and where Windows has what every process needs.
   * Nothing else: keys and the database's password stand in variables too.
   */
  private static final List<String> VARIABLES = List.of("LANG", "LC_ALL", "LC_CTYPE", "SystemRoot");

  private final ReadingFolder folder;
  private final Process process;
  private final DataOutputStream files;
  private final DataInputStream answers;
  private final AtomicInteger count = new AtomicInteger();
  private volatile boolean late;

  private ReadingProcess(ReadingFolder folder, Process process) {
    this.folder = folder;
    this.process = process;
    this.files = new DataOutputStream(process.getOutputStream());
    this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  /** Why a process gave no answer. */
  enum Why {
    /** It has run out of the memory that it may have. */
    MEMORY,
    /** It was ended when the time of the file was over. */
    TIME,
    /** It has ended by itself, or somebody has ended it. */
    DEATH
  }

  /** The process is no more. */
  static final class Ended extends Exception {

    private static final long serialVersionUID = 1;

    private final Why why;

    private Ended(Why why, String lastWords) {
      super(lastWords);
      this.why = why;
    }

    Why why() {
      return why;
    }
  }

  /** What the other end says. */
  record Answer(int kind, byte[] bytes) {

    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /**
   * Starts one and waits until it can read.
   *
   * @param heap what its Java may have, in bytes
   * @throws IOException where the system does not let it start, or it does not read by these forms
   * @throws Ended where it was ended before it could read
   */
  static ReadingProcess start(Forms forms, long heap) throws IOException, Ended {
    ReadingFolder folder = ReadingFolder.create();
    Path path = folder.path();
    try {
      Path own = Files.createDirectory(path.resolve(ReadingCommand.FORMS));
      if (!forms.copyInto(own)) {
        Files.delete(own);
      }
      ProcessBuilder builder = new ProcessBuilder(command(path, heap)).directory(path.toFile());
      Map<String, String> environment = builder.environment();
      environment.keySet().retainAll(VARIABLES);
      ReadingProcess started = new ReadingProcess(folder, builder.start());
      started.greet(forms);
      return started;
    } catch (IOException e) {
      folder.close();
      throw e;
    }
  }

  private static List<String> command(Path folder, long heap) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heap);
    command.addAll(
        List.of(
            "-Xms16m",
            "-XX:MaxDirectMemorySize=16m",
            "-XX:MaxMetaspaceSize=128m",
            "-XX:+ExitOnOutOfMemoryError",
            // It reads some files and rests: what starts soon and stays small.
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-XX:ErrorFile=" + folder.resolve("error.log"),
            "-XX:-CreateCoredumpOnCrash",
            "-Djava.io.tmpdir=" + folder,
            "-Djava.awt.headless=true",
            "-cp",
            classPath(),
            ReadingCommand.class.getName()));
    return command;
  }

  /** Of this process: the packaged jar names all others, and tests have a list. */
  private static String classPath() {
    List<String> parts = new ArrayList<>();
    for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      parts.add(Path.of(part).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, parts);
  }

  @SuppressWarnings("UnusedException") // says less than what the process has left
  private void greet(Forms forms) throws IOException, Ended {
    CompletableFuture<Void> bound = endAfter(LONGEST_START);
    try {
      if (!answers.readUTF().equals(forms.digest())) {
        throw new IOException("The process reads by other forms");
      }
    } catch (EOFException e) {
      throw ended();
    } catch (IOException e) {
      close();
      throw e;
    } finally {
      bound.cancel(false);
    }
  }

  /** By which the system knows it. */
  long pid() {
    return process.pid();
  }

  /** How many files it has been given. */
  int count() {
    return count.get();
  }

  /** Reads a file; afterwards the process is either there for the next one, or no more. */
  @SuppressWarnings("UnusedException") // says less than what the process has left
  Answer read(byte[] file, Duration longest) throws Ended {
    count.incrementAndGet();
    CompletableFuture<Void> bound = endAfter(longest);
    try {
      files.writeInt(file.length);
      files.write(file);
      files.flush();
      int kind = answers.readUnsignedByte();
      int length = answers.readInt();
      if (length < 0 || length > ReadingCommand.LONGEST_ANSWER) {
        throw new IOException("No answer");
      }
      byte[] answer = new byte[length];
      answers.readFully(answer);
      return new Answer(kind, answer);
    } catch (IOException e) {
      throw ended();
    } finally {
      bound.cancel(false);
    }
  }

  /** On the thread of a timer, which nothing holds up. */
  private CompletableFuture<Void> endAfter(Duration time) {
    return CompletableFuture.runAsync(
        () -> {
          late = true;
          process.destroyForcibly();
        },
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS, Runnable::run));
  }

  private Ended ended() {
    Why why = Why.DEATH;
    String lastWords = "";
    try {
      if (process.waitFor(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
        lastWords =
            new String(process.getErrorStream().readNBytes(LAST_WORDS), StandardCharsets.UTF_8);
        why = process.exitValue() == OUT_OF_MEMORY ? Why.MEMORY : Why.DEATH;
        lastWords = "status " + process.exitValue() + " " + lastWords.strip();
      }
    } catch (IOException e) {
      lastWords = e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close();
    return new Ended(late ? Why.TIME : why, lastWords);
  }

  /** Whether it can be given one. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it at once, whatever it does. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
      files.close();
    } catch (IOException e) {
      // it has read no more of it
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    folder.close();
  }
}
