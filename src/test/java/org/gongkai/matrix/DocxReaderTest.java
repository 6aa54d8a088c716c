package org.gongkai.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.matrix.DocxFiles.p;
import static org.gongkai.matrix.DocxFiles.r;
import static org.gongkai.matrix.DocxFiles.tbl;
import static org.gongkai.matrix.DocxFiles.tc;
import static org.gongkai.matrix.DocxFiles.tr;

import org.gongkai.pdf.PdfReader;
import org.gongkai.problem.Text;
import org.junit.jupiter.api.Test;

/** Word files: what they show, and nothing else. */
class DocxReaderTest {

  private static PrintedDocument read(DocxFiles file) throws UnreadableFile {
    return new DocumentReaders(new PdfReader()).read(file.bytes(), "a.docx");
  }

  private static String shown(String body) throws UnreadableFile {
    return Printed.drawn(read(new DocxFiles(body)));
  }

  @Test
  void readsTheOfficialForm() throws Exception {
    PrintedDocument form =
        new DocumentReaders(new PdfReader())
            .read(Printed.file("template-2021-blank.docx"), "wrong.txt");
    assertThat(form.kind()).isEqualTo(FileKind.DOCX);
    assertThat(Printed.paragraphs(form))
        .containsExactly(
            "政府信息公开工作年度报告格式模板",
            "一、总体情况",
            "（文字描述）",
            "二、主动公开政府信息情况",
            "三、收到和处理政府信息公开申请情况",
            "四、政府信息公开行政复议、行政诉讼情况",
            "五、存在的主要问题及改进情况",
            "（文字描述）",
            "六、其他需要报告的事项",
            "（文字描述，收取信息处理费情况在此处报告。）");
    assertThat(Printed.tables(form)).extracting(Matrix::rows).containsExactly(14, 28, 4);
    assertThat(Printed.tables(form)).extracting(Matrix::columns).containsExactly(4, 10, 15);
    Matrix applications = Printed.tables(form).get(1);
    Matrix.Cell refused = applications.at(12, 1);
    assertThat(refused.text()).isEqualTo("（三）不予公开");
    assertThat(refused.rowSpan()).isEqualTo(8);
    assertThat(refused.place()).isEqualTo(new Place(null, null, 2, 8, 2));
  }

  @Test
  void mergesCells() throws Exception {
    String table =
        tbl(
            tr(tc("<w:gridSpan w:val=\"2\"/>", "a"), tc("<w:vMerge w:val=\"restart\"/>", "b")),
            tr(tc("", "c"), tc("", "d"), tc("<w:vMerge/>", "")),
            tr(
                tc("<w:hMerge w:val=\"restart\"/>", "e"),
                tc("<w:hMerge w:val=\"continue\"/>", ""),
                tc("<w:vMerge w:val=\"continue\"/>", "")),
            tr(tc("", "f"), tc("", "g"), tc("<w:vMerge/>", "h")));
    assertThat(shown(table)).isEqualTo("[a→2|b↓4\nc|d\ne→2\nf|g]");
  }

  @Test
  void aMergeWithNothingAboveIsACell() throws Exception {
    String table =
        tbl(tr(tc("<w:vMerge/>", "a"), tc("", "b")), tr(tc("<w:vMerge/>", "c"), tc("", "d")));
    assertThat(shown(table)).isEqualTo("[a|b\nc|d]");
  }

  @Test
  void showsWhatStandsAfterAcceptingChanges() throws Exception {
    String body =
        "<w:p>"
            + r("收到")
            + "<w:del><w:r><w:delText>12</w:delText></w:r></w:del><w:ins>"
            + r("13")
            + "</w:ins><w:moveFrom>"
            + r("旧")
            + "</w:moveFrom><w:moveTo>"
            + r("件")
            + "</w:moveTo></w:p>"
            + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
            + r("前半")
            + "</w:p>"
            + p("后半")
            + tbl(
                tr(tc("", "a"), tc("", "b")),
                "<w:tr><w:trPr><w:del/></w:trPr>" + tc("", "x") + tc("", "y") + "</w:tr>",
                tr(tc("", "c"), tc("", "d")));
    assertThat(shown(body)).isEqualTo("收到13件\n前半后半\n[a|b\nc|d]");
  }

  @Test
  void leavesHiddenTextOutAndSaysSo() throws Exception {
    PrintedDocument document =
        read(
            new DocxFiles(
                "<w:p>"
                    + r("见")
                    + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>"
                    + "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>明</w:t></w:r></w:p>"));
    assertThat(Printed.drawn(document)).isEqualTo("见明");
    assertThat(document.notices()).containsExactly(new Text("隐藏文字未读取", "Hidden text was left out"));
  }

  @Test
  void breaksTabsSymbolsAndFields() throws Exception {
    assertThat(
            shown(
                "<w:p>"
                    + r("一、总体情况")
                    + "<w:r><w:br/></w:r>"
                    + r("甲")
                    + "<w:r><w:tab/></w:r>"
                    + r("乙")
                    + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:noBreakHyphen/></w:r></w:p>"
                    + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
                    + "<w:r><w:instrText>= 1+1</w:instrText><w:t>x</w:t></w:r>"
                    + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
                    + r("2")
                    + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
                    + r("件")
                    + "</w:p>"))
        .isEqualTo("一、总体情况\n甲\t乙√-\n2件");
  }

  @Test
  void numbersOfListsAreText() throws Exception {
    String item =
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr></w:pPr>%s</w:p>";
    PrintedDocument document =
        read(
            new DocxFiles(
                    item.formatted(0, 1, r("总体情况"))
                        + item.formatted(1, 1, r("概述"))
                        + item.formatted(1, 1, r("主动公开"))
                        + item.formatted(0, 1, r("主动公开政府信息情况"))
                        + item.formatted(1, 1, r("其他"))
                        + item.formatted(0, 2, r("重新开始"))
                        + item.formatted(2, 1, r("点")))
                .with(
                    "numbering",
                    "<w:abstractNum w:abstractNumId=\"7\">"
                        + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"japaneseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
                        + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:suff w:val=\"nothing\"/><w:lvlText w:val=\"%2.\"/></w:lvl>"
                        + "<w:lvl w:ilvl=\"2\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\"/></w:lvl>"
                        + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
                        + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>"));
    assertThat(Printed.paragraphs(document))
        .containsExactly("一、总体情况", "1.概述", "2.主动公开", "二、主动公开政府信息情况", "1.其他", "五、重新开始", "点");
  }

  @Test
  void numbersAndHeadingsOfStyles() throws Exception {
    PrintedDocument document =
        read(
            new DocxFiles(
                    "<w:p><w:pPr><w:pStyle w:val=\"B\"/></w:pPr>" + r("总体情况") + "</w:p>" + p("文"))
                .with(
                    "styles",
                    "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
                        + "<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:name w:val=\"x\"/><w:basedOn w:val=\"A\"/></w:style>")
                .with(
                    "numbering",
                    "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:pStyle w:val=\"A\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"（%1）\"/></w:lvl></w:abstractNum>"
                        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"));
    Paragraph heading = (Paragraph) document.blocks().getFirst();
    assertThat(heading.text()).isEqualTo("（一）总体情况");
    assertThat(heading.heading()).isTrue();
    assertThat(((Paragraph) document.blocks().get(1)).heading()).isFalse();
  }
}
