package org.gongkai.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.gongkai.pdf.PdfReader;
import org.junit.jupiter.api.Test;

/** Web pages as sites of governments have them. */
class HtmlReaderTest {

  private static final Charset GBK = Charset.forName("GBK");

  private static PrintedDocument read(String html) throws UnreadableFile {
    return new DocumentReaders(new PdfReader())
        .read(html.getBytes(StandardCharsets.UTF_8), "a.html");
  }

  private static String shown(String body) throws UnreadableFile {
    return Printed.drawn(read("<!DOCTYPE html><html><body>" + body + "</body></html>"));
  }

  @Test
  void spansAreLaidOutAsBrowsersDo() throws Exception {
    assertThat(
            shown(
                "<table><tr><td rowspan=2>a<td colspan='2'>b</tr><tr><td>c</td><td>d</td></tr>"
                    + "<tr><td colspan=99>e</td></tr></table>"))
        .isEqualTo("[a↓2|b→2\nc|d\ne→3]");
  }

  @Test
  void aSpanOfZeroReachesToTheEndAndAHugeOneNoFurther() throws Exception {
    assertThat(
            shown(
                "<table><tr><td rowspan=0>a<td rowspan=65000>b<td>c</tr><tr><td>d</tr><tr><td>e</tr></table>"))
        .isEqualTo("[a↓3|b↓3|c\nd\ne]");
  }

  @Test
  void spansThatCoverOneAnotherAreCut() throws Exception {
    assertThat(
            shown(
                "<table><tr><td>a<td rowspan=2>b<td>c</tr><tr><td colspan=3>d</td><td>e</td></tr></table>"))
        .isEqualTo("[a|b↓2|c\nd|e]");
  }

  @Test
  void cellsHoldTheirLinesAndNoBlanks() throws Exception {
    assertThat(
            shown(
                "<table><tr><td><p><span style='color:red'>1.属于</span>\n<span>国家秘密</span></p></td>"
                    + "<td>&nbsp;<span>&nbsp;12&nbsp;</span></td><td>商业<br>企业</td>"
                    + "<td><p>0</p><p>&nbsp;</p></td><td>&nbsp;</td></tr>"
                    + "<tr><td>x<td>y<td>z<td>u<td>v</tr></table>"))
        .isEqualTo("[1.属于 国家秘密|12|商业/企业|0|\nx|y|z|u|v]");
  }

  @Test
  void layoutIsNoTable() throws Exception {
    assertThat(
            shown(
                "<table><tr><td>首页 &gt; 公开</td></tr><tr><td><table width=100%><tr><td>&nbsp;</td>"
                    + "<td><h1>2021年报告</h1><p>一、总体情况</p><p>"
                    + "文".repeat(300)
                    + "</p><table border=1><tr><td>规章</td><td>1</td></tr><tr><td>文件</td><td>2</td></tr></table>"
                    + "<p>五、问题</p></td></tr></table></td></tr></table>"))
        .isEqualTo("首页 > 公开\n2021年报告\n一、总体情况\n" + "文".repeat(300) + "\n[规章|1\n文件|2]\n五、问题");
  }

  @Test
  void aTableInACellOfATableStandsAfterIt() throws Exception {
    assertThat(
            shown(
                "<table><tr><td>a<td>b<td>c</tr><tr><td>d<td>e<td>f</tr>"
                    + "<tr><td>g<td>h<table><tr><td>1<td>2</tr><tr><td>3<td>4</tr></table><td>i</tr></table>"))
        .isEqualTo("[a|b|c\nd|e|f\ng|h|i]\n[1|2\n3|4]");
  }

  @Test
  void aNumberWithinATableOfItsOwnIsTheNumberOfTheCell() throws Exception {
    assertThat(
            shown(
                "<table><tr><td>规章</td><td><table><tr><td>3</td></tr></table></td></tr>"
                    + "<tr><td>文件</td><td><table><tr><td>4</td></tr></table></td></tr></table>"))
        .isEqualTo("[规章|3\n文件|4]");
  }

  @Test
  void whatIsNotShownIsNotRead() throws Exception {
    assertThat(
            shown(
                "<style>p{}</style><script>document.write('x')</script><p style='DISPLAY: none'>密</p>"
                    + "<p>见<span style=\"mso-hide:all\">隐</span></p><p hidden>y</p><textarea>z</textarea>"
                    + "<!--[if gte mso 9]><xml><w:x>1</w:x></xml><![endif]-->"
                    + "<p><![if !supportLists]><span style='mso-list:Ignore'>一、</span><![endif]>总体<o:p>&nbsp;</o:p></p>"))
        .isEqualTo("见\n一、总体");
  }

  @Test
  void breaksOfLinesArePieces() throws Exception {
    assertThat(shown("一、总体情况<br>&nbsp;&nbsp;　　文字<br/><br>（一）<b>概</b>述<div>后</div>末"))
        .isEqualTo("一、总体情况\n文字\n（一）概述\n后\n末");
  }

  @Test
  void theTitleOfThePageStandsFirstWhereThePageDoesNotShowIt() throws Exception {
    assertThat(
            Printed.paragraphs(
                read(
                    "<html><head><title>首页</title><meta name=\"ArticleTitle\" content=\"某局2021年报告\"></head>"
                        + "<body><p>一</p></body></html>")))
        .containsExactly("某局2021年报告", "一");
    assertThat(
            Printed.paragraphs(
                read("<html><head><title>某局</title></head><body><h1>某局</h1></body></html>")))
        .containsExactly("某局");
  }

  @Test
  void encodingsAreFoundByTheirBytes() throws Exception {
    String page = "<html><head>%s</head><body><p>某局2021年政府信息公开工作年度报告</p></body></html>";
    String utf = "<meta charset=\"utf-8\">";
    String gb = "<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">";
    for (String head : new String[] {"", utf, gb}) {
      for (Charset charset :
          new Charset[] {
            GBK, StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.UTF_16
          }) {
        PrintedDocument document =
            new DocumentReaders(new PdfReader()).read(page.formatted(head).getBytes(charset), null);
        assertThat(Printed.paragraphs(document)).containsExactly("某局2021年政府信息公开工作年度报告");
        assertThat(document.notices()).isEmpty();
      }
    }
  }
}
