package org.gongkai.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gongkai.matrix.DocxFiles.p;
import static org.gongkai.matrix.DocxFiles.tbl;
import static org.gongkai.matrix.DocxFiles.tc;
import static org.gongkai.matrix.DocxFiles.tr;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.gongkai.matrix.UnreadableFile.Reason;
import org.gongkai.pdf.PdfReader;
import org.gongkai.problem.Text;
import org.junit.jupiter.api.Test;

/** Files that were made to do harm, and others that are no report. */
class HostileFilesTest {

  private static final DocumentReaders READERS = new DocumentReaders(new PdfReader());

  private static Reason refused(byte[] file) {
    UnreadableFile refusal =
        catchThrowableOfType(UnreadableFile.class, () -> READERS.read(file, "a.docx"));
    assertThat(refusal).isNotNull();
    assertThat(refusal.text().zh()).isNotBlank();
    assertThat(refusal.text().en()).isNotBlank();
    return refusal.reason();
  }

  private static Reason refused(String file) {
    return refused(file.getBytes(StandardCharsets.UTF_8));
  }

  private static String document(String type, String body) {
    return type
        + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
        + p(body)
        + "</w:body></w:document>";
  }

  @Test
  void entitiesAreRefused() {
    String bomb =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>";
    assertThat(refused(new DocxFiles("").part("word/document.xml", document(bomb, "&c;")).bytes()))
        .isEqualTo(Reason.BROKEN);
    assertThat(
            refused(
                new DocxFiles("")
                    .part("[Content_Types].xml", "<!DOCTYPE x SYSTEM \"file:///etc/hostname\"><x/>")
                    .bytes()))
        .isEqualTo(Reason.BROKEN);
  }

  @Test
  void whatUnpacksToMoreThanAnyReportIsRefused() {
    String blanks = " ".repeat(ReadingLimits.RATIO_FROM * 2);
    assertThat(refused(new DocxFiles("").part("word/document.xml", document("", blanks)).bytes()))
        .isEqualTo(Reason.TOO_LARGE);
    DocxFiles many = new DocxFiles(p("a"));
    for (int i = 0; i < ReadingLimits.ZIP_ENTRIES; i++) {
      many.part("word/media/" + i, new byte[0]);
    }
    assertThat(refused(many.bytes())).isEqualTo(Reason.TOO_LARGE);
    assertThat(refused(new byte[ReadingLimits.FILE_BYTES + 1])).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void moreCellsRowsAndTextThanAnyReportAreRefused() {
    String row = "<tr>" + "<td>1</td>".repeat(100) + "</tr>";
    assertThat(refused("<table>" + row.repeat(1_000) + "</table>")).isEqualTo(Reason.TOO_LARGE);
    assertThat(refused("<table>" + "<tr><td>1<td>2</tr>".repeat(ReadingLimits.ROWS + 1)))
        .isEqualTo(Reason.TOO_LARGE);
    assertThat(refused("<p>1</p>".repeat(ReadingLimits.PARAGRAPHS + 1)))
        .isEqualTo(Reason.TOO_LARGE);
    assertThat(refused("1\n".repeat(ReadingLimits.PARAGRAPHS + 1))).isEqualTo(Reason.TOO_LARGE);
    assertThat(refused("一".repeat(ReadingLimits.SIGNS + 1))).isEqualTo(Reason.TOO_LARGE);
    String cells = tc("", "1").repeat(200);
    assertThat(refused(new DocxFiles(tbl(tr(cells).repeat(500))).bytes()))
        .isEqualTo(Reason.TOO_LARGE);
    assertThat(
            refused(new DocxFiles(tbl(tr(tc("", "1").repeat(ReadingLimits.COLUMNS + 1)))).bytes()))
        .isEqualTo(Reason.TOO_LARGE);
  }

  /** What shows nothing takes memory all the same. */
  @Test
  void tagsAndLinesWithoutTextAreBounded() {
    for (String tag : List.of("<b>", "<p>", "<td>", "<br>", "<meta a>")) {
      assertThat(refused("<html>" + tag.repeat(ReadingLimits.TAGS))).isEqualTo(Reason.TOO_LARGE);
    }
    assertThat(refused("\n".repeat(ReadingLimits.LINES + 1))).isEqualTo(Reason.TOO_LARGE);
    assertThat(refused("\u2028".repeat(ReadingLimits.LINES + 1))).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void deepFilesAreRefusedOrReadFlat() throws Exception {
    String deep = p("x");
    for (int i = 0; i < ReadingLimits.XML_DEPTH; i++) {
      deep = tbl(tr("<w:tc>" + deep + "</w:tc>"));
    }
    assertThat(refused(new DocxFiles(deep).bytes())).isEqualTo(Reason.TOO_LARGE);
    String page = "<div><font>".repeat(50_000) + "底" + "</font></div>".repeat(50_000);
    assertThat(Printed.drawn(READERS.read(page.getBytes(StandardCharsets.UTF_8), null)))
        .isEqualTo("底");
  }

  @Test
  void encryptedFilesAreRefusedAsSuch() throws Exception {
    ByteArrayOutputStream word = new ByteArrayOutputStream();
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("x");
      try (OutputStream out = encryptor.getDataStream(file)) {
        out.write(new DocxFiles(p("a")).bytes());
      }
      file.writeFilesystem(word);
    }
    assertThat(refused(word.toByteArray())).isEqualTo(Reason.ENCRYPTED);

    ByteArrayOutputStream excel = new ByteArrayOutputStream();
    Biff8EncryptionKey.setCurrentUserPassword("x");
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      workbook.createSheet().createRow(0).createCell(0).setCellValue("a");
      workbook.write(excel);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    assertThat(refused(excel.toByteArray())).isEqualTo(Reason.ENCRYPTED);
  }

  @Test
  void otherKindsAreRefusedWithTheirName() throws Exception {
    assertThat(refused("")).isEqualTo(Reason.BROKEN);
    assertThat(refused("{\\rtf1 x}")).isEqualTo(Reason.UNKNOWN_KIND);
    assertThat(refused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10})).isEqualTo(Reason.SCANNED);
    assertThat(refused(new byte[] {0x1f, (byte) 0x8b, 8, 0})).isEqualTo(Reason.UNKNOWN_KIND);
    assertThat(refused(new DocxFiles("").part("mimetype", "x").part("content.xml", "<x/>").bytes()))
        .isEqualTo(Reason.UNKNOWN_KIND);
    assertThat(refused(new DocxFiles("").part("OFD.xml", "<x/>").bytes()))
        .isEqualTo(Reason.UNKNOWN_KIND);
    assertThat(refused(new byte[] {'P', 'K', 3, 4, 0, 0})).isEqualTo(Reason.BROKEN);
    byte[] noise = new byte[4_000];
    new Random(1).nextBytes(noise);
    assertThat(refused(noise)).isEqualTo(Reason.BROKEN);
  }

  @Test
  void macrosAndEmbeddedFilesAreSaid() throws Exception {
    PrintedDocument document =
        READERS.read(
            new DocxFiles(p("a"))
                .part("word/vbaProject.bin", new byte[10])
                .part("word/embeddings/a.bin", new byte[10])
                .bytes(),
            null);
    assertThat(Printed.drawn(document)).isEqualTo("a");
    assertThat(document.notices())
        .extracting(Text::zh)
        .containsExactly("文件含有宏，已忽略", "文件嵌入了其他文件或控件，未读取");
  }

  @Test
  void anArchiveOfAPageIsReadAsThePage() throws Exception {
    String archive =
        """
        MIME-Version: 1.0
        Content-Type: multipart/related; boundary="----=_x"

        ------=_x
        Content-Type: text/html; charset="gb2312"
        Content-Transfer-Encoding: quoted-printable
        Content-Location: a.htm

        <html><body><p>=B9=AB=BF=AA</p><table><tr><td>a<td>=
        b</tr></table></body></html>
        ------=_x
        Content-Type: image/png
        Content-Transfer-Encoding: base64

        AAAA
        ------=_x--
        """;
    for (String lines : List.of(archive, archive.replace("\n", "\r\n"))) {
      assertThat(Printed.drawn(READERS.read(lines.getBytes(StandardCharsets.ISO_8859_1), null)))
          .isEqualTo("公开\n[a|b]");
    }
  }

  @Test
  void nothingIsFetched() throws Exception {
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      server.configureBlocking(false);
      String url =
          "http://127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort() + "/x";
      String external = "TargetMode=\"External\"";
      PrintedDocument word =
          READERS.read(
              new DocxFiles(p("a"))
                  .relate("image", url, external)
                  .relate("styles", url, external)
                  .relate("numbering", url, external)
                  .relate("attachedTemplate", url, external)
                  .bytes(),
              null);
      assertThat(Printed.drawn(word)).isEqualTo("a");
      assertThat(word.notices()).extracting(Text::zh).containsExactly("文件引用了外部内容，未读取");
      for (String type :
          List.of(
              "<!DOCTYPE x SYSTEM \"" + url + "\">",
              "<!DOCTYPE x [<!ENTITY a SYSTEM \"" + url + "\">]>",
              "<!DOCTYPE x [<!ENTITY % a SYSTEM \"" + url + "\"> %a;]>")) {
        assertThat(
                refused(new DocxFiles("").part("word/document.xml", document(type, "&a;")).bytes()))
            .isEqualTo(Reason.BROKEN);
      }
      PrintedDocument page =
          READERS.read(
              ("<!DOCTYPE html SYSTEM '%1$s'><html><head><base href='%1$s'><link rel=stylesheet href='%1$s'>"
                      + "<style>@import url(%1$s);</style><script src='%1$s'></script></head>"
                      + "<body background='%1$s'><img src='%1$s'><iframe src='%1$s'></iframe>"
                      + "<object data='%1$s'></object><a href='%1$s'>a</a></body></html>")
                  .formatted(url)
                  .getBytes(StandardCharsets.UTF_8),
              null);
      assertThat(Printed.drawn(page)).isEqualTo("a");
      assertThat(server.accept()).isNull();
    }
  }
}
