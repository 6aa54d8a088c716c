package org.gongkai.form;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.problem.Text;

/**
 * The JSON Schema (2020-12) of a report, made from the same files that reports are read and checked
 * by. It says what a cell should hold; that a draft may hold anything else there is said in words.
 */
final class FormSchema {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String REPORT = "Report";

  private final Forms forms;
  private final String refs;
  private final Map<String, ObjectNode> definitions = new LinkedHashMap<>();

  /**
   * Prepares a schema.
   *
   * @param refs what stands before a definition's name in a reference
   */
  private FormSchema(Forms forms, String refs) {
    this.forms = forms;
    this.refs = refs;
  }

  /** A schema document of a report that follows these editions. */
  static ObjectNode document(Forms forms, Collection<Form> editions) {
    FormSchema schema = new FormSchema(forms, "#/$defs/");
    schema.define(editions);
    ObjectNode document = JSON.objectNode();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.setAll(schema.definitions.remove(REPORT));
    ObjectNode defs = document.putObject("$defs");
    schema.definitions.forEach(defs::set);
    return document;
  }

  /** The definitions that a contract needs, by name; {@code Report} is the report itself. */
  static Map<String, ObjectNode> components(Forms forms) {
    FormSchema schema = new FormSchema(forms, "#/components/schemas/");
    schema.define(forms.all());
    return schema.definitions;
  }

  private void define(Collection<Form> editions) {
    for (CellKind kind : CellKind.values()) {
      definitions.put(name(kind), cell(kind));
    }
    ObjectNode report = object("年度报告", "An annual report, as an organ sends it.");
    ObjectNode members = report.putObject("properties");
    members.set("organ", text("行政机关代码", "Code of the organ", "113710020043609788"));
    members.set("year", year());
    members.set(
        "scope", choice(List.of("organ", "level", "area"), "报告范围", "Whose figures it gives"));
    ObjectNode said = object("各部分所用格式的版本", "Per section the edition, where it is not recognised");
    ObjectNode saidOf = said.putObject("properties");
    members.set("editions", said);
    members.set("nil", JSON.objectNode());
    members.set("publications", publications());
    Map<String, ArrayNode> variants = new LinkedHashMap<>();
    for (Form form : editions) {
      for (Section section : form.sections().values()) {
        definitions.put(name(section, form), table(section, form));
        variants
            .computeIfAbsent(section.id(), id -> JSON.arrayNode())
            .add(reference(name(section, form)));
      }
    }
    ArrayNode sectionIds = JSON.arrayNode();
    variants.forEach(
        (id, alternatives) -> {
          sectionIds.add(id);
          saidOf.set(
              id,
              choice(editions.stream().map(Form::edition).toList(), "版本", "Edition of the form"));
          ObjectNode either = JSON.objectNode();
          either.set("anyOf", alternatives.add(JSON.objectNode().put("type", "null")));
          members.set(id, either);
        });
    members.set("nil", nil(sectionIds));
    members.set("narrative", narrative(editions));
    report.putArray("required").add("organ").add("year");
    definitions.put(REPORT, report);
  }

  private static ObjectNode nil(ArrayNode sectionIds) {
    ObjectNode nil = described("零报告：这些部分的每个单元格都是 0", "Sections of which every cell is 0");
    nil.put("type", "array").put("uniqueItems", true);
    nil.putObject("items").put("type", "string").set("enum", sectionIds);
    return nil;
  }

  private ObjectNode table(Section section, Form form) {
    ObjectNode table = object(section.title().zh(), section.title().en());
    table.put("title", section.title().zh() + "（" + form.edition() + "）");
    for (Row row : section.rows()) {
      ObjectNode place = table;
      for (String key : row.id().split("\\.")) {
        ObjectNode members = place.withObjectProperty("properties");
        if (!members.has(key)) {
          members.set(key, nullable(object(null, null)));
        }
        place = (ObjectNode) members.get(key);
      }
      describe(place, row.label());
      if (row.role() != Role.HEADING) {
        cells(place.withObjectProperty("properties"), section, row);
      }
    }
    return table;
  }

  private void cells(ObjectNode members, Section section, Row row) {
    for (Column column : section.columnsOf(row)) {
      members.set(column.id(), reference(name(column.kind())));
      if (column.statedUnit()) {
        members.set(
            "unit",
            choice(forms.amountUnits().keySet(), "金额单位：元或万元", "Unit that the amount is stated in"));
      }
    }
  }

  private ObjectNode publications() {
    ObjectNode publications =
        nullable(object("信息发布渠道", "What was published through which channel"));
    ObjectNode members = publications.putObject("properties");
    ObjectNode total = nullable(object("各渠道合计", "The stated total over all channels"));
    count(total);
    total.putArray("required").add("unit");
    members.set("total", total);
    ObjectNode list = members.putObject("channels");
    list.putArray("type").add("array").add("null");
    ObjectNode channel = object("一个渠道", "One channel");
    ObjectNode ofChannel = count(channel);
    ofChannel.set("channel", choice(forms.channels().keySet(), "渠道", "The channel"));
    ofChannel.set(
        "name", text("账号或报刊名称", "The account or paper, where there are several", "环翠创业汇"));
    channel.putArray("required").add("channel").add("unit");
    list.set("items", channel);
    definitions.put("Publications", publications);
    return reference("Publications");
  }

  private ObjectNode count(ObjectNode object) {
    ObjectNode members = object.putObject("properties");
    members.set("count", reference(name(CellKind.COUNT)));
    members.set(
        "unit", choice(forms.units().keySet(), "单位", "The unit; different units are never added"));
    members.set(
        "approximate",
        described("是否为约数（余、约、万）", "Whether the report says about so many").put("type", "boolean"));
    return members;
  }

  private ObjectNode narrative(Collection<Form> editions) {
    ObjectNode narrative = nullable(object("文字部分", "The parts of the form that are text"));
    ObjectNode members = narrative.putObject("properties");
    for (Form form : editions) {
      for (Part part : form.narrative()) {
        ObjectNode text = described(part.label().zh(), part.label().en());
        text.putArray("type").add("string").add("null");
        members.set(part.id(), text.put("maxLength", ContentReader.LONGEST_TEXT));
      }
    }
    definitions.put("Narrative", narrative);
    return reference("Narrative");
  }

  private static ObjectNode cell(CellKind kind) {
    ObjectNode cell =
        switch (kind) {
          case COUNT -> described("数量：不小于 0 的整数", "A count: a whole number of 0 or more");
          case SIGNED -> described("增减：整数，可为负", "A change: a whole number with a sign");
          case MONEY -> described("金额：不小于 0，最多 6 位小数", "An amount: exact, up to 6 decimal places");
        };
    cell.put(
        "description",
        cell.get("description").textValue()
            + ". null or absent: blank, never 0; \"n/a\": not applicable. Anything else is kept as"
            + " it was stated, and is an INT finding. / null 或缺省为空白，不等于 0；\"n/a\" 为不适用；"
            + "其他内容原样保留，并列入校验结果（INT）。");
    ObjectNode number = JSON.objectNode();
    number.put("type", kind == CellKind.MONEY ? "number" : "integer");
    if (kind != CellKind.SIGNED) {
      number.put("minimum", 0);
    }
    number.put("maximum", kind == CellKind.MONEY ? 1_000_000_000_000_000L : (1L << 53) - 1);
    ArrayNode either = cell.putArray("anyOf").add(number);
    either.add(JSON.objectNode().put("type", "null"));
    either.addObject().put("type", "string").putArray("enum").add("n/a");
    return cell;
  }

  private static ObjectNode year() {
    return described("报告年度", "The report year")
        .put("type", "integer")
        .put("minimum", HeadReader.FIRST_YEAR)
        .put("maximum", HeadReader.LAST_YEAR);
  }

  private static ObjectNode text(String zh, String en, String example) {
    ObjectNode text = described(zh, en).put("type", "string");
    text.putArray("examples").add(example);
    return text;
  }

  private static ObjectNode choice(Collection<String> codes, String zh, String en) {
    ObjectNode choice = described(zh, en).put("type", "string");
    ArrayNode values = choice.putArray("enum");
    codes.forEach(values::add);
    return choice;
  }

  private static ObjectNode object(String zh, String en) {
    ObjectNode object = zh == null ? JSON.objectNode() : described(zh, en);
    return object.put("type", "object").put("additionalProperties", false);
  }

  private static ObjectNode nullable(ObjectNode object) {
    object.putArray("type").add("object").add("null");
    return object;
  }

  private static void describe(ObjectNode node, Text label) {
    node.put("description", label.en() + " / " + label.zh());
  }

  private static ObjectNode described(String zh, String en) {
    return JSON.objectNode().put("description", en + " / " + zh);
  }

  private ObjectNode reference(String name) {
    return JSON.objectNode().put("$ref", refs + name);
  }

  private static String name(CellKind kind) {
    return switch (kind) {
      case COUNT -> "CountCell";
      case SIGNED -> "ChangeCell";
      case MONEY -> "AmountCell";
    };
  }

  private static String name(Section section, Form form) {
    String id = section.id();
    return Character.toUpperCase(id.charAt(0)) + id.substring(1) + form.edition();
  }
}
