package org.gongkai.matrix;

import org.gongkai.problem.Text;

/**
 * How much of a file is read. A report has some 300 cells, 20,000 signs and 30 pages; what goes far
 * beyond is no report, or was made to hold the service up.
 */
final class ReadingLimits {

  /** Bytes of a file: a report with many pictures has 20 million. */
  static final int FILE_BYTES = 64 << 20;

  /** Signs of text: a report of a province with its appendices has 100,000. */
  static final int SIGNS = 2_000_000;

  /** Paragraphs: those of the longest report that was seen, some ten times. */
  static final int PARAGRAPHS = 20_000;

  /** Cells of all tables, empty ones too: hundreds of forms. */
  static final int CELLS = 50_000;

  /** Rows of one table. */
  static final int ROWS = 20_000;

  /** Columns of one table, in the lines of its grid. */
  static final int COLUMNS = 1_000;

  /**
   * Tags of a web page: pages that Word saves have 20,000, and each takes a hundred bytes and more.
   */
  static final int TAGS = 200_000;

  /** Lines of plain text, empty ones too. */
  static final int LINES = 200_000;

  /** Elements within one another in web pages: real ones stay below 60, broken ones do not. */
  static final int DEPTH = 400;

  /** Elements within one another in office files: Java itself refuses 100. */
  static final int XML_DEPTH = 95;

  /** Elements of one part of an office file: some fifty times those of a long report. */
  static final int ELEMENTS = 600_000;

  /** Bytes of one part of an office file, unpacked. */
  static final int PART_BYTES = 32 << 20;

  /** Bytes that are unpacked of one office file, all parts together. */
  static final int UNPACKED_BYTES = 64 << 20;

  /** Members of an office file: a report with a hundred pictures has 130. */
  static final int ZIP_ENTRIES = 5_000;

  /** How many times larger than packed a part may be, above {@link #RATIO_FROM}. */
  static final int ZIP_RATIO = 200;

  /** Small parts may be packed as they like: nothing comes of it. */
  static final int RATIO_FROM = 4 << 20;

  private ReadingLimits() {}

  /** To be asked often while reading: whoever waits for the file may have given up. */
  static void check() throws UnreadableFile {
    if (Thread.currentThread().isInterrupted()) {
      throw tooSlow();
    }
  }

  /** Before signs become objects that take many times their memory. */
  static void checkTags(String page) throws UnreadableFile {
    if (page.chars().filter(sign -> sign == '<').limit(TAGS + 1L).count() > TAGS) {
      throw tooLarge("网页的标签超过" + TAGS + "个", "The page has more than " + TAGS + " tags");
    }
  }

  /** The same of lines. */
  static void checkLines(String text) throws UnreadableFile {
    if (text.chars()
            .filter(s -> s >= '\n' && s <= '\r' || s == 0x85 || s == 0x2028 || s == 0x2029)
            .limit(LINES + 1L)
            .count()
        > LINES) {
      throw tooLarge("文本超过" + LINES + "行", "The text has more than " + LINES + " lines");
    }
  }

  static UnreadableFile tooSlow() {
    return new UnreadableFile(
        UnreadableFile.Reason.TOO_SLOW,
        new Text("读取文件用时过长，已停止", "Reading the file took too long and was stopped"));
  }

  static UnreadableFile tooLarge(String zh, String en) {
    return new UnreadableFile(UnreadableFile.Reason.TOO_LARGE, new Text(zh, en));
  }

  static UnreadableFile broken(String zh, String en) {
    return new UnreadableFile(UnreadableFile.Reason.BROKEN, new Text(zh, en));
  }

  static UnreadableFile unknown(String zh, String en) {
    return new UnreadableFile(UnreadableFile.Reason.UNKNOWN_KIND, new Text(zh, en));
  }
}
