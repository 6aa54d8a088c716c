package org.gongkai.pdf;

import org.gongkai.matrix.UnreadableFile;
import org.gongkai.problem.Text;

/**
 * What reading a PDF file may cost. A page of a report has some 1,500 signs, and some 500 lines in
 * a few thousand pieces; what has far more is a drawing, or made to keep others waiting.
 */
final class PdfBudget {

  /** A report of a province with its annexes has 30 pages. */
  static final int PAGES = 300;

  private static final int OPERATORS = 3_000_000;
  private static final int SIGNS = 400_000;
  private static final int PIECES = 400_000;

  /** Far above the second that the largest report takes on a slow machine. */
  private static final long NANOS = 20_000_000_000L;

  private final long end;
  private int operators;
  private int signs;
  private int pieces;

  PdfBudget() {
    this.end = System.nanoTime() + NANOS;
  }

  void operator() {
    if ((++operators & 63) == 0) {
      time();
    }
    if (operators > OPERATORS) {
      throw tooLarge();
    }
  }

  void sign() {
    if (++signs > SIGNS) {
      throw tooLarge();
    }
    if ((signs & 255) == 0) {
      time();
    }
  }

  void piece() {
    if (++pieces > PIECES) {
      throw tooLarge();
    }
  }

  void time() {
    if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
      throw new Refused(
          UnreadableFile.Reason.TOO_SLOW, new Text("读取文件用时过长", "Reading the file takes too long"));
    }
  }

  static Refused tooLarge() {
    return new Refused(
        UnreadableFile.Reason.TOO_LARGE,
        new Text("文件内容过多，不像年度报告", "The file draws more than any report does"));
  }

  /**
   * Carries a refusal through code of the library, which takes exceptions of its own for errors.
   */
  static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final UnreadableFile file;

    Refused(UnreadableFile.Reason reason, Text text) {
      super(text.en(), null, false, false);
      this.file = new UnreadableFile(reason, text);
    }

    UnreadableFile file() {
      return file;
    }
  }
}
