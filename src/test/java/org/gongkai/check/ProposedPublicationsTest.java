package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.Seeds;
import org.gongkai.form.Content;
import org.gongkai.form.Samples;
import org.gongkai.narrative.TextReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is proposed to be listed as published, where a report lists nothing. */
@Execution(ExecutionMode.CONCURRENT)
class ProposedPublicationsTest {

  private static final Checks CHECKS = new Checks(FORMS);

  /** Sets that were written by people who had not seen the words. */
  private static final List<String> SETS =
      List.of("untouched", "fresh", "blind2", "blind3", "blind4");

  /** Of the proposals that are called certain 98 in 100 are what a reader would list. */
  @Test
  void whatIsCertainIsRightAndWhatIsNotSaysSo() throws IOException {
    int stated = 0;
    int found = 0;
    int doubted = 0;
    int doubtedRightly = 0;
    List<String> wrong = new ArrayList<>();
    for (String set : SETS) {
      for (JsonNode sentence :
          new YAMLMapper().readTree(getClass().getResourceAsStream("/texts/" + set + ".yaml"))) {
        Map<String, Integer> its = publications(sentence.path("states"));
        Map<String, Integer> maybe = publications(sentence.path("maybe"));
        stated += its.size();
        for (JsonNode entry : proposed(sentence)) {
          String channel = entry.path("channel").asText("publications.total");
          int count = entry.get("count").asInt();
          boolean right = Integer.valueOf(count).equals(its.get(channel));
          boolean can = right || Integer.valueOf(count).equals(maybe.get(channel));
          if (!entry.path("certain").asBoolean(true)) {
            doubted++;
            doubtedRightly += right ? 0 : 1;
          } else if (can) {
            found += right ? 1 : 0;
          } else {
            wrong.add(channel + "=" + count + " in " + sentence.get("text").asText());
          }
        }
      }
    }
    System.out.printf(
        "publications: %d stated, %d proposed as certain and right, %d wrong; %d uncertain, %d of"
            + " them not to be listed%n",
        stated, found, wrong.size(), doubted, doubtedRightly);
    assertThat((double) wrong.size() / (found + wrong.size()))
        .as(String.join("\n", wrong))
        .isLessThan(0.02);
    assertThat((double) found / stated).isGreaterThan(0.85);
    assertThat(doubted).isPositive();
  }

  @Test
  void twoNumbersOfOneChannelAreUncertain() {
    ObjectNode report = Samples.report(2021, "");
    report
        .putObject("narrative")
        .put("overview", "全年通过政府网站公开信息54条。")
        .put("platform", "政府网站全年发布信息60条，微信公众号发布信息30条。");
    assertThat(entries(report))
        .extracting(JsonNode::toString)
        .containsExactlyInAnyOrder(
            "{\"channel\":\"website\",\"count\":54,\"unit\":\"item\",\"certain\":false}",
            "{\"channel\":\"website\",\"count\":60,\"unit\":\"item\",\"certain\":false}",
            "{\"channel\":\"wechat\",\"count\":30,\"unit\":\"item\"}");
  }

  /** Whoever imports a file is told of as many as the finding counts. */
  @Test
  void areTheSameInAFileAsInTheFinding() throws IOException {
    int several = 0;
    for (String set : SETS) {
      JsonNode sentences =
          new YAMLMapper().readTree(getClass().getResourceAsStream("/texts/" + set + ".yaml"));
      for (int i = 0; i < sentences.size(); i += Seeds.number(3, 1)) {
        JsonNode sentence = sentences.get(i);
        ObjectNode report = SentencesTest.report(sentence);
        report.remove("publications");
        Content content = Samples.READER.read(report);
        List<String> entries = new ArrayList<>();
        for (JsonNode entry : entries(report)) {
          entries.add(
              entry.path("channel").asText()
                  + entry.get("count").asInt()
                  + entry.get("unit").asText()
                  + entry.path("certain").asBoolean(true));
        }
        assertThat(PublicationsInText.of(new TextReader(FORMS), content))
            .extracting(
                p ->
                    (p.channel() == null ? "" : p.channel())
                        + p.count().intValue()
                        + p.unit()
                        + p.certain())
            .as(sentence.get("text").asText())
            .containsExactlyElementsOf(entries);
        several += entries.size() > 1 ? 1 : 0;
      }
    }
    assertThat(several).isPositive();
  }

  private static Map<String, Integer> publications(JsonNode states) {
    Map<String, Integer> numbers = new HashMap<>();
    states
        .properties()
        .forEach(
            e -> {
              if (!e.getKey().contains(".") || e.getKey().equals("publications.total")) {
                numbers.put(e.getKey(), e.getValue().asInt());
              }
            });
    return numbers;
  }

  private static List<JsonNode> proposed(JsonNode sentence) {
    ObjectNode report = SentencesTest.report(sentence);
    report.remove("publications");
    return entries(report);
  }

  private static List<JsonNode> entries(ObjectNode report) {
    List<JsonNode> entries = new ArrayList<>();
    CHECKS.check(Samples.READER.read(report)).stream()
        .filter(finding -> finding.rule().equals("TEXT-PUB"))
        .flatMap(finding -> finding.cells().stream())
        .filter(cell -> cell.at() == null)
        .forEach(cell -> entries.add(cell.stated()));
    return entries;
  }
}
