package org.gongkai.matrix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes Word files out of the XML of their body. */
final class DocxFiles {

  private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String R =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String MAIN =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

  private final Map<String, byte[]> members = new LinkedHashMap<>();
  private final StringBuilder relationships = new StringBuilder();

  DocxFiles(String body) {
    this(W, R, body);
  }

  DocxFiles(String namespace, String relations, String body) {
    part(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\""
            + MAIN
            + "\"/></Types>");
    part(
        "_rels/.rels",
        relationships(
            "<Relationship Id=\"rId1\" Type=\""
                + relations
                + "/officeDocument\" Target=\"word/document.xml\"/>"));
    part(
        "word/document.xml",
        "<w:document xmlns:w=\""
            + namespace
            + "\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
            + " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
            + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
            + " xmlns:v=\"urn:schemas-microsoft-com:vml\""
            + " xmlns:o=\"urn:schemas-microsoft-com:office:office\">"
            + "<w:body>"
            + body
            + "</w:body></w:document>");
  }

  private static String relationships(String inside) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + inside
        + "</Relationships>";
  }

  static String p(String text) {
    return "<w:p>" + r(text) + "</w:p>";
  }

  static String r(String text) {
    return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
  }

  /** A cell with properties, as {@code <w:gridSpan w:val="2"/>}. */
  static String tc(String properties, String text) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(text) + "</w:tc>";
  }

  static String tr(String... cells) {
    return "<w:tr>" + String.join("", cells) + "</w:tr>";
  }

  static String tbl(String... rows) {
    return "<w:tbl>" + String.join("", rows) + "</w:tbl>";
  }

  DocxFiles part(String name, String xml) {
    return part(name, xml.getBytes(StandardCharsets.UTF_8));
  }

  DocxFiles part(String name, byte[] bytes) {
    members.put(name, bytes);
    return this;
  }

  /** A part that the body points to, as {@code numbering}. */
  DocxFiles with(String type, String inside) {
    relate(type, type + ".xml", "");
    return part(
        "word/" + type + ".xml",
        "<w:" + type + " xmlns:w=\"" + W + "\">" + inside + "</w:" + type + ">");
  }

  DocxFiles relate(String type, String target, String more) {
    relationships.append(
        "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\" %s/>"
            .formatted(members.size(), R, type, target, more));
    return this;
  }

  byte[] bytes() {
    part("word/_rels/document.xml.rels", relationships(relationships.toString()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }
}
