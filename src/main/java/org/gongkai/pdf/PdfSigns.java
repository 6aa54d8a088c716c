package org.gongkai.pdf;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;

/**
 * What signs mean, as their font says. What it does not say is not guessed from codes or shapes.
 */
final class PdfSigns {

  private PdfSigns() {}

  /** Empty where nothing is printed. */
  static String text(PDFont font, int code) throws IOException {
    String text = font.toUnicode(code);
    if (text == null || text.isEmpty() || !meaningful(text)) {
      return drawsNothing(font, code) ? " " : Glyph.UNKNOWN;
    }
    if (text.codePoints().allMatch(PdfSigns::formatting)) {
      return "";
    }
    return text;
  }

  private static boolean meaningful(String text) {
    return text.codePoints()
        .noneMatch(
            sign ->
                sign == 0xFFFD
                    || sign == 0
                    || Character.getType(sign) == Character.PRIVATE_USE
                    || Character.getType(sign) == Character.UNASSIGNED
                    || (Character.isISOControl(sign) && !Character.isWhitespace(sign)));
  }

  private static boolean formatting(int sign) {
    return Character.getType(sign) == Character.FORMAT;
  }

  private static boolean drawsNothing(PDFont font, int code) throws IOException {
    return font instanceof PDVectorFont vector
        && font.isEmbedded()
        && vector.hasGlyph(code)
        && vector.getPath(code).getPathIterator(null).isDone();
  }
}
