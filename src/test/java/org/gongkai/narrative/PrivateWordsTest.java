package org.gongkai.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.gongkai.check.Checks;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingView;
import org.gongkai.finding.Findings;
import org.gongkai.form.Samples;
import org.gongkai.problem.Language;
import org.gongkai.rule.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not be published, and what looks like it; the numbers are made up. */
class PrivateWordsTest {

  private static final Checks CHECKS = new Checks(FORMS);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          申请人张某，身份证号11010519491231002X。 | 11010519491231002X | 1101**********002X
          身份证号码：１１０１０５１９４９１２３１００２Ｘ | １１０１０５１９４９１２３１００２Ｘ | 1101**********002X
          联系电话13800138000。 | 13800138000 | 138****8000
          手机：138 0013 8000，请联系 | 138 0013 8000 | 138******8000
          退款账号6222021234567890128。 | 6222021234567890128 | 6222***********0128
          申请人来信zhangsan@example.com要求答复。 | zhangsan@example.com | z*******@example.com
          申请人家住幸福街道和平路12号，申请公开。 | 幸福街道和平路12号 | 幸********号
          """)
  void isFoundAndMasked(String text, String words, String masked) {
    List<Finding> findings = found("PRIVATE", text);
    assertThat(findings).hasSize(1);
    Finding finding = findings.getFirst();
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.cells()).hasSize(1);
    assertThat(finding.cells().getFirst().stated().asText()).isEqualTo(masked);
    assertThat(text.substring(finding.cells().getFirst().at())).startsWith(words);
    for (Language language : Language.values()) {
      assertThat(FindingView.of(finding, FORMS, language).message())
          .contains(masked)
          .doesNotContain(words);
    }
    assertThat(Findings.write(findings)).doesNotContain(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "统一社会信用代码113710020043609788",
        "索引号113710020043609788/2021-03360",
        "身份证号110105194912310021",
        "编号110105194913310028",
        "电话：0631-5180000，传真：0631-5180001，邮编264200。",
        "如有疑问请联系我局办公室（电子邮箱：hazwgkc@163.com）。",
        "网址http://www.huancui.gov.cn/art/2021/6/18/art_13800138000.html",
        "发文字号13800138000号/2021",
        "账号6222021234567890123",
        "住房和城乡建设局地址：和平路12号。",
        "保障居民住宅信息公开12条。",
        "收费3940元，行政处罚3985758件。",
        "无"
      })
  void whatIsNotPrivateIsLeft(String text) {
    assertThat(found("PRIVATE", text)).isEmpty();
  }

  @Test
  void otherFindingsQuoteTheMaskedText() {
    List<Finding> findings =
        CHECKS.check(
            narrated(
                "2021年张某13800138000共收到政府信息公开申请3件。",
                "'applications': {'received': {'total': 4}, 'carriedOver': {'total': 0}}"));
    assertThat(findings).extracting(Finding::rule).contains("TEXT-COUNT", "TEXT-PRIVATE");
    assertThat(Findings.write(findings)).doesNotContain("13800138000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SECRET | 秘密★5年 关于工作的情况 | 秘密★5年
          SECRET | 机密 ★ 长期 | 机密 ★ 长期
          SECRET | 绝密★ | 绝密★
          SECRET | 密级：秘密 | 密级：秘密
          OPEN | XXXX年，我局公开信息。 | XXXX
          OPEN | ××局政府信息公开工作年度报告 | ××
          OPEN | 某某局共公开信息 | 某某
          OPEN | 共公开信息____条 | ____
          OPEN | 国办函〔 〕号 | 〔 〕
          OPEN | 【此处填写单位名称】共公开信息 | 【此处填写单位名称】
          OPEN | 主要问题：待补充。 | 待补充
          OPEN | 共公开信息（ ）条 | （ ）
          OPEN | 存在XX问题，下一步改进。 | XX
          OPEN | 存在××等问题。 | ××
          OPEN | 主要表现为XXX，有待改进。 | XXX
          OPEN | 主要表现为×××，有待改进。 | ×××
          OPEN | 20XX年，我局公开信息。 | 20XX
          OPEN | 20××年，我局公开信息。 | 20××
          OPEN | 202X年度报告 | 202X
          OPEN | 存在****问题 | ****
          OPEN | 全年公开信息***条。 | ***
          OPEN | 我局于X月X日开展培训。 | X月X日
          OPEN | 青溪县XX局高度重视。 | XX
          """)
  void marksAreFound(String rule, String text, String words) {
    List<Finding> findings = found(rule, text);
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().cells().getFirst().stated().asText()).isEqualTo(words);
    assertThat(text.substring(findings.getFirst().cells().getFirst().at())).startsWith(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "严格保密审查，属于国家秘密的不予公开，机密文件不得上网。",
        "申请人李×申请公开。",
        "【政策解读】栏目公开12条。",
        "国办公开办函〔2021〕30号",
        "衣服尺码XXL，APP下载",
        "对待补充材料的申请人一次性告知。",
        "五星★级服务窗口",
        "申请人张XX申请公开。",
        "申请人张XX工作单位不详。",
        "申请人王某某申请公开。",
        "李××等3人提出申请。",
        "申请人×××提出申请。",
        "当事人XXX不服。",
        "联系电话138****1234。",
        "联系电话138××××1234。",
        "联系电话138XXXX1234。",
        "身份证号3706××××××××1234。",
        "青溪****有限公司申请公开。",
        "**工作动态**公开12条。",
        "申请人李***申请公开。",
        "型号为AXXX的设备",
        "20*15=300"
      })
  void whatIsNoMarkIsLeft(String text) {
    assertThat(found("SECRET", text)).isEmpty();
    assertThat(found("OPEN", text)).isEmpty();
  }

  private static List<Finding> found(String rule, String text) {
    return CHECKS.check(narrated(text, "")).stream()
        .filter(f -> f.rule().equals("TEXT-" + rule))
        .toList();
  }

  private static org.gongkai.form.Content narrated(String text, String more) {
    ObjectNode report = Samples.report(2021, more);
    report.putObject("narrative").put("overview", text).put("problems", "公开内容有待完善。");
    return Samples.READER.read(report);
  }
}
