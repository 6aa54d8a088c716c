package org.gongkai.document;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.document.GlyphOutline.Point;

/**
 * Makes a small TrueType font of the signs that a document has. A PDF can take in TrueType outlines
 * only, and the Chinese fonts of most systems are collections, or have outlines of the other kind:
 * those are drawn anew ({@link GlyphOutline}). Here is how the file is laid out.
 */
final class OutlineFont {

  private static final int ON_CURVE = 1;
  private static final int FIXED = 0x00010000;

  /** The name of the font in a PDF. */
  private final String name;

  private final FontSource source;
  private final List<byte[]> glyphs = new ArrayList<>();
  private final List<int[]> metrics = new ArrayList<>();
  private final Map<Integer, Integer> glyphOf = new TreeMap<>();
  private int mostPoints;
  private int mostContours;

  OutlineFont(String name, FontSource source) {
    this.name = name;
    this.source = source;
  }

  /** The font as a file. Signs that the source lacks are shown as a box, and can be copied. */
  byte[] of(Iterable<Integer> signs) throws IOException {
    add(GlyphOutline.box(source.unitsPerEm()), source.unitsPerEm());
    for (int sign : signs) {
      if (glyphOf.containsKey(sign)) {
        continue;
      }
      int glyph = source.glyph(sign);
      if (glyph == 0) {
        glyphOf.put(sign, 0);
      } else {
        glyphOf.put(sign, glyphs.size());
        add(GlyphOutline.of(source.outline(glyph)), source.advance(glyph));
      }
    }
    return file();
  }

  private void add(GlyphOutline outline, int advance) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    List<Point> points = outline.points();
    int left = points.stream().mapToInt(Point::x).min().orElse(0);
    if (!points.isEmpty()) {
      out.writeShort(outline.contours().size());
      out.writeShort(left);
      out.writeShort(points.stream().mapToInt(Point::y).min().orElse(0));
      out.writeShort(points.stream().mapToInt(Point::x).max().orElse(0));
      out.writeShort(points.stream().mapToInt(Point::y).max().orElse(0));
      int last = -1;
      for (List<Point> contour : outline.contours()) {
        last += contour.size();
        out.writeShort(last);
      }
      out.writeShort(0);
      for (Point point : points) {
        out.writeByte(point.onCurve() ? ON_CURVE : 0);
      }
      int before = 0;
      for (Point point : points) {
        out.writeShort(point.x() - before);
        before = point.x();
      }
      before = 0;
      for (Point point : points) {
        out.writeShort(point.y() - before);
        before = point.y();
      }
      pad(out);
    }
    glyphs.add(bytes.toByteArray());
    metrics.add(new int[] {advance, left});
    mostPoints = Math.max(mostPoints, points.size());
    mostContours = Math.max(mostContours, outline.contours().size());
  }

  private static void pad(DataOutputStream out) throws IOException {
    while (out.size() % 4 != 0) {
      out.writeByte(0);
    }
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private static byte[] table(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writing.to(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private byte[] file() throws IOException {
    Map<String, byte[]> tables = new TreeMap<>();
    tables.put("OS/2", table(this::os2));
    tables.put("cmap", table(this::cmap));
    tables.put(
        "glyf",
        table(
            out -> {
              for (byte[] glyph : glyphs) {
                out.write(glyph);
              }
            }));
    tables.put("head", table(this::head));
    tables.put("hhea", table(this::hhea));
    tables.put(
        "hmtx",
        table(
            out -> {
              for (int[] metric : metrics) {
                out.writeShort(metric[0]);
                out.writeShort(metric[1]);
              }
            }));
    tables.put(
        "loca",
        table(
            out -> {
              int offset = 0;
              for (byte[] glyph : glyphs) {
                out.writeInt(offset);
                offset += glyph.length;
              }
              out.writeInt(offset);
            }));
    tables.put("maxp", table(this::maxp));
    tables.put("name", table(this::name));
    tables.put(
        "post",
        table(
            out -> {
              out.writeInt(0x00030000);
              out.write(new byte[28]);
            }));
    return directory(tables);
  }

  private static byte[] directory(Map<String, byte[]> tables) throws IOException {
    return table(
        out -> {
          int count = tables.size();
          int power = Integer.highestOneBit(count);
          out.writeInt(FIXED);
          out.writeShort(count);
          out.writeShort(power * 16);
          out.writeShort(Integer.numberOfTrailingZeros(power));
          out.writeShort((count - power) * 16);
          int offset = 12 + 16 * count;
          for (Map.Entry<String, byte[]> entry : tables.entrySet()) {
            out.writeBytes(entry.getKey());
            out.writeInt(checksum(entry.getValue()));
            out.writeInt(offset);
            out.writeInt(entry.getValue().length);
            offset += (entry.getValue().length + 3) / 4 * 4;
          }
          for (byte[] bytes : tables.values()) {
            out.write(bytes);
            pad(out);
          }
        });
  }

  private static int checksum(byte[] bytes) {
    int sum = 0;
    for (int i = 0; i < bytes.length; i++) {
      sum += (bytes[i] & 0xff) << (24 - 8 * (i % 4));
    }
    return sum;
  }

  private void head(DataOutputStream out) throws IOException {
    out.writeInt(FIXED);
    out.writeInt(FIXED);
    out.writeInt(0);
    out.writeInt(0x5F0F3CF5);
    out.writeShort(0);
    out.writeShort(source.unitsPerEm());
    out.writeLong(0);
    out.writeLong(0);
    out.writeShort(0);
    out.writeShort(source.descent());
    out.writeShort(source.unitsPerEm());
    out.writeShort(source.ascent());
    out.writeShort(0);
    out.writeShort(8);
    out.writeShort(2);
    out.writeShort(1); // offsets of glyphs take four bytes
    out.writeShort(0);
  }

  private void hhea(DataOutputStream out) throws IOException {
    out.writeInt(FIXED);
    out.writeShort(source.ascent());
    out.writeShort(source.descent());
    out.writeShort(0);
    out.writeShort(metrics.stream().mapToInt(m -> m[0]).max().orElse(0));
    out.write(new byte[22]);
    out.writeShort(metrics.size());
  }

  private void maxp(DataOutputStream out) throws IOException {
    out.writeInt(FIXED);
    out.writeShort(glyphs.size());
    out.writeShort(mostPoints);
    out.writeShort(mostContours);
    out.write(new byte[4]);
    out.writeShort(2);
    out.write(new byte[16]);
  }

  private void os2(DataOutputStream out) throws IOException {
    out.writeShort(3);
    out.writeShort(source.unitsPerEm());
    out.writeShort(400);
    out.writeShort(5);
    out.write(new byte[50]); // may be embedded; nothing else is read of it
    out.writeInt(0);
    out.writeShort(0x40);
    out.writeShort(glyphOf.keySet().stream().mapToInt(s -> Math.min(s, 0xFFFF)).min().orElse(0));
    out.writeShort(glyphOf.keySet().stream().mapToInt(s -> Math.min(s, 0xFFFF)).max().orElse(0));
    out.writeShort(source.ascent());
    out.writeShort(source.descent());
    out.writeShort(0);
    out.writeShort(source.ascent());
    out.writeShort(-source.descent());
    out.writeLong(0);
    out.writeShort(source.unitsPerEm() / 2);
    out.writeShort(source.unitsPerEm() * 7 / 10);
    out.write(new byte[6]);
  }

  private void name(DataOutputStream out) throws IOException {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_16BE);
    int[] ids = {1, 2, 4, 6};
    out.writeShort(0);
    out.writeShort(ids.length);
    out.writeShort(6 + 12 * ids.length);
    for (int id : ids) {
      out.writeShort(3);
      out.writeShort(1);
      out.writeShort(0x409);
      out.writeShort(id);
      out.writeShort(bytes.length);
      out.writeShort(0);
    }
    out.write(bytes);
  }

  /** One group for each sign: there are some hundreds of them. */
  private void cmap(DataOutputStream out) throws IOException {
    out.writeShort(0);
    out.writeShort(1);
    out.writeShort(3);
    out.writeShort(10);
    out.writeInt(12);
    out.writeShort(12);
    out.writeShort(0);
    out.writeInt(16 + 12 * glyphOf.size());
    out.writeInt(0);
    out.writeInt(glyphOf.size());
    for (Map.Entry<Integer, Integer> entry : glyphOf.entrySet()) {
      out.writeInt(entry.getKey());
      out.writeInt(entry.getKey());
      out.writeInt(entry.getValue());
    }
  }
}
