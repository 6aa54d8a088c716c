package org.gongkai.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.gongkai.pdf.PdfReader;
import org.junit.jupiter.api.Test;

/** Plain text: lines, and tables where lines say for sure what they are. */
class PlainTextReaderTest {

  private static String shown(String text) throws UnreadableFile {
    PrintedDocument document =
        new DocumentReaders(new PdfReader()).read(text.getBytes(StandardCharsets.UTF_8), "a.docx");
    assertThat(document.kind()).isEqualTo(FileKind.TEXT);
    return Printed.drawn(document);
  }

  @Test
  void linesAreParagraphs() throws Exception {
    assertThat(shown("\ufeff一、总体情况\r\n\r\n　　文字\n0\n")).isEqualTo("一、总体情况\n文字\n0");
  }

  @Test
  void linesWithAsManyTabsAreATable() throws Exception {
    assertThat(shown("二、\n信息内容\t制发\t废止\n规章\t1\t\n文件\t\t3\n\n三、"))
        .isEqualTo("二、\n[信息内容|制发|废止\n规章|1|\n文件||3]\n三、");
  }

  @Test
  void linesOfAMergedTableStayLines() throws Exception {
    assertThat(shown("甲\t1\t2\n乙\t3")).isEqualTo("甲\t1\t2\n乙\t3");
    assertThat(shown("甲\t1\t2\n乙 \t\t\n\t\t \t4\t\n后")).isEqualTo("甲\t1\t2\n乙\t\t\n\t\t\t4\t\n后");
    assertThat(shown("\t缩进\n\t缩进")).isEqualTo("缩进\n缩进");
  }

  @Test
  void barsAndDrawnLinesAreATable() throws Exception {
    assertThat(shown("| 行 | 数 |\n|---|:-:|\n| 规章 | 1 |\n| 文件 |  |\n后"))
        .isEqualTo("[行|数\n规章|1\n文件|]\n后");
    assertThat(shown("┌──┬──┐\n│行│数│\n├──┼──┤\n│规章│1│\n└──┴──┘\n后")).isEqualTo("[行|数\n规章|1]\n后");
  }

  @Test
  void textOfOldProgramsIsRead() throws Exception {
    for (String charset : new String[] {"GBK", "UTF-16", "UTF-16LE", "Big5"}) {
      PrintedDocument document =
          new DocumentReaders(new PdfReader())
              .read("政府資訊公開 2021 年度報告\n0\n12\n".getBytes(Charset.forName(charset)), null);
      assertThat(Printed.drawn(document)).isEqualTo("政府資訊公開 2021 年度報告\n0\n12");
    }
  }
}
