package org.gongkai.form;

import static org.gongkai.form.SchemaNodes.JSON;
import static org.gongkai.form.SchemaNodes.described;
import static org.gongkai.form.SchemaNodes.nullable;
import static org.gongkai.form.SchemaNodes.object;
import static org.gongkai.form.SchemaNodes.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** What a cell of each kind should hold. That it may hold anything else is said in words. */
final class CellSchema {

  private CellSchema() {}

  static String name(CellKind kind) {
    return switch (kind) {
      case COUNT -> "CountCell";
      case SIGNED -> "ChangeCell";
      case MONEY -> "AmountCell";
    };
  }

  /**
   * The same for generators of clients: without a type, of which they make one that takes whatever
   * a cell may hold. Of alternatives they try one after the other, and lose what the first has no
   * place for.
   */
  static ObjectNode open(CellKind kind) {
    ObjectNode cell = JSON.objectNode().set("description", of(kind).get("description"));
    ArrayNode examples = cell.putArray("examples");
    switch (kind) {
      case COUNT -> examples.add(60);
      case SIGNED -> examples.add(-3);
      case MONEY -> examples.add(new BigDecimal("25.1"));
    }
    examples.addNull();
    examples.add("n/a");
    examples.addObject().put("value", 22).put("remark", "其中修订16件");
    return cell;
  }

  /** What a cell states, as findings and differences tell it. */
  static ObjectNode stated() {
    ObjectNode stated =
        described(
            "报告所填内容：数字、null（空白）、\"n/a\" 或者原样的其他内容",
            "What the report states: a number, null (blank), \"n/a\", or whatever it holds");
    stated.putArray("examples").add(60).addNull().add("n/a").add("251000元");
    return stated;
  }

  static ObjectNode of(CellKind kind) {
    ObjectNode cell = JSON.objectNode();
    ObjectNode number =
        switch (kind) {
          case COUNT -> described("数量：不小于 0 的整数", "A count: a whole number of 0 or more");
          case SIGNED -> described("增减：整数，可为负", "A change: a whole number with a sign");
          case MONEY ->
              described(
                  "金额：不小于 0，最多 6 位小数，不带单位",
                  "An amount: exact, of 0 or more, up to 6 decimal places, without a unit");
        };
    cell.put(
        "description",
        number.get("description").textValue()
            + ". null or absent: blank, never 0; \"n/a\": not applicable, which may be sent as a stroke or"
            + " a dash of any width, too, and is given out as \"n/a\". Words beside the number go into a"
            + " remark. Anything else is kept as it was stated, and is an INT finding. / null"
            + " 或缺省为空白，不等于 0；\"n/a\" 为不适用，也可填“/”“／”“—”“——”“－”等，读取时一律为 \"n/a\"；"
            + "数字之外的文字填入 remark；其他内容原样保留，并列入校验结果（INT）。");
    number.remove("description");
    switch (kind) {
      case COUNT ->
          number.put("type", "integer").put("minimum", 0).put("maximum", CellKind.LARGEST_COUNT);
      case SIGNED ->
          number
              .put("type", "integer")
              .put("minimum", CellKind.LARGEST_COUNT.negate())
              .put("maximum", CellKind.LARGEST_COUNT);
      case MONEY ->
          number
              .put("type", "number")
              .put("minimum", 0)
              .put("exclusiveMaximum", CellKind.BEYOND_ALL_AMOUNTS);
    }
    alternatives(cell, number).add(remarked(number));
    return cell;
  }

  private static ArrayNode alternatives(ObjectNode cell, ObjectNode number) {
    ArrayNode either = cell.putArray("anyOf").add(number.deepCopy());
    either.addObject().put("type", "null");
    ObjectNode mark = either.addObject().put("type", "string").put("pattern", CellReader.MARK);
    mark.putArray("examples").add(CellReader.NOT_APPLICABLE);
    return either;
  }

  /** A cell as it is printed: 22（其中修订16件）. */
  private static ObjectNode remarked(ObjectNode number) {
    ObjectNode cell =
        object(
            "数字及其旁注；旁注原样保留，不参与比较和汇总",
            "What the cell states, and a remark beside it, which is kept and compared with nothing");
    ObjectNode members = cell.putObject("properties");
    ObjectNode value = described("数字、null 或 \"n/a\"", "The number, null or \"n/a\"");
    alternatives(value, number);
    members.set(CellReader.VALUE, value);
    members.set(
        CellReader.REMARK,
        nullable(text("旁注", "The remark", "其中修订16件")).put("maxLength", CellReader.LONGEST_REMARK));
    return cell;
  }
}
