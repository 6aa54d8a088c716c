package org.gongkai.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.check.Checks;
import org.gongkai.finding.CellState;
import org.gongkai.form.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a report must tell, and the notices that it rests on: said in many ways, and left out. */
@Execution(ExecutionMode.CONCURRENT)
class ToldAndCitedTest {

  private static final Checks CHECKS = new Checks(FORMS, new Claims(FORMS));

  /** One sentence an aspect, in words that no other aspect has. */
  private static final Map<String, String> ASPECTS = new LinkedHashMap<>();

  static {
    ASPECTS.put("proactiveDisclosure", "围绕重点工作主动公开机构职能、办事指南、财政预算等内容，及时回应企业和居民的关切。");
    ASPECTS.put("disclosureOnRequest", "依申请公开方面，畅通受理渠道，与申请人加强沟通，按期作出答复。");
    ASPECTS.put("informationManagement", "完善发布前的三级审核，对历史内容进行清理，分类标注有效性，动态更新目录。");
    ASPECTS.put("platform", "优化门户网站的布局，便于查找和下载，合并更新缓慢的频道，方便老年人浏览。");
    ASPECTS.put("supervision", "组织业务培训，把这项工作列入年度考核，接受社会评议，对落实不力的通报批评。");
  }

  private static final String LEAD =
      "2022年，本机关坚持以人民为中心，把公开透明作为基本要求，紧扣群众关心的事项，做到件件有着落、事事有回音，干部群众的满意度不断提高。";

  /** The overview without the sentence of an aspect, or with another one in its place. */
  private static String overview(String without, String instead) {
    StringBuilder text = new StringBuilder(LEAD);
    ASPECTS.forEach((aspect, said) -> text.append(aspect.equals(without) ? instead : said));
    return text + LEAD;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "proactiveDisclosure",
        "disclosureOnRequest",
        "informationManagement",
        "platform",
        "supervision"
      })
  void anAspectThatIsLeftOutIsNamed(String aspect) {
    assertThat(untold("S1-ASPECTS", report(overview(aspect, ""), "没有收取信息处理费。")))
        .containsExactly("narrative." + aspect);
    // a part of its own tells it, whatever its words
    ObjectNode own = report(overview(aspect, ""), "没有收取信息处理费。");
    own.withObjectProperty("narrative").put(aspect, "按要求做好各项工作。");
    assertThat(untold("S1-ASPECTS", own)).isEmpty();
  }

  /** As reports say it. */
  @ParameterizedTest
  @CsvSource({
    "proactiveDisclosure, 全年共公开411条。",
    "proactiveDisclosure, 全年发布各类动态、公告123篇。",
    "proactiveDisclosure, 通过网站公布规范性文件和解读。",
    "proactiveDisclosure, 本年度信息公开数量为96条。",
    "disclosureOnRequest, 未收到公民、法人和其他组织的申请。",
    "disclosureOnRequest, 全年共受理线上线下申请14件。",
    "disclosureOnRequest, 没有公民申请获取有关信息。",
    "disclosureOnRequest, 本年度申请数为零。",
    "informationManagement, 严格落实先审后发。",
    "informationManagement, 明确专人负责档案的归集和保管。",
    "informationManagement, 建立台账，及时更正错误和失效的内容。",
    "platform, 办好“某某发布”订阅号和视频号。",
    "platform, 在大厅设置查询机和公示屏。",
    "supervision, 主要负责同志专题研究，落实人员和经费。",
    "supervision, 自觉接受群众和媒体的批评，设立投诉电话。",
    "supervision, 成立领导小组，压实责任。",
  })
  void anAspectThatIsToldInOtherWordsIsTold(String aspect, String said) {
    assertThat(untold("S1-ASPECTS", report(overview(aspect, said), "没有收取信息处理费。"))).isEmpty();
  }

  /** A report that hardly tells anything is not held against it; nor are figures alone. */
  @Test
  void whatIsShortOrHasNoOtherPartIsNotLookedAt() {
    assertThat(untold("S1-ASPECTS", report("2022年，按要求做好各项工作。", "无。"))).isEmpty();
    ObjectNode alone = report(overview("platform", ""), "无。");
    alone.withObjectProperty("narrative").remove("problems");
    assertThat(untold("S1-ASPECTS", alone)).isEmpty();
    assertThat(untold("S6-FEES", alone)).isEmpty();
  }

  @Test
  void realReportsTellOfAllThatTheyMust() throws IOException {
    JsonNode texts =
        new YAMLMapper().readTree(getClass().getResourceAsStream("/texts/reports.yaml"));
    for (String sample : List.of(Samples.HUANCUI, Samples.HUAIAN)) {
      ObjectNode report = Samples.json(sample);
      report.set("narrative", texts.get(sample));
      assertThat(untold("S1-ASPECTS", report)).as(sample).isEmpty();
      assertThat(untold("S6-FEES", report)).as(sample).isEmpty();
      assertThat(untold("TEXT-NOTICE", report)).as(sample).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "没有收取信息处理费。, true",
    "本年度未向申请人收费。, true",
    "发出收费通知0件，实际收取0元。, true",
    "2022年度信息处理费收取情况：无。, true",
    "无其他需要报告的事项。, false",
    "本年度办理人大代表建议3件。, false",
  })
  void feesAreToldOfInAnyWords(String said, boolean told) {
    assertThat(untold("S6-FEES", report(overview("", ""), said)))
        .isEqualTo(told ? List.of() : List.of("narrative.otherMatters"));
  }

  /** Of 2020 nobody asks it. */
  @Test
  void feesAreAskedForSinceTheirRules() {
    ObjectNode report = report(overview("", "").replace("2022", "2020"), "无其他事项。");
    report.put("year", 2020);
    assertThat(untold("S6-FEES", report)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "按照国办公开办函〔2019〕60号的要求编制。, true",
    "根据《…格式的通知》（国办公开办函[2019]60号）编制。, true",
    "根据国办公开办函〔2019〕第60号编制。, true",
    "按照国办公开办函(2019)60号的要求编制。, true",
    "按照国办公开办函（2019）60号的要求编制。, true",
    "按照国办公开办函（2021）30号的要求编制。, false",
    "按照国办公开办函〔2021〕30号的要求编制。, false",
    "国办公开办函〔2019〕60号印发的格式已由国办公开办函〔2021〕30号取代。, false",
    "按照国办公开办函〔2019〕61号的要求编制。, false",
    "按照国办公开办函〔2019〕160号的要求编制。, false",
    "按照国办函〔2020〕109号的要求收取。, false",
    "按照某政办函〔2019〕60号的要求编制。, false",
    "按照国办公开办函〔2020〕60号的要求编制。, false",
  })
  void aNoticeThatWasReplacedIsPointedOutAndNoOther(String said, boolean found) {
    for (int year : new int[] {2019, 2020, 2021, 2024}) {
      ObjectNode report = Samples.report(year, "");
      report.putObject("narrative").put("introduction", said);
      assertThat(untold("TEXT-NOTICE", report))
          .as(said + year)
          .hasSize(found && year >= 2021 ? 1 : 0);
    }
  }

  private static ObjectNode report(String overview, String otherMatters) {
    ObjectNode report = Samples.report(2022, "");
    report
        .putObject("narrative")
        .put("overview", overview)
        .put("problems", "公开内容不够及时。下一步将完善流程。")
        .put("otherMatters", otherMatters);
    return report;
  }

  private static List<String> untold(String rule, ObjectNode report) {
    return CHECKS.check(Samples.READER.read(report)).stream()
        .filter(finding -> finding.rule().equals(rule))
        .flatMap(finding -> finding.cells().stream())
        .map(CellState::path)
        .toList();
  }
}
