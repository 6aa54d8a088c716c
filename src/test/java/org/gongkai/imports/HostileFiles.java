package org.gongkai.imports;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Files that were made to end whoever reads them. */
final class HostileFiles {

  private HostileFiles() {}

  /** A page that has something beside it: seven million objects, each of two signs. */
  static byte[] objectsWithoutEnd() {
    return pdf(7_000_000);
  }

  private static byte[] pdf(int objects) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    String head =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count"
            + " 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/X[";
    file.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    file.writeBytes("[]".repeat(objects).getBytes(StandardCharsets.ISO_8859_1));
    file.writeBytes("]>>endobj\ntrailer<</Root 1 0 R>>".getBytes(StandardCharsets.ISO_8859_1));
    return file.toByteArray();
  }
}
