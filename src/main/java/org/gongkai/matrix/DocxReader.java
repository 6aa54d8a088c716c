package org.gongkai.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads Word files, also those of the strict standard and those that WPS and LibreOffice write. */
final class DocxReader implements DocumentReader {

  private static final String USUAL_MAIN = "word/document.xml";

  @Override
  public PrintedDocument read(byte[] bytes) throws UnreadableFile {
    try (OfficePackage file = OfficePackage.open(bytes)) {
      return read(file);
    }
  }

  PrintedDocument read(OfficePackage file) throws UnreadableFile {
    String main = file.main(USUAL_MAIN);
    XmlNode root = file.xml(main);
    XmlNode body = root == null ? null : root.child("w:body");
    if (body == null) {
      throw ReadingLimits.broken("Word文件没有正文", "The Word file has no body");
    }
    Map<String, OfficePackage.Relationship> parts = file.relationships(main);
    Assembly assembly = new Assembly(FileKind.DOCX);
    OfficeNotices.of(file, assembly);
    if (parts.values().stream().anyMatch(part -> part.external() && !part.is("hyperlink"))) {
      assembly.notice("文件引用了外部内容，未读取", "The file refers to content elsewhere, which was not read");
    }
    DocxFlow flow =
        new DocxFlow(
            DocxStyles.of(part(file, parts, "styles")),
            DocxNumbering.of(part(file, parts, "numbering")),
            assembly);
    List<Piece> pieces = new ArrayList<>();
    flow.blocks(body, pieces);
    notes(flow, part(file, parts, "footnotes"), "w:footnote", pieces);
    notes(flow, part(file, parts, "endnotes"), "w:endnote", pieces);
    if (parts.values().stream().anyMatch(part -> part.is("comments"))) {
      assembly.notice("批注未读取", "Comments were left out");
    }
    assembly.addAll(pieces);
    return assembly.document();
  }

  private static @Nullable XmlNode part(
      OfficePackage file, Map<String, OfficePackage.Relationship> parts, String type)
      throws UnreadableFile {
    String name = OfficePackage.target(parts, type);
    return name == null ? null : file.xml(name);
  }

  private static void notes(
      DocxFlow flow, @Nullable XmlNode root, String element, List<Piece> pieces)
      throws UnreadableFile {
    if (root == null) {
      return;
    }
    for (XmlNode note : root.children()) {
      String type = note.attribute("w:type");
      if (note.is(element) && (type == null || type.equals("normal"))) {
        flow.blocks(note, pieces);
      }
    }
  }
}
