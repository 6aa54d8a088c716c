package org.gongkai.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.gongkai.Seeds;
import org.gongkai.matrix.Printed;
import org.gongkai.matrix.PrintedDocument;
import org.gongkai.matrix.UnreadableFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** PDF files that are broken, or made to break a reader. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class PdfMutationTest {

  private static byte[] table(Random random) {
    DrawnTables table = new DrawnTables(random, 50, 60);
    DrawnTables.Style[] styles = DrawnTables.Style.values();
    return PdfFiles.file(
        sheet -> table.draw(sheet, styles[random.nextInt(styles.length)]),
        sheet -> sheet.text(50, 80, 12, "二、主动公开政府信息情况"));
  }

  /** Reads it, or refuses it; anything else is thrown. */
  private static boolean read(byte[] file) {
    try {
      new PdfReader().read(file);
      return true;
    } catch (UnreadableFile refused) {
      assertThat(refused.text().en()).isNotBlank();
      return false;
    }
  }

  @Test
  void brokenFilesAreReadOrRefused() throws IOException {
    Random random = new Random(16);
    List<byte[]> files = new ArrayList<>();
    files.add(Printed.file("huaian-city-2024.pdf"));
    for (int i = 0; i < 20; i++) {
      files.add(table(random));
    }
    int refused = 0;
    int count = Seeds.number(150, 10_000);
    try (ServerSocket nobody = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      nobody.setSoTimeout(1);
      for (int i = 0; i < count; i++) {
        // the large one is read more rarely, as it takes longer
        byte[] file = files.get(i % 25 == 0 ? 0 : 1 + random.nextInt(files.size() - 1));
        refused += read(mutated(file, random, nobody.getLocalPort())) ? 0 : 1;
      }
      assertThatThrownBy(nobody::accept).isInstanceOf(java.net.SocketTimeoutException.class);
    }
    assertThat(refused).isBetween(1, count - 1);
  }

  private static byte[] mutated(byte[] file, Random random, int port) {
    byte[] changed = file.clone();
    switch (random.nextInt(5)) {
      case 0 -> {
        for (int i = 1 + random.nextInt(20); i > 0; i--) {
          changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
      }
      case 1 -> {
        return java.util.Arrays.copyOf(changed, random.nextInt(changed.length));
      }
      case 2 -> {
        // numbers of objects, lengths, offsets
        for (int i = 0; i < changed.length; i++) {
          if (changed[i] >= '0' && changed[i] <= '9' && random.nextInt(60) == 0) {
            changed[i] = (byte) ('0' + random.nextInt(10));
          }
        }
      }
      case 3 -> {
        int from = random.nextInt(changed.length);
        int length = Math.min(random.nextInt(400), changed.length - from);
        System.arraycopy(changed, from, changed, random.nextInt(changed.length - length), length);
      }
      default -> {
        String address =
            "/URI (http://127.0.0.1:" + port + "/) /F (http://127.0.0.1:" + port + "/)";
        String text = new String(changed, StandardCharsets.ISO_8859_1);
        changed =
            text.replaceFirst(
                    "/Type /Page\\b", "/Type /Page /AA << /O << /S /URI " + address + ">> >>")
                .getBytes(StandardCharsets.ISO_8859_1);
      }
    }
    return changed;
  }

  private static void refused(byte[] file, UnreadableFile.Reason... reasons) {
    assertThatThrownBy(() -> new PdfReader().read(file))
        .isInstanceOfSatisfying(
            UnreadableFile.class, refusal -> assertThat(refusal.reason()).isIn((Object[]) reasons));
  }

  @Test
  void tenThousandPagesAreRefused() {
    byte[] file =
        PdfFiles.changed(
            document -> {
              for (int i = 0; i < 10_000; i++) {
                document.addPage(new PDPage());
              }
            },
            sheet -> sheet.text(50, 80, 12, "一"));
    refused(file, UnreadableFile.Reason.TOO_LARGE);
  }

  @Test
  void partsThatUnpackWithoutEndAreRefused() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9))) {
      byte[] blanks = new byte[1 << 20];
      java.util.Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i < 200; i++) {
        out.write(blanks);
      }
    }
    String head =
        "%PDF-1.4\n"
            + "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>endobj\n"
            + "4 0 obj<</Length "
            + packed.size()
            + "/Filter/FlateDecode>>stream\n";
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    packed.writeTo(file);
    file.writeBytes(
        "\nendstream endobj\ntrailer<</Root 1 0 R>>".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(file.size()).isLessThan(1 << 20);
    refused(file.toByteArray(), UnreadableFile.Reason.TOO_LARGE);
  }

  @Test
  void drawingsWithoutEndAreRefused() {
    refused(
        PdfFiles.file(
            sheet -> {
              for (int i = 0; i < 450_000; i++) {
                sheet.raw("1 1 m 9 9 l S");
              }
            }),
        UnreadableFile.Reason.TOO_LARGE);
  }

  /** The bytes are few, what the library would make of them is not. */
  @Test
  void contentsThatTakeManyTimesTheirSizeAreRefused() throws IOException {
    for (String piece : List.of("q ", "[]", "<<>>", "(a)", "/a ", "1.5 ")) {
      byte[] content = piece.repeat(5 << 20).getBytes(StandardCharsets.US_ASCII);
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9))) {
        out.write(content);
      }
      byte[] file = PdfFiles.withContent("/FlateDecode", packed.toByteArray());
      assertThat(file.length).isLessThan(100_000);
      refused(file, UnreadableFile.Reason.TOO_LARGE);
    }
    byte[] runs = new byte[2 << 20];
    java.util.Arrays.fill(runs, (byte) 129);
    refused(
        PdfFiles.withContent("[/RunLengthDecode /RunLengthDecode]", runs),
        UnreadableFile.Reason.TOO_LARGE);
    byte[] states = "q ".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
    refused(PdfFiles.withContent("[]", states), UnreadableFile.Reason.TOO_LARGE);
  }

  @Test
  void formsThatDrawThemselvesAreRefused() {
    byte[] file =
        PdfFiles.changed(
            document -> {
              COSDictionary objects = new COSDictionary();
              var form = document.getDocument().createCOSStream();
              form.setItem(COSName.SUBTYPE, COSName.FORM);
              form.setItem(COSName.RESOURCES, document.getPage(0).getResources().getCOSObject());
              COSArray box = new COSArray();
              for (int side : new int[] {0, 0, 600, 900}) {
                box.add(org.apache.pdfbox.cos.COSInteger.get(side));
              }
              form.setItem(COSName.BBOX, box);
              try (var out = form.createOutputStream()) {
                out.write("/X Do /X Do".getBytes(StandardCharsets.US_ASCII));
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
              objects.setItem("X", form);
              document.getPage(0).getResources().getCOSObject().setItem(COSName.XOBJECT, objects);
            },
            sheet -> sheet.raw("/X Do"));
    refused(file, UnreadableFile.Reason.BROKEN, UnreadableFile.Reason.TOO_LARGE);
  }

  @Test
  void scriptsAreSaidAndNotCarriedOut() throws Exception {
    byte[] file =
        PdfFiles.changed(
            (PDDocument document) ->
                document
                    .getDocumentCatalog()
                    .setOpenAction(new PDActionJavaScript("app.alert('a')")),
            sheet -> sheet.text(50, 80, 12, "一、总体情况"));
    PrintedDocument document = new PdfReader().read(file);
    assertThat(Printed.drawn(document)).isEqualTo("一、总体情况");
    assertThat(document.notices())
        .extracting(notice -> notice.zh())
        .containsExactly("文件中的脚本和自动动作未执行");
  }
}
