package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.finding.Finding;
import org.gongkai.form.Content;
import org.gongkai.form.Samples;
import org.gongkai.registry.OrganKind;
import org.gongkai.registry.RegionLevel;
import org.gongkai.rule.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose numbers a text tells of, where streets and their communities are spoken of. */
class StreetTextTest {

  private static final Checks CHECKS = new Checks(FORMS);

  private static List<Finding> found(String office, String text) {
    return all(office, text).stream().filter(f -> f.severity() != Severity.INFO).toList();
  }

  private static List<Finding> all(String office, String text) {
    ObjectNode report =
        Samples.report(
            2024,
            "'narrative': {'problems': '一是公开不够及时。'}, 'applications': {'received': {'total': 5},"
                + " 'carriedOver': {'total': 0}, 'outcomes': {'total': {'total': 5}}}, 'contests':"
                + " {'reconsideration': {'total': 0}}, 'publications': {'total': {'count': 3,"
                + " 'unit': 'item'}}");
    ((ObjectNode) report.get("narrative")).put("overview", text);
    Content content = Samples.READER.read(report);
    List<Finding> all = new ArrayList<>(CHECKS.check(content));
    all.addAll(
        CHECKS.asStreet(
            content, new Reporter(office, OrganKind.DISPATCHED_OFFICE, RegionLevel.DISTRICT)));
    return all.stream().filter(f -> f.rule().startsWith("TEXT-")).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "石桥街道共收到政府信息公开申请7件。",
        "2024年，石桥街道共收到政府信息公开申请7件。",
        "2024年石桥街道共收到政府信息公开申请7件。",
        "清河区石桥街道共收到政府信息公开申请7件。",
        "全区共收到政府信息公开申请99件。石桥街道共收到政府信息公开申请7件。",
        "石桥街道 共收到政府信息公开申请7件。",
        "2024年，街道共收到政府信息公开申请7件。",
        "街道共收到政府信息公开申请7件。",
        "全年街道共收到政府信息公开申请7件。",
        "我街道共收到政府信息公开申请7件。",
        "石桥街道下辖12个社区。全年共收到政府信息公开申请7件。",
        "我街道下辖12个社区，全年共收到政府信息公开申请7件。",
        "本街道共收到政府信息公开申请7件。",
        "2024年，石桥街道共公开信息7条。"
      })
  void aStreetOfficeIsTheStreet(String text) {
    for (String office : List.of("石桥街道办事处", "某市清河区石桥街道办事处", "某市清河区人民政府石桥街道办事处")) {
      assertThat(found(office, text)).as(office).hasSize(1);
      assertThat(found(office, text).getFirst().left().intValue()).isEqualTo(7);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024年，全区各街道共公开信息999条，其中清河街道公开626条。",
        "各街道共公开信息999条。",
        "2024年，各街道共公开信息999条。",
        "我区各街道共主动公开信息999条。",
        "全区12个街道共公开信息999条。",
        "12个街道共公开信息999条。",
        "社区和街道共公开信息999条。",
        "兄弟街道共公开信息999条。",
        "各社区、街道共公开信息999条。",
        "镇、街道共收到政府信息公开申请99件。",
        "区级部门及街道共收到政府信息公开申请99件。",
        "长东街道共收到政府信息公开申请99件。",
        "2024年，长东街道共收到政府信息公开申请99件。",
        "长东街道、清河街道共收到政府信息公开申请99件。",
        "大清河街道共收到政府信息公开申请99件。",
        "全区乡镇共公开信息300条，街道共公开信息999条。",
        "街道下辖社区共公开信息999条。",
        "街道社区共发布信息999条。"
      })
  void whatIsOfOtherStreetsIsNotItsOwn(String text) {
    assertThat(found("清河街道办事处", text)).isEmpty();
    assertThat(found("某市清河区清河街道办事处", text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "街道下辖社区共公开信息999条。",
        "街道社区共发布信息999条。",
        "2024年，我街道社区共发布信息999条。",
        "我镇各村共公开信息999条。",
        "石桥镇下辖12个村共公开信息999条。",
        "石桥镇村居共公开信息999条。"
      })
  void whatIsOfCommunitiesIsOfNoOrgan(String text) {
    assertThat(found("某某局", text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "全年共收到行政复议申请320件，办结301件。",
        "全年共收到行政许可申请320件，办结301件。",
        "全年受理法律援助申请320件，办结301件，结转下年度19件。",
        "全年收到行政复议申请320件，上年结转12件，答复301件。",
        "新收行政复议案件320件，其中涉及政府信息公开的0件。"
      })
  void whatIsDoneOfOtherMattersIsNoApplicationForInformation(String text) {
    assertThat(all("司法局", text)).isEmpty();
  }

  @Test
  void aCaseThatIsNotSaidToBeOfInformationIsInformationAtMost() {
    assertThat(found("司法局", "全年新收行政复议案件320件，涉及政府信息公开的0件。")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "全年共收到政府信息公开申请5件，办结301件。",
        "全年收到行政复议申请320件，收到政府信息公开申请5件，办结301件。",
        "因政府信息公开引发行政复议320件。"
      })
  void whatIsDoneOfApplicationsIs(String text) {
    assertThat(all("司法局", text)).extracting(f -> f.left().intValue()).containsAnyOf(301, 320);
  }

  @ParameterizedTest
  @ValueSource(strings = {"全年参加区政府新闻发布会2场。", "全年组织参加市政府新闻发布会2场。"})
  void whoTakesPartHoldsNoPressConference(String text) {
    assertThat(CHECKS.check(Samples.content(2024, "'narrative': {'overview': '" + text + "'}")))
        .noneMatch(f -> f.rule().equals("TEXT-PUB"));
  }
}
