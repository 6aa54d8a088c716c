package org.gongkai.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The code at the end of a document, read as a telephone reads it. */
class QrCodeTest {

  private static final String ADDRESS = "https://gongkai.example/receipts/3710020043-2021-000017-5";

  private static Paper paper(@Nullable String address) {
    return new Paper(
        "报告",
        List.of(new Paper.Words(Paper.Part.BODY, "无。")),
        new Paper.Proof(List.of("回执编号：1"), address));
  }

  @Test
  void leadsToTheReceiptFromAWebPage() throws Exception {
    String page = new String(HtmlWriter.bytes(paper(ADDRESS)), StandardCharsets.UTF_8);
    String data = page.replaceFirst("(?s).*base64,([^\"]+)\".*", "$1");
    assertThat(read(ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data)))))
        .isEqualTo(ADDRESS);
  }

  @Test
  void leadsToTheReceiptFromAWordFile() throws Exception {
    try (XWPFDocument word =
        new XWPFDocument(new ByteArrayInputStream(WordWriter.bytes(paper(ADDRESS))))) {
      var picture =
          word.getParagraphs().stream()
              .flatMap(p -> p.getRuns().stream())
              .flatMap(r -> r.getEmbeddedPictures().stream())
              .findFirst()
              .orElseThrow();
      byte[] png = picture.getPictureData().getData();
      assertThat(read(ImageIO.read(new ByteArrayInputStream(png)))).isEqualTo(ADDRESS);
    }
  }

  @Test
  void leadsToTheReceiptFromAPdf() throws Exception {
    ChineseFont.required();
    byte[] pdf = new PdfWriter(ChineseFont.FONTS, Duration.ofMinutes(1), 1).bytes(paper(ADDRESS));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(read(new PDFRenderer(document).renderImageWithDPI(0, 300))).isEqualTo(ADDRESS);
    }
  }

  @Test
  void isNotThereWhereNoAddressIsKnown() throws IOException {
    assertThat(new String(HtmlWriter.bytes(paper(null)), StandardCharsets.UTF_8))
        .doesNotContain("<img");
    try (XWPFDocument word =
        new XWPFDocument(new ByteArrayInputStream(WordWriter.bytes(paper(null))))) {
      assertThat(word.getAllPictures()).isEmpty();
    }
  }

  private static String read(BufferedImage image) throws Exception {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    var source = new RGBLuminanceSource(width, height, pixels);
    try {
      return new QRCodeReader()
          .decode(
              new BinaryBitmap(new HybridBinarizer(source)),
              Map.of(DecodeHintType.TRY_HARDER, true))
          .getText();
    } catch (NotFoundException e) {
      throw new AssertionError("no code in the picture", e);
    }
  }
}
