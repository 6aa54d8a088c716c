package org.gongkai.document;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** An address as a picture that telephones read. */
final class QrCode {

  /** Of a module of the code: printed 20 mm wide it is still sharp. */
  private static final int PIXELS = 8;

  /** Four light modules around it, as its standard has it (GB/T 18284). */
  private static final Map<EncodeHintType, Object> HINTS =
      Map.of(
          EncodeHintType.ERROR_CORRECTION,
          ErrorCorrectionLevel.M,
          EncodeHintType.CHARACTER_SET,
          "UTF-8",
          EncodeHintType.MARGIN,
          4);

  private QrCode() {}

  /** As a PNG. The same address gives the same bytes. */
  static byte[] png(String address) {
    try {
      BitMatrix modules = new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0, HINTS);
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(drawn(modules), "png", png);
      return png.toByteArray();
    } catch (WriterException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static BufferedImage drawn(BitMatrix modules) {
    int size = modules.getWidth() * PIXELS;
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        image.setRGB(x, y, modules.get(x / PIXELS, y / PIXELS) ? 0 : 0xFFFFFF);
      }
    }
    return image;
  }
}
