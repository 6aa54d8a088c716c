package org.gongkai.recognition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.gongkai.form.Cell;
import org.gongkai.form.Form;
import org.gongkai.form.FormRole;
import org.gongkai.form.Forms;
import org.gongkai.form.Part;
import org.gongkai.form.PartRole;
import org.gongkai.form.Row;
import org.gongkai.form.Section;
import org.gongkai.matrix.Block;
import org.gongkai.matrix.FileKind;
import org.gongkai.matrix.Matrix;
import org.gongkai.matrix.Paragraph;
import org.gongkai.matrix.Place;
import org.gongkai.matrix.PrintedDocument;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Prints reports as organs and their sites do, in many layouts, with their usual inaccuracies. */
public final class PrintedReports {

  /** A printed report: lines of text and tables, in order. */
  public record Printed(List<Object> pieces, Set<String> leftOut) {}

  private static final String ORGAN = "威海市环翠区工业和信息化局";

  private final Forms forms;
  private final Random random;
  private boolean upright;

  public PrintedReports(Forms forms, long seed) {
    this.forms = forms;
    this.random = new Random(seed);
  }

  /**
   * Prints a report.
   *
   * @param noisy with labels misprinted, rows left out, columns added and spans miscounted
   */
  public Printed print(ObjectNode report, boolean noisy) {
    List<Object> pieces = new ArrayList<>();
    Set<String> leftOut = new HashSet<>();
    int year = report.get("year").intValue();
    Form form = forms.inForce(year);
    pieces.add(ORGAN + year + "年政府信息公开工作年度报告");
    pieces.add("本报告由" + ORGAN + "编制，统计期限自" + year + "年1月1日起至" + year + "年12月31日止。");
    Function<Cell, String> printed = ConsistentReports.printed(report);
    for (Part part : form.narrative()) {
      if (part.role() == PartRole.BODY && part.label().zh().contains("、")) {
        pieces.add(heading(part.label().zh().replace("（文字）", "")));
        Section section = section(report, part.id());
        if (section == null) {
          pieces.add("本单位认真做好" + part.id() + "各项工作。");
        } else {
          pieces.addAll(tables(section, printed, noisy, leftOut));
        }
      }
    }
    pieces.add(ORGAN);
    pieces.add(year + 1 + "年1月20日");
    return new Printed(pieces, leftOut);
  }

  /** Without tables on their side, which cannot be told where a table is lines of text. */
  public PrintedReports upright() {
    upright = true;
    return this;
  }

  private String heading(String label) {
    return label;
  }

  private @Nullable Section section(ObjectNode report, String id) {
    String edition = report.at("/editions/" + id).asText();
    return edition.isEmpty() ? null : forms.known(edition).section(id);
  }

  private List<DrawnTable> tables(
      Section section, Function<Cell, String> printed, boolean noisy, Set<String> leftOut) {
    boolean blocks = section.rows().stream().anyMatch(r -> !r.columns().isEmpty());
    boolean nested = section.rows().stream().anyMatch(r -> r.role() == FormRole.HEADING);
    List<DrawnTable> tables = new ArrayList<>();
    if (blocks) {
      tables.addAll(TableLayouts.blocks(section, printed, random.nextBoolean()));
    } else if (nested) {
      Set<String> left = noisy ? someRows(section, leftOut) : Set.of();
      tables.addAll(nested(section, printed, left, noisy));
    } else {
      switch (random.nextInt(noisy ? 4 : 3)) {
        case 0 -> tables.add(TableLayouts.upright(section, printed));
        case 1 -> tables.add(TableLayouts.across(section, printed, "件数"));
        case 2 -> tables.add(TableLayouts.across(section, printed, ""));
        default -> tables.add(indexed(TableLayouts.across(section, printed, "")));
      }
    }
    if (!noisy) {
      return tables;
    }
    PrintingNoise noise = new PrintingNoise(random);
    return tables.stream().map(t -> t.relabelled(noise::label).refigured(noise::figure)).toList();
  }

  private List<DrawnTable> nested(
      Section section, Function<Cell, String> printed, Set<String> left, boolean noisy) {
    boolean listed = random.nextInt(3) == 0;
    if (!upright && random.nextInt(6) == 0) {
      return List.of(TableLayouts.aside(section, printed));
    }
    DrawnTable table =
        listed
            ? TableLayouts.listed(section, printed, left)
            : TableLayouts.nested(section, printed, left);
    if (noisy) {
      switch (random.nextInt(6)) {
        case 0 -> table = table.numbered("序号", 3);
        case 1 -> table = table.remarked("备注", 3);
        case 2 -> table = table.miscounted(random, 3);
        default -> {
          // as it is
        }
      }
    }
    boolean splits = random.nextInt(4) == 0 && listed;
    return splits ? table.split(8 + random.nextInt(8), 3, random.nextBoolean()) : List.of(table);
  }

  /** A row of numbers of columns below the heads. */
  private static DrawnTable indexed(DrawnTable table) {
    List<DrawnTable.Box> figures = table.rows().removeLast();
    table.row();
    for (int i = 0; i < figures.size(); i++) {
      table.figure(Integer.toString(i + 1), 1);
    }
    table.row();
    figures.forEach(f -> table.figure(f.text(), 1));
    return table;
  }

  private Set<String> someRows(Section section, Set<String> leftOut) {
    Set<String> left = new HashSet<>();
    for (Row row : section.rows()) {
      if (row.role() == FormRole.LEAF && row.id().contains(".") && random.nextInt(30) == 0) {
        left.add(row.id());
        leftOut.add(section.id() + "." + row.id() + ".");
      }
    }
    return left;
  }

  /** As it is read, without a format between. */
  public static PrintedDocument read(Printed printed) {
    List<Block> blocks = new ArrayList<>();
    int tables = 0;
    for (Object piece : printed.pieces()) {
      if (piece instanceof DrawnTable table) {
        blocks.add(table.drawn(++tables));
      } else {
        blocks.add(
            new Paragraph(
                (String) piece, false, new Place(null, blocks.size() + 1, null, null, null)));
      }
    }
    return new PrintedDocument(FileKind.HTML, blocks, List.of());
  }

  /** A web page with the frame of a site around the report. */
  public static byte[] html(Printed printed, boolean framed) {
    StringBuilder html = new StringBuilder("<html><head><meta charset=\"utf-8\"></head><body>");
    if (framed) {
      html.append("<div class=nav><a>首页</a><a>政务公开</a><a>政府信息公开年报</a></div>")
          .append("<div>当前位置：首页 &gt; 政务公开 &gt; 政府信息公开年报</div>")
          .append("<table><tr><td>索引号</td><td>113710020043609788/2022-00123</td><td>发布机构</td><td>")
          .append(ORGAN)
          .append(
              "</td></tr><tr><td>成文日期</td><td>2022-01-20</td><td>公开方式</td><td>主动公开</td></tr></table>");
    }
    boolean first = true;
    for (Object piece : printed.pieces()) {
      if (piece instanceof DrawnTable table) {
        html.append("<table border=1><tbody>");
        for (List<DrawnTable.Box> row : table.rows()) {
          html.append("<tr>");
          for (DrawnTable.Box box : row) {
            html.append("<td");
            html.append(box.rowSpan() > 1 ? " rowspan=" + box.rowSpan() : "");
            html.append(box.columnSpan() > 1 ? " colspan=" + box.columnSpan() : "");
            html.append("><p><span>")
                .append(box.text().isEmpty() ? "&nbsp;" : box.text().replace("\n", "<br>"))
                .append("</span></p></td>");
          }
          html.append("</tr>");
        }
        html.append("</tbody></table>");
      } else if (first) {
        html.append("<h1>").append(piece).append("</h1>");
        if (framed) {
          html.append(
              "<div><span>发布时间：2022-01-20 09:30</span> <span>来源：区工信局</span>"
                  + " <span>浏览次数：128</span></div>");
        }
        first = false;
      } else {
        html.append("<p>　　").append(piece).append("</p>");
      }
    }
    if (framed) {
      html.append(
              "<div>【打印本页】 【关闭窗口】</div><div>上一篇：无</div><div>主办单位：环翠区人民政府 网站标识码：3710020001</div>")
          .append("<div>版权所有 鲁ICP备05037453号</div>");
    }
    return html.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A Word file. */
  public static byte[] docx(Printed printed) {
    try (XWPFDocument word = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (Object piece : printed.pieces()) {
        if (piece instanceof DrawnTable table) {
          draw(word, table.drawn(1));
          word.createParagraph();
        } else {
          word.createParagraph().createRun().setText((String) piece);
        }
      }
      word.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void draw(XWPFDocument word, Matrix matrix) {
    XWPFTable table = word.createTable();
    table.removeRow(0);
    for (int r = 0; r < matrix.rows(); r++) {
      XWPFTableRow row = table.createRow();
      while (!row.getTableCells().isEmpty()) {
        row.removeCell(0);
      }
      for (int c = 0; c < matrix.columns(); ) {
        Matrix.Cell cell = matrix.at(r, c);
        XWPFTableCell its = row.createCell();
        if (cell == null) {
          c++;
          continue;
        }
        var properties = its.getCTTc().addNewTcPr();
        if (cell.columnSpan() > 1) {
          properties.addNewGridSpan().setVal(java.math.BigInteger.valueOf(cell.columnSpan()));
        }
        if (cell.rowSpan() > 1) {
          properties.addNewVMerge().setVal(cell.row() == r ? STMerge.RESTART : STMerge.CONTINUE);
        }
        if (cell.row() == r) {
          String[] lines = cell.text().split("\n", -1);
          its.setText(lines[0]);
          for (int i = 1; i < lines.length; i++) {
            its.addParagraph().createRun().setText(lines[i]);
          }
        }
        c = cell.column() + cell.columnSpan();
      }
    }
  }

  /** A cell on each line. */
  public static String lines(Printed printed) {
    StringBuilder text = new StringBuilder();
    for (Object piece : printed.pieces()) {
      if (piece instanceof DrawnTable table) {
        for (List<DrawnTable.Box> row : table.rows()) {
          for (DrawnTable.Box box : row) {
            text.append("\t").append(box.text()).append('\n');
          }
          text.append('\n');
        }
      } else {
        text.append(piece).append("\n\n");
      }
    }
    return text.toString();
  }

  /** A row on each line. */
  public static String rows(Printed printed, String between) {
    StringBuilder text = new StringBuilder();
    for (Object piece : printed.pieces()) {
      if (piece instanceof DrawnTable table) {
        for (List<DrawnTable.Box> row : table.rows()) {
          text.append(String.join(between, row.stream().map(DrawnTable.Box::text).toList()))
              .append('\n');
        }
      } else {
        text.append(piece).append("\n\n");
      }
    }
    return text.toString();
  }
}
