package org.gongkai.imports;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.gongkai.form.Forms;
import org.gongkai.matrix.DocumentReaders;
import org.gongkai.matrix.PrintedDocument;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.pdf.PdfReader;
import org.gongkai.problem.Text;
import org.gongkai.recognition.Recogniser;

/**
 * The other end of a {@link ReadingProcess}: reads the files that come on standard input, each a
 * length and its bytes, and says what became of them on standard output. Its directory is the
 * current one, and it ends when its input does, however the service ended.
 */
final class ReadingCommand {

  /** In which of its own files the process finds the operator's forms, where there are some. */
  static final String FORMS = "forms";

  /** The answer is an {@link ReadingOutcome}. */
  static final int OUTCOME = 0;

  /** The answer is where the reader broke, for the log; the file is broken too. */
  static final int BROKE = 1;

  /**
   * What the service takes into its memory of a file. Two million signs, the most that are read,
   * have 6 MB.
   */
  static final int LONGEST_ANSWER = 8 << 20;

  /** Of what a reader that broke says of itself. */
  private static final int LONGEST_TRACE = 8_000;

  /** A nested table takes some frames a level; what needs more is refused by its reader. */
  private static final long STACK = 4L << 20;

  private static final Text TOO_LARGE =
      new Text("读取此文件需要的内存过多。", "Reading the file would take too much memory.");

  private static final Text TOO_MUCH =
      new Text("文件内容过多，不像年度报告。", "The file has more text and tables than any report.");

  private final DocumentReaders readers = new DocumentReaders(new PdfReader());
  private final Recogniser recogniser;
  private final DataOutputStream answers;

  private ReadingCommand(Forms forms, DataOutputStream answers) {
    this.recogniser = new Recogniser(forms);
    this.answers = answers;
  }

  public static void main(String... args) throws IOException {
    DataOutputStream answers =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    silence();
    beTheFirstToBeEnded();
    Forms forms = Files.isDirectory(Path.of(FORMS)) ? Forms.load(Path.of(FORMS)) : Forms.load();
    ReadingCommand command = new ReadingCommand(forms, answers);
    DataInputStream files = new DataInputStream(System.in);
    answers.writeUTF(forms.digest());
    answers.flush();
    try {
      while (true) {
        byte[] file = new byte[files.readInt()];
        files.readFully(file);
        Thread thread = new Thread(null, () -> command.answer(file), "reading", STACK);
        thread.setDaemon(true);
        thread.start();
      }
    } catch (EOFException e) {
      // The service is done with us, or is no more; whatever we are reading nobody waits for.
      end();
    }
  }

  /** What libraries print must not come between our answers, nor what a file says into a log. */
  private static void silence() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    System.setOut(nowhere);
    System.setErr(nowhere);
    LogManager.getLogManager().reset();
    Logger.getLogger("").setLevel(Level.OFF);
  }

  /** Where the machine runs out of memory, Linux ends the process that says so, not the service. */
  private static void beTheFirstToBeEnded() {
    try {
      Files.writeString(Path.of("/proc/self/oom_score_adj"), "1000");
    } catch (IOException | SecurityException e) {
      // then it chooses itself
    }
  }

  private void answer(byte[] file) {
    try {
      int kind = OUTCOME;
      byte[] answer;
      try {
        answer = outcome(file).write().getBytes(StandardCharsets.UTF_8);
        if (answer.length > LONGEST_ANSWER) {
          answer = refusal(UnreadableFile.Reason.TOO_LARGE, TOO_MUCH);
        }
      } catch (UnreadableFile e) {
        answer = refusal(e.reason(), e.text());
      } catch (VirtualMachineError e) {
        answer = refusal(UnreadableFile.Reason.TOO_LARGE, TOO_LARGE);
      } catch (RuntimeException | LinkageError e) {
        kind = BROKE;
        answer = trace(e).getBytes(StandardCharsets.UTF_8);
      }
      answers.writeByte(kind);
      answers.writeInt(answer.length);
      answers.write(answer);
      answers.flush();
    } catch (IOException e) {
      end();
    }
  }

  private ReadingOutcome outcome(byte[] file) throws UnreadableFile {
    PrintedDocument document = readers.read(file, null);
    return new ReadingOutcome.Read(
        document.kind(), recogniser.required(document), List.of(), null, List.of());
  }

  private static byte[] refusal(UnreadableFile.Reason reason, Text text) {
    return new ReadingOutcome.Refused(reason, text).write().getBytes(StandardCharsets.UTF_8);
  }

  private static String trace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return trace.toString().substring(0, Math.min(trace.toString().length(), LONGEST_TRACE));
  }

  private static void end() {
    ReadingFolder.delete(Path.of("").toAbsolutePath());
    Runtime.getRuntime().halt(0);
  }
}
