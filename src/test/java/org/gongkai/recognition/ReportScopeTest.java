package org.gongkai.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.gongkai.form.Samples;
import org.gongkai.form.Scope;
import org.gongkai.matrix.DocumentReaders;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.pdf.PdfReader;
import org.gongkai.recognition.Recognised.FoundScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose figures a document gives: a government's report is not that of an organ. */
@Execution(ExecutionMode.CONCURRENT)
class ReportScopeTest {

  private final Recogniser recogniser = new Recogniser(Samples.FORMS);

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          某某区2022年政府信息公开工作年度报告, 2022年全区共收到政府信息公开申请31件。, -, AREA, SURE
          某某市2022年政府信息公开工作年度报告, 本报告由市政府办公室根据全市各级行政机关年度报告汇总编制。, -, AREA, SURE
          2022年某某县人民政府信息公开工作年度报告, 全县政府系统主动公开信息1200条。, 某某县人民政府办公室, AREA, SURE
          某某区人民政府2022年政府信息公开工作年度报告, 2022年共收到政府信息公开申请31件。, -, AREA, LIKELY
          某某市2022年政府信息公开工作年度报告, 2022年共收到政府信息公开申请31件。, 某某市人民政府, AREA, LIKELY
          2022年政府信息公开工作年度报告, 2022年全区共收到政府信息公开申请31件。, 某某区人民政府办公室, AREA, LIKELY
          某某市本级2022年政府信息公开工作年度报告, 2022年共收到政府信息公开申请31件。, -, LEVEL, SURE
          某某区人民政府办公室2022年政府信息公开工作年度报告, 2022年全区共收到政府信息公开申请31件。, 某某区人民政府办公室, -, -
          某某市教育局2022年政府信息公开工作年度报告, 全市教育系统共公开信息900条，全市各级学校公开收费。, 某某市教育局, -, -
          某某镇2022年政府信息公开工作年度报告, 按照全区政府信息公开工作要求。, 某某镇人民政府, -, -
          某某镇人民政府2022年政府信息公开工作年度报告, 全镇共收到政府信息公开申请1件。, -, -, -
          某某社区2022年政府信息公开工作年度报告, 全区各部门公开信息。, -, -, -
          2022年政府信息公开工作年度报告, 全区各部门公开信息。, 某某区统计局, -, -
          2022年政府信息公开工作年度报告, 2022年共收到政府信息公开申请31件。, 某某区人民政府办公室, -, -
          """)
  void isKnownByTitleAndText(
      String title, String overview, String signed, Scope scope, Certainty certainty)
      throws UnreadableFile {
    FoundScope found =
        found(
            String.join(
                "\n",
                title,
                "一、总体情况",
                overview,
                "二、主动公开政府信息情况",
                "没有制发规章。",
                "五、存在的主要问题及改进情况",
                "全区各部门公开意识有待提高。下一步加强培训。",
                "六、其他需要报告的事项",
                "无。",
                signed == null ? "" : signed + "\n2023年1月20日"));
    if (scope == null) {
      assertThat(found).isNull();
    } else {
      assertThat(found.scope()).isEqualTo(scope);
      assertThat(found.certainty()).isEqualTo(certainty);
      String sent = title + overview + signed;
      assertThat(found.words()).isNotEmpty().allMatch(sent::contains);
    }
  }

  @Test
  void wordsEndBehindAWholeNumber() throws UnreadableFile {
    FoundScope found =
        found(
            """
            某某市2022年政府信息公开工作年度报告
            一、总体情况
            全市共受理政府信息公开申请3119件，均已答复。
            二、主动公开政府信息情况
            没有制发规章。
            五、存在的主要问题及改进情况
            公开意识有待提高。
            """);
    assertThat(found.words()).contains("全市共受理政府信息公开申请3119");
  }

  private FoundScope found(String text) throws UnreadableFile {
    return recogniser
        .recognise(
            new DocumentReaders(new PdfReader())
                .read(text.getBytes(StandardCharsets.UTF_8), "a.txt"))
        .scope();
  }
}
