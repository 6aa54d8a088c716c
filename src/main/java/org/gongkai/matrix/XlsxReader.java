package org.gongkai.matrix;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads workbooks, sheet by sheet, without holding a sheet's XML. */
final class XlsxReader implements DocumentReader {

  private static final String USUAL_MAIN = "xl/workbook.xml";

  @Override
  public PrintedDocument read(byte[] bytes) throws UnreadableFile {
    try (OfficePackage file = OfficePackage.open(bytes)) {
      return read(file);
    }
  }

  PrintedDocument read(OfficePackage file) throws UnreadableFile {
    String main = file.main(USUAL_MAIN);
    XmlNode root = file.xml(main);
    XmlNode sheets = root == null ? null : root.child("s:sheets");
    if (root == null || sheets == null) {
      throw ReadingLimits.broken("Excel文件没有工作表", "The workbook has no sheets");
    }
    Map<String, OfficePackage.Relationship> parts = file.relationships(main);
    Assembly assembly = new Assembly(FileKind.XLSX);
    OfficeNotices.of(file, assembly);
    if (parts.values().stream().anyMatch(part -> part.is("externalLink"))) {
      assembly.notice("文件引用了外部内容，未读取", "The file refers to content elsewhere, which was not read");
    }
    XlsxCells cells =
        new XlsxCells(
            strings(file, OfficePackage.target(parts, "sharedStrings")),
            styles(file, OfficePackage.target(parts, "styles")),
            since1904(root.child("s:workbookPr")));
    int number = 0;
    for (XmlNode sheet : sheets.children()) {
      String id = sheet.attribute("r:id");
      OfficePackage.Relationship part = id == null ? null : parts.get(id);
      number++;
      if (!sheet.is("s:sheet") || part == null || part.external() || !part.is("worksheet")) {
        continue;
      }
      String state = sheet.attribute("state");
      if (state != null && !state.equals("visible")) {
        assembly.notice("隐藏工作表未读取", "Hidden sheets were left out");
        continue;
      }
      byte[] xml = file.bytes(part.target());
      if (xml == null) {
        throw ReadingLimits.broken("Excel文件缺少工作表", "A sheet of the workbook is missing");
      }
      SheetNotices.add(cells.sheet(xml), number, assembly);
    }
    if (cells.withoutResult()) {
      assembly.notice(
          "有公式没有保存计算结果，按空白处理，请在Excel中打开并保存后再提交",
          "Formulas without a stored result were read as blank; open and save the file in Excel");
    }
    if (cells.numbers().otherwise()) {
      assembly.notice(SheetNotices.ROUNDED);
    }
    return assembly.document();
  }

  private static boolean since1904(@Nullable XmlNode properties) {
    String said = properties == null ? null : properties.attribute("date1904");
    return "1".equals(said) || "true".equals(said);
  }

  /** Texts that cells refer to by number; readings of signs are left out. */
  private static List<String> strings(OfficePackage file, @Nullable String part)
      throws UnreadableFile {
    List<String> strings = new ArrayList<>();
    byte[] xml = part == null ? null : file.bytes(part);
    if (xml == null) {
      return strings;
    }
    try {
      XMLStreamReader in = XmlNode.factory().createXMLStreamReader(new ByteArrayInputStream(xml));
      StringBuilder text = new StringBuilder();
      int reading = 0;
      while (in.hasNext()) {
        int event = in.next();
        XmlNode.refuseEntities(event);
        if (event == XMLStreamConstants.START_ELEMENT) {
          switch (in.getLocalName()) {
            case "si" -> {
              text.setLength(0);
              ReadingLimits.check();
            }
            case "rPh" -> reading++;
            case "t" -> {
              if (reading == 0) {
                text.append(XlsxCells.text(in));
              }
            }
            default -> {
              // Properties of fonts say nothing.
            }
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          if (in.getLocalName().equals("rPh")) {
            reading--;
          } else if (in.getLocalName().equals("si")) {
            strings.add(text.toString());
          }
        }
      }
    } catch (XMLStreamException e) {
      throw ReadingLimits.broken("文件内部XML损坏", "The XML inside the file is broken").from(e);
    }
    return strings;
  }

  private static List<XlsxCells.Style> styles(OfficePackage file, @Nullable String part)
      throws UnreadableFile {
    List<XlsxCells.Style> styles = new ArrayList<>();
    XmlNode root = part == null ? null : file.xml(part);
    if (root == null) {
      return styles;
    }
    Map<Integer, String> formats = new HashMap<>();
    for (XmlNode node : children(root.child("s:numFmts"))) {
      String code = node.attribute("formatCode");
      if (code != null) {
        formats.put(DocxNumbering.number(node.attribute("numFmtId"), -1), code);
      }
    }
    List<Boolean> borders = new ArrayList<>();
    for (XmlNode node : children(root.child("s:borders"))) {
      borders.add(bordered(node));
    }
    for (XmlNode node : children(root.child("s:cellXfs"))) {
      int format = DocxNumbering.number(node.attribute("numFmtId"), 0);
      int border = DocxNumbering.number(node.attribute("borderId"), 0);
      styles.add(
          XlsxCells.Style.of(
              format,
              formats.get(format),
              border >= 0 && border < borders.size() && borders.get(border)));
    }
    return styles;
  }

  private static List<XmlNode> children(@Nullable XmlNode node) {
    return node == null ? List.of() : node.children();
  }

  /** A cell has a border where two sides have a line or more: one line may be its neighbour's. */
  private static boolean bordered(XmlNode border) {
    int sides = 0;
    for (XmlNode side : border.children()) {
      String style = side.attribute("style");
      sides += style == null || style.equals("none") || side.is("s:diagonal") ? 0 : 1;
    }
    return sides >= 2;
  }
}
