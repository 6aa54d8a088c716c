package org.gongkai.matrix;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** By which bytes kinds of files begin. */
enum FileSignature {
  ZIP("PK\u0003\u0004", "PK\u0005\u0006"),
  OLE2("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
  RTF("{\\rtf"),
  PICTURE("\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "II*\u0000", "MM\u0000*", "RIFF"),
  ARCHIVE("Rar!", "7z\u00bc\u00af", "\u001f\u008b"),
  PDF,
  MHTML,
  NONE;

  /** What may stand before the mark of a PDF, as readers of PDF allow. */
  private static final int BEFORE_PDF = 1_024;

  private static final int MHTML_HEAD = 4_096;

  /** How a page begins that a browser saved with all that it shows, as a mail. */
  private static final Pattern MAIL =
      Pattern.compile(
          "(?i)\\A\\s*(?:from|mime-version|subject|date|content-type|snapshot-[a-z-]+):");

  private final List<byte[]> marks;

  FileSignature(String... marks) {
    this.marks =
        Arrays.stream(marks).map(mark -> mark.getBytes(StandardCharsets.ISO_8859_1)).toList();
  }

  static FileSignature of(byte[] bytes) {
    for (FileSignature signature : values()) {
      for (byte[] mark : signature.marks) {
        if (begins(bytes, mark)) {
          return signature;
        }
      }
    }
    if (head(bytes, BEFORE_PDF).contains("%PDF-")) {
      return PDF;
    }
    String head = head(bytes, MHTML_HEAD);
    boolean mail =
        MAIL.matcher(head).find() && head.toLowerCase(Locale.ROOT).contains("mime-version:");
    return mail ? MHTML : NONE;
  }

  private static boolean begins(byte[] bytes, byte[] mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if (bytes[i] != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static String head(byte[] bytes, int most) {
    return new String(bytes, 0, Math.min(bytes.length, most), StandardCharsets.ISO_8859_1);
  }
}
