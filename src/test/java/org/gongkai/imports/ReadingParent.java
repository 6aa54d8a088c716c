package org.gongkai.imports;

import org.gongkai.form.Forms;

/** A service in small, to be ended while a process of its own waits for a file. */
final class ReadingParent {

  static final String BEGUN = "begun";

  private ReadingParent() {}

  public static void main(String... args) throws Exception {
    try (ReadingProcess process = ReadingProcess.start(Forms.load(), 64 << 20)) {
      System.out.println(BEGUN + " " + process.isAlive());
      int waited = System.in.read();
      System.out.println(waited);
    }
  }
}
