package org.gongkai.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Choice;
import org.gongkai.form.Content;
import org.gongkai.form.Forms;
import org.gongkai.form.PublicationCount;

/**
 * What a report says was published, by channel, as a table of its own: it is filed beside the
 * official form and is no part of that. The recogniser knows its words by {@code
 * forms/printed.yaml}; a round trip of documents holds both together.
 */
final class ChannelTable {

  private static final String NOTE = "附：信息发布渠道（与报告一并填报，不属于年度报告规定的格式）";
  private static final List<String> HEADS = List.of("渠道", "名称", "数量", "计量单位", "备注");
  private static final List<Integer> WIDTHS = List.of(22, 30, 14, 14, 20);
  private static final String TOTAL = "总数";
  private static final String ABOUT = "约";

  private ChannelTable() {}

  /** Nothing where it says nothing of them. */
  static List<Paper.Piece> of(Content content, Forms forms) {
    if (content.publications().isEmpty() && content.published().isEmpty()) {
      return List.of();
    }
    PaperGrid.Builder grid = new PaperGrid.Builder();
    for (int column = 0; column < HEADS.size(); column++) {
      grid.cell(0, column, 1, 1, PaperGrid.Kind.COLUMN_HEAD, HEADS.get(column));
    }
    int row = 1;
    for (PublicationCount count : content.publications()) {
      line(grid, row, label(forms.channels(), String.valueOf(count.channel())), count, forms);
      row++;
    }
    if (content.published().isPresent()) {
      line(grid, row, TOTAL, content.published().get(), forms);
    }
    return List.of(new Paper.Words(Paper.Part.NOTE, NOTE), grid.build("信息发布渠道", WIDTHS, 1));
  }

  private static void line(
      PaperGrid.Builder grid, int row, String channel, PublicationCount count, Forms forms) {
    grid.cell(row, 0, 1, 1, PaperGrid.Kind.ROW_HEAD, channel);
    grid.cell(row, 1, 1, 1, PaperGrid.Kind.TEXT, count.name() == null ? "" : count.name());
    grid.number(row, 2, 1, printed(count));
    grid.cell(row, 3, 1, 1, PaperGrid.Kind.TEXT, label(forms.units(), count.unit()));
    grid.cell(row, 4, 1, 1, PaperGrid.Kind.TEXT, count.remark() == null ? "" : count.remark());
  }

  private static PaperGrid.Printed printed(PublicationCount count) {
    PaperGrid.Printed printed = PrintedFigures.of(count.count());
    BigDecimal number = printed.number();
    return count.approximate() && number != null
        ? new PaperGrid.Printed(ABOUT + printed.text(), number)
        : printed;
  }

  private static String label(Map<String, Choice> choices, String code) {
    Choice choice = choices.get(code);
    return choice == null ? code : choice.label().zh();
  }
}
