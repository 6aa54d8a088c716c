package org.gongkai.form;

import static org.gongkai.form.SchemaNodes.JSON;
import static org.gongkai.form.SchemaNodes.choice;
import static org.gongkai.form.SchemaNodes.described;
import static org.gongkai.form.SchemaNodes.nullable;
import static org.gongkai.form.SchemaNodes.object;
import static org.gongkai.form.SchemaNodes.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The JSON Schema (2020-12) of a report, made from the same files that reports are read and checked
 * by. It says what a cell should hold; that a draft may hold anything else there is said in words.
 */
final class FormSchema {

  private static final String REPORT = "Report";
  private static final String PROPERTIES = "properties";

  private final Forms forms;
  private final String refs;
  private final boolean contract;
  private final Map<String, ObjectNode> definitions = new LinkedHashMap<>();

  /**
   * Prepares a schema.
   *
   * @param contract whether it is for generators of clients, or for validators of reports
   */
  private FormSchema(Forms forms, boolean contract) {
    this.forms = forms;
    this.contract = contract;
    this.refs = contract ? "#/components/schemas/" : "#/$defs/";
  }

  /** A schema document of a report that follows these editions. */
  static ObjectNode document(Forms forms, Collection<Form> editions) {
    FormSchema schema = new FormSchema(forms, false);
    schema.define(editions);
    ObjectNode document = JSON.objectNode();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.setAll(schema.definitions.remove(REPORT));
    ObjectNode defs = document.putObject("$defs");
    schema.definitions.forEach(defs::set);
    return document;
  }

  /**
   * The definitions that a contract needs, by name; {@code Report} is the report itself. They are
   * for generators of clients, which make a type of each: whatever a report may hold has its place,
   * and what is wrong there is said by the strict document, and by the service.
   */
  static Map<String, ObjectNode> components(Forms forms) {
    FormSchema schema = new FormSchema(forms, true);
    schema.define(forms.all());
    schema.definitions.put("StatedCell", CellSchema.stated());
    return schema.definitions;
  }

  private void define(Collection<Form> editions) {
    for (CellKind kind : CellKind.values()) {
      definitions.put(
          CellSchema.name(kind), contract ? CellSchema.open(kind) : CellSchema.of(kind));
    }
    ObjectNode report = object("年度报告", "An annual report, as an organ sends it.");
    ObjectNode members = report.putObject(PROPERTIES);
    members.set(
        "organ",
        text("行政机关代码", "Code of the organ", "113710020043609788")
            .put("pattern", "^" + HeadReader.ORGAN.pattern() + "$"));
    members.set(
        "year",
        described("报告年度", "The report year")
            .put("type", "integer")
            .put("format", "int32")
            .put("minimum", HeadReader.FIRST_YEAR)
            .put("maximum", HeadReader.LAST_YEAR));
    members.set(
        "scope",
        nullable(
            choice(
                "ReportScope",
                List.of("organ", "level", "area"),
                "报告范围",
                "Whose figures it gives")));
    Collection<String> sections = editions.iterator().next().sections().keySet();
    members.set("editions", said(editions, sections));
    members.set("nil", nil(sections));
    members.set("publications", publications());
    sections.forEach(
        section ->
            members.set(section, contract ? inAll(section, editions) : inOneOf(section, editions)));
    members.set("narrative", narrative(editions));
    report.putArray("required").add("organ").add("year");
    definitions.put(REPORT, report);
  }

  private static ObjectNode said(Collection<Form> editions, Collection<String> sections) {
    List<String> ids = editions.stream().map(Form::edition).toList();
    ObjectNode said =
        nullable(object("各部分所用格式的版本", "Per section the edition, where it is not recognised"));
    ObjectNode members = said.putObject(PROPERTIES);
    sections.forEach(
        section ->
            members.set(section, nullable(choice("EditionId", ids, "版本", "Edition of the form"))));
    return said;
  }

  private ObjectNode nil(Collection<String> sections) {
    ObjectNode nil =
        nullable(
            described("零报告：这些部分的每个单元格都是 0", "Sections of which every cell is 0")
                .put("type", "array"));
    if (!contract) {
      nil.put("uniqueItems", true); // generators make types of it that do not compile
    }
    nil.set("items", choice("SectionId", sections, "部分", "Section"));
    return nil;
  }

  /** A section in any one of the editions; null says no more than absence. */
  private ObjectNode inOneOf(String section, Collection<Form> editions) {
    ObjectNode either = JSON.objectNode();
    ArrayNode variants = either.putArray("anyOf");
    for (Form form : editions) {
      String name = name(section) + form.edition();
      definitions.put(name, table(section, List.of(form)));
      variants.add(reference(name));
    }
    variants.addObject().put("type", "null");
    return either;
  }

  /** A section with what all editions have. */
  private ObjectNode inAll(String section, Collection<Form> editions) {
    definitions.put(name(section), nullable(table(section, editions)));
    return reference(name(section));
  }

  private ObjectNode table(String section, Collection<Form> editions) {
    Set<String> amountUnits = forms.amountUnits().keySet();
    return new SectionSchema(
            section, editions, amountUnits, kind -> reference(CellSchema.name(kind)))
        .schema();
  }

  private static String name(String section) {
    return Character.toUpperCase(section.charAt(0)) + section.substring(1);
  }

  private ObjectNode publications() {
    ObjectNode publications =
        nullable(object("信息发布渠道", "What was published through which channel"));
    ObjectNode members = publications.putObject(PROPERTIES);
    ObjectNode total = nullable(object("各渠道合计", "The stated total over all channels"));
    count(total);
    total.putArray("required").add("unit");
    members.set("total", total);
    ObjectNode channel = object("一个渠道", "One channel");
    ObjectNode ofChannel = count(channel);
    ofChannel.set(
        "channel", choice("PublicationChannel", forms.channels().keySet(), "渠道", "The channel"));
    ofChannel.set(
        "name",
        nullable(text("账号或报刊名称", "The account or paper, where there are several", "环翠创业汇"))
            .put("maxLength", PublicationReader.LONGEST_NAME));
    channel.putArray("required").add("channel").add("unit");
    ObjectNode list =
        nullable(described("各渠道", "The channels, as many as are stated").put("type", "array"));
    list.put("maxItems", PublicationReader.MOST).set("items", channel);
    members.set("channels", list);
    definitions.put("Publications", publications);
    return reference("Publications");
  }

  private ObjectNode count(ObjectNode object) {
    ObjectNode members = object.putObject(PROPERTIES);
    members.set("count", reference(CellSchema.name(CellKind.COUNT)));
    members.set(
        "unit",
        choice(
            "PublicationUnit",
            forms.units().keySet(),
            "单位",
            "The unit; different units are never added"));
    members.set(
        "approximate",
        nullable(
            described("是否为约数（余、约、万）", "Whether the report says about so many")
                .put("type", "boolean")));
    return members;
  }

  private ObjectNode narrative(Collection<Form> editions) {
    ObjectNode narrative = nullable(object("文字部分", "The parts of the form that are text"));
    narrative.putObject(PROPERTIES);
    for (Form form : editions) {
      for (Part part : form.narrative()) {
        int dot = part.id().indexOf('.');
        ObjectNode text = nullable(described(part.label()).put("type", "string"));
        holder(narrative, part, dot)
            .withObjectProperty(PROPERTIES)
            .set(
                part.id().substring(dot + 1), text.put("maxLength", NarrativeReader.longest(part)));
      }
    }
    definitions.put("Narrative", narrative);
    return reference("Narrative");
  }

  /** The object that has the part as a member. */
  private static ObjectNode holder(ObjectNode narrative, Part part, int dot) {
    if (dot < 0) {
      return narrative;
    }
    ObjectNode members = narrative.withObjectProperty(PROPERTIES);
    String key = part.id().substring(0, dot);
    if (!members.has(key)) {
      members.set(
          key,
          nullable(
              part.role() == PartRole.HEADING
                  ? object("各部分标题，按报告所印", "The headings of the sections, as the report prints them")
                  : object("落款", "What stands under the report: by whom it is, and of which day")));
    }
    return (ObjectNode) members.get(key);
  }

  private ObjectNode reference(String name) {
    return JSON.objectNode().put("$ref", refs + name);
  }
}
