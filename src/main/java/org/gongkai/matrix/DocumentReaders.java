package org.gongkai.matrix;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out what kind of file it is, by its bytes and not by its name, and reads it. */
public final class DocumentReaders {

  private static final int HEAD = 1 << 16;
  private static final Pattern MARKUP =
      Pattern.compile("(?i)<(!doctype\\s+html|html|head|body|table|div|p|span|td|br)[\\s>/]");

  /**
   * @param name the file's name, for what its bytes leave open; null where unknown
   * @throws UnreadableFile where it cannot be read wholly and for sure
   */
  public PrintedDocument read(byte[] bytes, @Nullable String name) throws UnreadableFile {
    if (bytes.length == 0) {
      throw ReadingLimits.broken("文件是空的", "The file is empty");
    }
    if (FileSignature.ZIP.begins(bytes)) {
      return office(bytes);
    }
    if (FileSignature.pdf(bytes)) {
      return new PdfReader().read(bytes);
    }
    return text(bytes);
  }

  private static PrintedDocument office(byte[] bytes) throws UnreadableFile {
    try (OfficePackage file = OfficePackage.open(bytes)) {
      if (file.has("word/document.xml")) {
        return new DocxReader().read(file);
      }
    }
    throw ReadingLimits.unknown("不能识别的文件类型", "No kind of file that is read");
  }

  private static PrintedDocument text(byte[] bytes) throws UnreadableFile {
    Decoded decoded = Decoded.of(bytes);
    String head = decoded.text().substring(0, Math.min(HEAD, decoded.text().length()));
    if (MARKUP.matcher(head).find()) {
      return new HtmlReader().read(decoded.text(), decoded.notice());
    }
    return TextReader.read(decoded);
  }
}
