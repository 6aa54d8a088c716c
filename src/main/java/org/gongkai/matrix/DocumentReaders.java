package org.gongkai.matrix;

import java.util.regex.Pattern;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what kind of file it is, by its bytes and not by its name, and reads it: in bounded
 * time and memory, and without fetching anything.
 */
public final class DocumentReaders {

  private static final Pattern MARKUP =
      Pattern.compile("(?i)<(!doctype\\s+html|html|head|body|table|div|p|span|td|br)[\\s>/]");

  private final BoundedReading bounded = new BoundedReading();
  private final DocumentReader pdf;

  /**
   * Readers of all kinds.
   *
   * @param pdf reads PDF files, which is a room of its own
   */
  public DocumentReaders(DocumentReader pdf) {
    this.pdf = pdf;
  }

  /**
   * Reads a file of whatever kind, within bounds of time and size.
   *
   * @param name the file's name; what it ends in is not believed
   * @throws UnreadableFile where it cannot be read wholly and for sure
   */
  public PrintedDocument read(byte[] bytes, @Nullable String name) throws UnreadableFile {
    if (bytes.length == 0) {
      throw ReadingLimits.broken("文件是空的", "The file is empty");
    }
    if (bytes.length > ReadingLimits.FILE_BYTES) {
      throw ReadingLimits.tooLarge("文件过大", "The file is too large");
    }
    return bounded.read(() -> readByKind(bytes));
  }

  private PrintedDocument readByKind(byte[] bytes) throws UnreadableFile {
    FileSignature signature = FileSignature.of(bytes);
    return switch (signature) {
      case ZIP -> office(bytes);
      case OLE2 -> CompoundFile.read(bytes);
      case PDF -> pdf.read(bytes);
      case RTF ->
          throw ReadingLimits.unknown(
              "RTF文件不能读取，请另存为docx", "RTF files are not read; save it as docx");
      case PICTURE ->
          throw new UnreadableFile(
              UnreadableFile.Reason.SCANNED,
              new Text("图片没有文字，不能读取", "A picture has no text and cannot be read"));
      case ARCHIVE ->
          throw ReadingLimits.unknown(
              "压缩文件不能读取，请解压后提交", "Packed files are not read; send what is in it");
      case MHTML -> Mhtml.read(bytes);
      case NONE -> text(bytes);
    };
  }

  private static PrintedDocument office(byte[] bytes) throws UnreadableFile {
    try (OfficePackage file = OfficePackage.open(bytes)) {
      return switch (file.kind()) {
        case DOCX -> new DocxReader().read(file);
        case XLSX -> new XlsxReader().read(file);
      };
    }
  }

  /** Text of whatever look: a page or plain text. */
  static PrintedDocument text(byte[] bytes) throws UnreadableFile {
    Decoded decoded = Decoded.of(bytes);
    String head = decoded.head();
    if (head.contains("urn:schemas-microsoft-com:office:spreadsheet")
        || head.contains("http://schemas.microsoft.com/office/word/2003/wordml")
        || head.contains("http://schemas.microsoft.com/office/2006/xmlPackage")) {
      if (head.stripLeading().startsWith("<?xml")) {
        throw ReadingLimits.unknown(
            "Office XML格式不能读取，请另存为docx或xlsx",
            "Office files as plain XML are not read; save it as docx or xlsx");
      }
    }
    return MARKUP.matcher(head).find()
        ? new HtmlReader().read(decoded)
        : new PlainTextReader().read(decoded);
  }
}
