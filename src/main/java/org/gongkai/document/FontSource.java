package org.gongkai.document;

import java.awt.geom.GeneralPath;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.jspecify.annotations.Nullable;

/**
 * A font of the system, as a source of outlines: TrueType or OpenType, by itself or in a
 * collection. Used by one thread at a time.
 */
final class FontSource {

  /** Signs that a Chinese font has; one without is of another language, whatever its name. */
  private static final String CHINESE = "府总计“——”（）";

  private static final int RESTRICTED = 0x0002;

  private final TrueTypeFont font;
  private final CmapLookup signs;
  private final @Nullable CFFFont outlines;
  private final int unitsPerEm;
  private final int ascent;
  private final int descent;

  private FontSource(TrueTypeFont font) throws IOException {
    this.font = font;
    this.signs = font.getUnicodeCmapLookup();
    this.outlines =
        font instanceof OpenTypeFont open && open.isPostScript() ? open.getCFF().getFont() : null;
    this.unitsPerEm = font.getUnitsPerEm();
    this.ascent = font.getHorizontalHeader().getAscender();
    this.descent = font.getHorizontalHeader().getDescender();
  }

  /**
   * Opens a font.
   *
   * @throws IOException where it cannot be read, is not Chinese or must not be taken into documents
   */
  static FontSource open(Path path) throws IOException {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    File file = path.toFile();
    if (name.endsWith(".ttc") || name.endsWith(".otc")) {
      return ofCollection(file);
    }
    RandomAccessReadBufferedFile bytes = new RandomAccessReadBufferedFile(file);
    return usable(
        name.endsWith(".otf") ? new OTFParser().parse(bytes) : new TTFParser().parse(bytes));
  }

  /** The one for mainland China, where names tell it, else the first one. */
  private static FontSource ofCollection(File file) throws IOException {
    List<String> names = new ArrayList<>();
    TrueTypeCollection.processAllFontHeaders(file, font -> names.add(font.getName()));
    String wanted =
        names.stream()
            .filter(n -> n.contains("SC-") || n.contains("sc-"))
            .filter(n -> !n.contains("Mono"))
            .findFirst()
            .orElse(names.isEmpty() ? "" : names.getFirst());
    TrueTypeFont font = new TrueTypeCollection(file).getFontByName(wanted);
    if (font == null) {
      throw new IOException("no font in the collection");
    }
    return usable(font);
  }

  private static FontSource usable(TrueTypeFont font) throws IOException {
    if (font.getOS2Windows() != null && (font.getOS2Windows().getFsType() & 0x000F) == RESTRICTED) {
      throw new IOException("must not be embedded");
    }
    FontSource source = new FontSource(font);
    if (CHINESE.codePoints().anyMatch(sign -> source.glyph(sign) == 0)) {
      throw new IOException("has no Chinese signs");
    }
    return source;
  }

  int unitsPerEm() {
    return unitsPerEm;
  }

  int ascent() {
    return ascent;
  }

  int descent() {
    return descent;
  }

  /** The number of the glyph of a sign; 0 where it has none. */
  int glyph(int sign) {
    return signs.getGlyphId(sign);
  }

  int advance(int glyph) throws IOException {
    return font.getAdvanceWidth(glyph);
  }

  GeneralPath outline(int glyph) throws IOException {
    if (outlines != null) {
      int id = outlines.getCharset().isCIDFont() ? cid(glyph) : glyph;
      return outlines.getType2CharString(id).getPath();
    }
    GlyphData data = font.getGlyph().getGlyph(glyph);
    return data == null ? new GeneralPath() : data.getPath();
  }

  private int cid(int glyph) {
    return outlines == null ? glyph : outlines.getCharset().getCIDForGID(glyph);
  }
}
