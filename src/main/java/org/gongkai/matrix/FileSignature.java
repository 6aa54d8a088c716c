package org.gongkai.matrix;

import java.nio.charset.StandardCharsets;

/** By which bytes kinds of files begin. */
enum FileSignature {
  ZIP("PK\u0003\u0004"),
  OLE2("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
  RTF("{\\rtf"),
  PNG("\u0089PNG"),
  JPEG("\u00ff\u00d8\u00ff"),
  GIF("GIF8"),
  TIFF_LITTLE("II*\u0000"),
  TIFF_BIG("MM\u0000*"),
  BITMAP("BM"),
  WEBP("RIFF"),
  RAR("Rar!"),
  SEVEN_ZIP("7z\u00bc\u00af"),
  GZIP("\u001f\u008b");

  /** What may stand before the mark of a PDF, as readers of PDF allow. */
  private static final int BEFORE_PDF = 1_024;

  private final byte[] mark;

  FileSignature(String mark) {
    this.mark = mark.getBytes(StandardCharsets.ISO_8859_1);
  }

  boolean begins(byte[] bytes) {
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

  static boolean pdf(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, BEFORE_PDF), StandardCharsets.ISO_8859_1);
    return head.contains("%PDF-");
  }
}
