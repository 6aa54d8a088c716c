package org.gongkai.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.gongkai.form.Cell;
import org.gongkai.form.CellKind;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Part;
import org.gongkai.form.PartRole;
import org.gongkai.form.Section;

/** Reports of each edition and of their mix, with numbers, zeros, blanks and strokes by chance. */
final class RandomReports {

  private static final List<String> SENTENCES =
      List.of(
          "本单位认真贯彻落实《中华人民共和国政府信息公开条例》，不断健全工作机制。",
          "通过政府网站公开信息的栏目进一步规范，“政民互动”更加顺畅。",
          "对公开的信息坚持先审查、后公开，一事一审。",
          "存在的主要问题是解读形式不够丰富，公开的及时性有待加强。",
          "下一步将加强培训，提高工作人员的业务能力。");

  private final Forms forms;
  private final Random random;

  RandomReports(Forms forms, long seed) {
    this.forms = forms;
    this.random = new Random(seed);
  }

  ObjectNode next() {
    List<Form> all = List.copyOf(forms.all());
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("organ", "113710020043609788");
    Form inForce = all.get(random.nextInt(all.size()));
    int year = inForce.firstYear() + random.nextInt(2);
    report.put("year", year);
    boolean mixed = random.nextBoolean();
    ObjectNode editions = report.putObject("editions");
    for (String id : inForce.sections().keySet()) {
      Form form = mixed ? all.get(random.nextInt(all.size())) : inForce;
      editions.put(id, form.edition());
      section(report, form.knownSection(id));
    }
    narrative(report, inForce, year);
    publications(report);
    return report;
  }

  /** By channel, some of them several times, in words and about; most reports have none. */
  private void publications(ObjectNode report) {
    if (random.nextInt(3) > 0) {
      return;
    }
    List<String> channels = List.copyOf(forms.channels().keySet());
    List<String> units = List.copyOf(forms.units().keySet());
    ObjectNode publications = report.putObject("publications");
    for (int i = 0; i < random.nextInt(12); i++) {
      ObjectNode entry =
          publications
              .withArrayProperty("channels")
              .addObject()
              .put("channel", channels.get(random.nextInt(channels.size())));
      count(entry, units.get(random.nextInt(units.size())));
      if (random.nextInt(4) == 0) {
        entry.put("name", "威海市环翠区人民政府门户网站“政务公开”专栏及其他栏目（含子站）".substring(0, 8 + random.nextInt(20)));
      }
    }
    if (random.nextInt(3) == 0) {
      count(publications.putObject("total"), units.getFirst());
    }
  }

  private void count(ObjectNode entry, String unit) {
    BigDecimal count = number(CellKind.COUNT);
    switch (random.nextInt(8)) {
      case 0 -> entry.putNull("count");
      case 1 -> entry.put("count", "n/a");
      case 2 -> entry.putObject("count").put("value", count).put("remark", "其中转载12条");
      case 3 -> entry.put("count", count).put("approximate", true);
      default -> entry.put("count", count);
    }
    entry.put("unit", unit);
  }

  private void section(ObjectNode report, Section section) {
    int blanks = random.nextInt(4);
    for (Cell cell : section.cells().values()) {
      ObjectNode at = report;
      String[] steps = cell.path().split("\\.");
      for (int i = 0; i < steps.length - 1; i++) {
        at = at.withObject("/" + steps[i]);
      }
      String key = steps[steps.length - 1];
      int dice = random.nextInt(20);
      if (dice < blanks) {
        at.putNull(key);
      } else if (dice == 19) {
        at.put(key, "n/a");
      } else {
        at.put(key, number(cell.column().kind()));
      }
      if (cell.column().statedUnit() && at.path(key).isNumber()) {
        at.put("unit", random.nextBoolean() ? "yuan" : "wanyuan");
      }
    }
  }

  private BigDecimal number(CellKind kind) {
    return switch (kind) {
      case COUNT -> BigDecimal.valueOf(random.nextInt(10) < 6 ? 0 : random.nextInt(100_000));
      case SIGNED -> BigDecimal.valueOf(random.nextInt(2_000) - 1_000L);
      case MONEY -> BigDecimal.valueOf(random.nextInt(10_000_000), random.nextInt(5));
    };
  }

  private void narrative(ObjectNode report, Form form, int year) {
    ObjectNode narrative = report.putObject("narrative");
    for (Part part : form.narrative()) {
      String text =
          switch (part.role()) {
            case TITLE -> "威海市环翠区工业和信息化局\n" + year + "年政府信息公开工作年度报告";
            case INTRODUCTION -> "本报告按照有关规定编制，统计期限自" + year + "年1月1日至12月31日。";
            case BODY -> text();
            case SIGNER -> "威海市环翠区工业和信息化局";
            case DATE -> (year + 1) + "年1月20日";
            case HEADING -> "";
          };
      boolean left = part.role() == PartRole.BODY && random.nextInt(3) == 0;
      if (!text.isEmpty() && !left) {
        ObjectNode at = narrative;
        String[] steps = part.id().split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
          at = at.withObject("/" + steps[i]);
        }
        at.put(steps[steps.length - 1], text);
      }
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    int paragraphs = 1 + random.nextInt(3);
    for (int p = 0; p < paragraphs; p++) {
      for (int s = 0; s < 1 + random.nextInt(3); s++) {
        text.append(SENTENCES.get(random.nextInt(SENTENCES.size())));
      }
      text.append(p == paragraphs - 1 ? "" : "\n");
    }
    return text.toString();
  }
}
