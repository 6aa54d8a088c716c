package org.gongkai.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.gongkai.form.ContentReader;
import org.gongkai.form.Figure;
import org.gongkai.form.Samples;
import org.gongkai.form.Scope;
import org.gongkai.matrix.DocumentReaders;
import org.gongkai.matrix.PrintedDocument;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.pdf.PdfReader;
import org.gongkai.recognition.Recognised.FoundText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Documents of real organs, and the blank form, as they were published. */
@Execution(ExecutionMode.CONCURRENT)
class SampleDocumentsTest {

  private static final List<String> SECTIONS = List.of("disclosure", "applications", "contests");

  private final Recogniser recogniser = new Recogniser(Samples.FORMS);

  private static PrintedDocument read(String name) {
    try (InputStream in = SampleDocumentsTest.class.getResourceAsStream("/documents/" + name)) {
      return new DocumentReaders(new PdfReader()).read(in.readAllBytes(), name);
    } catch (IOException | UnreadableFile e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aTextWithACellOnALineIsTheReportThatWasTypedFromIt() {
    Recognised found = recogniser.recognise(read("huancui-industry-bureau-2021.txt"));

    JsonNode typed = Samples.json(Samples.HUANCUI);
    for (String section : SECTIONS) {
      assertThat(found.report().get(section)).isEqualTo(typed.get(section));
    }
    assertThat(found.report().get("editions"))
        .isEqualTo(Samples.parsed("{'disclosure': '2021', 'applications': '2019'}"));
    assertThat(found.report().get("year").intValue()).isEqualTo(2021);
    assertThat(found.cells()).hasSize(186).allMatch(c -> c.certainty() == Certainty.SURE);
    assertThat(found.cells().getFirst().path()).isEqualTo("disclosure.rules.issued");
    assertThat(found.cells().getFirst().place().paragraph()).isNotNull();
  }

  @Test
  void aPdfFileIsTheReportThatWasTypedFromIt() {
    Recognised found = recogniser.recognise(read("huaian-city-2024.pdf"));

    JsonNode typed = Samples.json(Samples.HUAIAN);
    ContentReader reader = new ContentReader(Samples.FORMS);
    ObjectNode report = found.report().deepCopy().put("organ", "113710020043609788");
    assertThat(reader.read(report).figures()).isEqualTo(reader.read(typed).figures());
    assertThat(found.report().get("editions"))
        .isEqualTo(Samples.parsed("{'disclosure': '2021', 'applications': '2021'}"));
    assertThat(found.cells()).hasSize(200).allMatch(c -> c.certainty() == Certainty.SURE);
    assertThat(found.organNames()).containsExactly("淮安市人民政府", "淮安市人民政府办公室");
    assertThat(found.leftOver()).isEmpty();
    assertThat(found.scope().scope()).isEqualTo(Scope.AREA);
    assertThat(found.scope().certainty()).isEqualTo(Certainty.SURE);
    assertThat(found.report().at("/narrative/otherMatters").textValue()).endsWith("3940元。");
  }

  @Test
  void itsTextStandsInThePlacesOfAReport() {
    Recognised found = recogniser.recognise(read("huancui-industry-bureau-2021.txt"));

    JsonNode narrative = found.report().get("narrative");
    assertThat(narrative.get("title").textValue()).isEqualTo("威海市环翠区工业和信息化局\n2021年政府信息公开工作年度报告");
    assertThat(narrative.at("/headings/contests").textValue())
        .isEqualTo("四、因政府信息公开被申请行政复议、提起行政诉讼情况");
    assertThat(narrative.get("overview").textValue()).startsWith("（一）概述\n2021年，区工信局");
    assertThat(narrative.get("proactiveDisclosure").textValue()).contains("共公开各类信息411条");
    assertThat(narrative.get("disclosureOnRequest").textValue())
        .isEqualTo("（三）依申请公开受理情况\n2021年，本单位未收到政府信息公开申请。");
    assertThat(narrative.get("informationManagement").textValue()).startsWith("（四）");
    assertThat(narrative.get("platform").textValue()).endsWith("参加新闻发布会1次。");
    assertThat(narrative.get("supervision").textValue()).startsWith("（六）");
    assertThat(narrative.get("problems").textValue()).endsWith("完整性和准确性。");
    assertThat(narrative.get("otherMatters").textValue()).contains("（五）所属事业单位");
    assertThat(narrative.has("disclosure")).isFalse();
    assertThat(found.texts()).extracting(FoundText::path).contains("narrative.platform");
    assertThat(found.leftOver()).isNotEmpty().allMatch(l -> l.reason().zh().equals("图片中的文字"));
    assertThat(found.organNames()).containsExactly("威海市环翠区工业和信息化局");
    assertThat(found.organCodes()).first().isEqualTo("113710020043609788");
    assertThat(found.years()).first().isEqualTo(2021);
    assertThat(found.scope()).isNull();
  }

  @Test
  void whatWasPublishedIsProposedFromTheText() {
    Recognised found = recogniser.recognise(read("huancui-industry-bureau-2021.txt"));

    assertThat(found.report().has("publications")).isFalse();
    assertThat(found.publications())
        .allMatch(p -> p.certainty() == Certainty.SURE)
        .extracting(p -> p.channel() + " " + p.count() + " " + p.unit())
        .containsExactly("null 411 item", "website 54 item", "wechat 357 item");
  }

  @Test
  void theBlankFormHasEveryCellAndNoNumber() {
    Recognised found = recogniser.recognise(read("template-2021-blank.docx"));

    assertThat(found.cells()).hasSize(200).allMatch(c -> c.value().isNull());
    ObjectNode report = found.report().put("organ", "113710020043609788").put("year", 2023);
    assertThat(new ContentReader(Samples.FORMS).read(report).figures().byPath().values())
        .allMatch(f -> f instanceof Figure.Blank);
  }

  @Test
  void aPdfIsTheReportThatWasTypedFromIt() {
    Recognised found = recogniser.recognise(read("huaian-city-2024.pdf"));

    JsonNode typed = Samples.json(Samples.HUAIAN);
    for (String section : SECTIONS) {
      assertThat(found.report().get(section)).isEqualTo(typed.get(section));
    }
    assertThat(found.cells()).hasSize(200).allMatch(c -> c.certainty() == Certainty.SURE);
    assertThat(found.cells().getFirst().place().page()).isEqualTo(3);
    assertThat(found.cells().getLast().place().page()).isEqualTo(5);
    assertThat(found.years()).first().isEqualTo(2024);
    assertThat(found.organNames()).first().isEqualTo("淮安市人民政府");
    JsonNode narrative = found.report().get("narrative");
    assertThat(narrative.get("introduction").textValue())
        .startsWith("本报告由淮安市人民政府办公室")
        .endsWith("hazwgkc@163.com）。");
    assertThat(narrative.get("otherMatters").textValue()).endsWith("信息处理费3940元。");
  }

  @Test
  void noSignOfADocumentIsLost() {
    for (String name :
        List.of(
            "huancui-industry-bureau-2021.txt",
            "template-2021-blank.docx",
            "huaian-city-2024.pdf")) {
      PrintedDocument document = read(name);
      assertThat(Accounts.lost(document, recogniser.recognise(document))).as(name).isEmpty();
    }
  }
}
