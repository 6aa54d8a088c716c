package org.gongkai.matrix;

import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.jspecify.annotations.Nullable;

/** The cells of a sheet of a workbook, out of its XML. */
final class XlsxCells {

  private static final int MOST_ROWS = 1 << 20;
  private static final int MOST_COLUMNS = 1 << 14;
  private static final int LETTERS = 26;

  /** What of a cell's style matters. */
  record Style(int index, String format, boolean bordered) {

    static final Style NONE = new Style(0, "General", false);

    static Style of(int index, @Nullable String own, boolean bordered) {
      String format = own != null ? own : index < 0 ? null : BuiltinFormats.getBuiltinFormat(index);
      return new Style(index, format == null ? "General" : format, bordered);
    }
  }

  private final List<String> strings;
  private final List<Style> styles;
  private final boolean since1904;
  private final SheetNumber numbers = new SheetNumber();
  private boolean withoutResult;

  XlsxCells(List<String> strings, List<Style> styles, boolean since1904) {
    this.strings = strings;
    this.styles = styles;
    this.since1904 = since1904;
  }

  boolean withoutResult() {
    return withoutResult;
  }

  SheetNumber numbers() {
    return numbers;
  }

  /** A cell that is being read. */
  private static final class Cell {
    private int row;
    private int column;
    private String type = "n";
    private Style style = Style.NONE;
    private String value = "";
    private boolean formula;
  }

  Sheet sheet(byte[] xml) throws UnreadableFile {
    Sheet sheet = new Sheet();
    try {
      XMLStreamReader in = XmlNode.factory().createXMLStreamReader(new ByteArrayInputStream(xml));
      Cell cell = new Cell();
      int row = -1;
      int column = -1;
      int reading = 0;
      while (in.hasNext()) {
        int event = in.next();
        XmlNode.refuseEntities(event);
        if (event == XMLStreamConstants.END_ELEMENT) {
          if (in.getLocalName().equals("c")) {
            put(sheet, cell);
          } else if (in.getLocalName().equals("rPh")) {
            reading--;
          }
          continue;
        }
        if (event != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        ReadingLimits.check();
        switch (in.getLocalName()) {
          case "row" -> {
            row = DocxNumbering.number(in.getAttributeValue(null, "r"), row + 2) - 1;
            column = -1;
            if (row < 0 || row >= MOST_ROWS) {
              throw ReadingLimits.broken("Excel文件行号错误", "A row of the workbook has no place");
            }
            if (on(in.getAttributeValue(null, "hidden"))) {
              sheet.hideRow(row);
            }
          }
          case "c" -> {
            cell = begin(in, row, column + 1);
            column = cell.column;
          }
          case "v" -> cell.value = text(in);
          case "f" -> cell.formula = true;
          case "rPh" -> reading++;
          case "t" -> {
            if (reading == 0) {
              cell.value += text(in);
            }
          }
          case "col" -> {
            if (on(in.getAttributeValue(null, "hidden"))) {
              int from = DocxNumbering.number(in.getAttributeValue(null, "min"), 1) - 1;
              sheet.hideColumns(from, DocxNumbering.number(in.getAttributeValue(null, "max"), 0));
            }
          }
          case "mergeCell" -> merge(sheet, in.getAttributeValue(null, "ref"));
          default -> {
            // What is not a cell.
          }
        }
      }
    } catch (XMLStreamException e) {
      throw ReadingLimits.broken("文件内部XML损坏", "The XML inside the file is broken").from(e);
    }
    return sheet;
  }

  private static boolean on(@Nullable String said) {
    return "1".equals(said) || "true".equals(said);
  }

  /** The text of an element that has nothing else. */
  static String text(XMLStreamReader in) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int event = in.next();
    while (event != XMLStreamConstants.END_ELEMENT) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        throw new XMLStreamException();
      }
      if (in.hasText()) {
        text.append(in.getText());
      }
      event = in.next();
    }
    return text.toString();
  }

  private Cell begin(XMLStreamReader in, int row, int next) throws UnreadableFile {
    Cell cell = new Cell();
    String reference = in.getAttributeValue(null, "r");
    int[] at = reference == null ? new int[] {row, next} : at(reference);
    cell.row = row < 0 ? at[0] : row;
    cell.column = at[1];
    String type = in.getAttributeValue(null, "t");
    if (type != null) {
      cell.type = type;
    }
    int style = DocxNumbering.number(in.getAttributeValue(null, "s"), 0);
    if (style >= 0 && style < styles.size()) {
      cell.style = styles.get(style);
    }
    return cell;
  }

  private void put(Sheet sheet, Cell cell) throws UnreadableFile {
    if (cell.formula && cell.value.isEmpty() && !cell.type.equals("str")) {
      withoutResult = true;
    }
    sheet.put(cell.row, cell.column, text(cell), cell.style.bordered);
  }

  private String text(Cell cell) throws UnreadableFile {
    return switch (cell.type) {
      case "s" -> {
        int number = DocxNumbering.number(cell.value.strip(), -1);
        if (number >= strings.size() || (number < 0 && !cell.value.isEmpty())) {
          throw ReadingLimits.broken("Excel文件缺少文字", "Texts of the workbook are missing");
        }
        yield number < 0 ? "" : strings.get(number);
      }
      case "b" -> cell.value.equals("1") ? "TRUE" : cell.value.equals("0") ? "FALSE" : cell.value;
      case "n" -> number(cell);
      default -> cell.value;
    };
  }

  private String number(Cell cell) {
    String said = cell.value.strip();
    if (said.isEmpty()) {
      return "";
    }
    try {
      return numbers.text(Double.parseDouble(said), cell.style.index, cell.style.format, since1904);
    } catch (NumberFormatException e) {
      return said;
    }
  }

  private static void merge(Sheet sheet, @Nullable String reference) throws UnreadableFile {
    if (reference == null) {
      return;
    }
    int colon = reference.indexOf(':');
    int[] from = at(colon < 0 ? reference : reference.substring(0, colon));
    int[] to = at(reference.substring(colon + 1));
    if (to[0] >= from[0] && to[1] >= from[1]) {
      sheet.merge(from[0], from[1], to[0], to[1]);
    }
  }

  /** Row and column of a reference, as {@code AB12}. */
  private static int[] at(String reference) throws UnreadableFile {
    int column = 0;
    int row = 0;
    for (char sign : reference.toCharArray()) {
      if (sign >= 'A' && sign <= 'Z' && row == 0 && column <= MOST_COLUMNS) {
        column = column * LETTERS + sign - 'A' + 1;
      } else if (sign >= '0' && sign <= '9' && row <= MOST_ROWS) {
        row = row * 10 + sign - '0';
      } else if (sign != '$') {
        column = 0;
        break;
      }
    }
    if (row < 1 || row > MOST_ROWS || column < 1 || column > MOST_COLUMNS) {
      throw ReadingLimits.broken("Excel文件单元格位置错误", "A cell of the workbook has no place");
    }
    return new int[] {row - 1, column - 1};
  }
}
