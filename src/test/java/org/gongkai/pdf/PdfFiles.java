package org.gongkai.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** PDF files of tests, drawn by operators; with a Chinese font that a file only names. */
final class PdfFiles {

  /** A page that is being drawn; places from its upper left corner, in points. */
  static final class Sheet {
    private final StringBuilder content = new StringBuilder();
    private final double height;

    Sheet(double height) {
      this.height = height;
    }

    Sheet raw(String operators) {
      content.append(operators).append('\n');
      return this;
    }

    Sheet line(double x1, double y1, double x2, double y2) {
      return raw(n(x1) + n(height - y1) + "m " + n(x2) + n(height - y2) + "l S");
    }

    Sheet box(double x, double y, double width, double high) {
      return raw(n(x) + n(height - y - high) + n(width) + n(high) + "re f");
    }

    /** Text that begins at x and stands on y. */
    Sheet text(double x, double y, double size, String text) {
      return raw(
          "BT /F1 "
              + n(size)
              + "Tf 1 0 0 1 "
              + n(x)
              + n(height - y)
              + "Tm <"
              + hex(text)
              + "> Tj ET");
    }

    /** Text of a cell, in the middle of its height. */
    Sheet cell(double x, double y, double width, double high, String text) {
      String[] lines = text.split("\n", -1);
      double first = y + high / 2 - (lines.length - 1) * 6.5 + 3;
      for (int i = 0; i < lines.length; i++) {
        double indent = Math.max(1, (width - width(lines[i], 10)) / 2);
        text(x + indent, first + i * 13, 10, lines[i]);
      }
      return this;
    }

    private static String n(double value) {
      return String.format(Locale.ROOT, "%.3f ", value);
    }
  }

  private PdfFiles() {}

  /** A file of one page, whose content is packed as the caller says. */
  static byte[] withContent(String filter, byte[] packed) {
    String head =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count"
            + " 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0"
            + " R>>endobj\n4 0 obj<</Length "
            + packed.length
            + "/Filter"
            + filter
            + ">>stream\n";
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    file.writeBytes(packed);
    file.writeBytes(
        "\nendstream endobj\ntrailer<</Root 1 0 R>>".getBytes(StandardCharsets.ISO_8859_1));
    return file.toByteArray();
  }

  static double width(String text, double size) {
    return text.chars().mapToDouble(sign -> sign < 0x80 ? 0.5 : 1).sum() * size;
  }

  private static String hex(String text) {
    StringBuilder hex = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_16BE)) {
      hex.append(String.format("%02X", b));
    }
    return hex.toString();
  }

  @SafeVarargs
  static byte[] file(Consumer<Sheet>... pages) {
    return changed(document -> {}, pages);
  }

  @SafeVarargs
  static byte[] changed(Consumer<PDDocument> change, Consumer<Sheet>... pages) {
    try (PDDocument document = new PDDocument()) {
      for (Consumer<Sheet> drawing : pages) {
        Sheet sheet = new Sheet(PDRectangle.A4.getHeight());
        drawing.accept(sheet);
        PDPage page = new PDPage(PDRectangle.A4);
        PDStream stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
          out.write(sheet.content.toString().getBytes(StandardCharsets.US_ASCII));
        }
        page.setContents(stream);
        PDResources resources = new PDResources();
        COSDictionary fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("F1"), font(true));
        fonts.setItem(COSName.getPDFName("F2"), font(false));
        resources.getCOSObject().setItem(COSName.FONT, fonts);
        page.setResources(resources);
        document.addPage(page);
      }
      change.accept(document);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A font by name; one that is not known does not say which signs its codes are. */
  private static COSDictionary font(boolean known) {
    COSDictionary system = new COSDictionary();
    system.setItem("Registry", new COSString("Adobe"));
    system.setItem("Ordering", new COSString(known ? "GB1" : "Identity"));
    system.setInt("Supplement", known ? 4 : 0);
    COSDictionary descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setName("FontName", "STSong-Light");
    descriptor.setInt("Flags", 6);
    COSArray widths = new COSArray();
    widths.add(COSInteger.get(1));
    widths.add(COSInteger.get(95));
    widths.add(COSInteger.get(500));
    COSDictionary descendant = new COSDictionary();
    descendant.setItem(COSName.TYPE, COSName.FONT);
    descendant.setName("Subtype", "CIDFontType0");
    descendant.setName("BaseFont", "STSong-Light");
    descendant.setItem("CIDSystemInfo", system);
    descendant.setItem("FontDescriptor", descriptor);
    descendant.setInt("DW", 1000);
    descendant.setItem("W", widths);
    COSArray descendants = new COSArray();
    descendants.add(descendant);
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setName("Subtype", "Type0");
    font.setName("BaseFont", "STSong-Light");
    font.setName("Encoding", known ? "UniGB-UCS2-H" : "Identity-H");
    font.setItem("DescendantFonts", descendants);
    return font;
  }
}
