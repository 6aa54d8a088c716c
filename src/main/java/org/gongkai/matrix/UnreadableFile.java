package org.gongkai.matrix;

import org.gongkai.problem.Text;

/** A file that is not read, with the reason. */
public final class UnreadableFile extends Exception {

  private static final long serialVersionUID = 1;

  /** Why a file is not read. */
  public enum Reason {
    /** No kind of file that is read. */
    UNKNOWN_KIND,
    /** Broken, or not what its signature says. */
    BROKEN,
    /** Needs a password. */
    ENCRYPTED,
    /** Pictures without text. */
    SCANNED,
    /** Its tables have no lines to read them by. */
    NO_LINES,
    /** Its fonts do not say which signs they show. */
    UNKNOWN_SIGNS,
    /** No table and no text of a report is found in it. */
    NO_REPORT,
    /** More pages, cells, signs or unpacked bytes than any report has. */
    TOO_LARGE,
    /** Not read within the time that a file has. */
    TOO_SLOW,
    /** What reads it has ended in the midst, more than once. */
    READER_ENDED
  }

  private final Reason reason;
  private final transient Text text;

  public UnreadableFile(Reason reason, Text text) {
    super(text.en());
    this.reason = reason;
    this.text = text;
  }

  /** This, with the failure that led to it. */
  public UnreadableFile from(Throwable cause) {
    initCause(cause);
    return this;
  }

  public Reason reason() {
    return reason;
  }

  public Text text() {
    return text;
  }
}
