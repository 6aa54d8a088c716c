package org.gongkai.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.problem.Text;

/** Whether all that pages show can be read: refuses what cannot, and says what was left aside. */
final class PdfChecks {

  private final List<PdfPage> pages;
  private final List<Text> notices = new ArrayList<>();

  PdfChecks(List<PdfPage> pages) {
    this.pages = List.copyOf(pages);
  }

  List<Text> notices() {
    return notices;
  }

  /**
   * The pages that have text. A first or last page that is a picture, a cover or a stamped
   * signature, is left aside and said; one between would leave a hole.
   */
  List<PdfPage> readable() throws UnreadableFile {
    List<PdfPage> scanned = pages.stream().filter(PdfPage::scanned).toList();
    boolean text =
        pages.stream()
            .filter(page -> !page.scanned())
            .anyMatch(page -> page.glyphs().stream().anyMatch(glyph -> !glyph.blank()));
    boolean within =
        scanned.stream().anyMatch(page -> page.number() > 1 && page.number() < pages.size());
    if (!text || within || scanned.size() * 2 > pages.size()) {
      throw new UnreadableFile(
          UnreadableFile.Reason.SCANNED,
          new Text(
              scanned.isEmpty()
                  ? "PDF文件没有可读取的文字"
                  : "PDF文件第" + numbers(scanned, "、") + "页是图片（扫描件），其中的数字无法可靠读取",
              scanned.isEmpty()
                  ? "The PDF file has no text"
                  : "Pages that are pictures (scanned), whose numbers cannot be read for sure: "
                      + numbers(scanned, ", ")));
    }
    for (PdfPage page : scanned) {
      notices.add(
          new Text(
              "第" + page.number() + "页是图片，未读取",
              "Page " + page.number() + " is a picture and was not read"));
    }
    List<PdfPage> readable = pages.stream().filter(page -> !page.scanned()).toList();
    for (PdfPage page : readable) {
      if (page.unseen() > 0) {
        notices.add(
            new Text(
                "第" + page.number() + "页有" + page.unseen() + "个看不见的字符，未读取",
                "Page "
                    + page.number()
                    + " has "
                    + page.unseen()
                    + " signs that are not seen; they were not read"));
      }
      if (page.slanted() > 0) {
        notices.add(
            new Text(
                "第" + page.number() + "页有倾斜的文字（如水印），未读取",
                "Page " + page.number() + " has slanted text, as a watermark; it was not read"));
      }
    }
    return readable;
  }

  private static String numbers(List<PdfPage> pages, String between) {
    return pages.stream()
        .map(page -> Integer.toString(page.number()))
        .collect(Collectors.joining(between));
  }

  /** Refuses where signs are not known that may be digits, or so many that text is lost. */
  void signs(List<RuledTables.Found> found) throws UnreadableFile {
    long all = 0;
    long unknown = 0;
    for (RuledTables.Found page : found) {
      for (RuledTable table : page.tables()) {
        for (String cell : table.texts()) {
          all += cell.length();
          long here = cell.chars().filter(sign -> sign == 0xFFFD).count();
          unknown += here;
          if (here > 0 && cell.codePoints().filter(Character::isIdeographic).count() < 2 * here) {
            throw unknownSigns();
          }
        }
      }
      for (Glyph glyph : page.outside()) {
        all += glyph.blank() ? 0 : 1;
        unknown += glyph.unknown() ? 1 : 0;
      }
    }
    if (unknown * 50 > all) {
      throw unknownSigns();
    }
    if (unknown > 0) {
      notices.add(
          new Text(
              "有" + unknown + "个字符的字体没有说明是什么字，以\uFFFD表示",
              unknown
                  + " signs are of fonts that do not say what they mean; they stand as \uFFFD"));
    }
  }

  private static UnreadableFile unknownSigns() {
    return new UnreadableFile(
        UnreadableFile.Reason.UNKNOWN_SIGNS,
        new Text(
            "PDF文件的字体没有说明显示的是什么字，无法可靠读取，请上传Word文件",
            "The fonts of the PDF file do not say which signs they show"));
  }

  /** What a file carries besides its pages. */
  static List<Text> leftAside(PDDocument document) {
    List<Text> notices = new ArrayList<>();
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
    if (catalog.containsKey(COSName.OPEN_ACTION)
            && catalog.getDictionaryObject(COSName.OPEN_ACTION) instanceof COSDictionary
        || catalog.containsKey(COSName.AA)
        || (names != null && names.containsKey(COSName.getPDFName("JavaScript")))) {
      notices.add(
          new Text("文件中的脚本和自动动作未执行", "Scripts and actions in the file were not carried out"));
    }
    if (names != null && names.containsKey(COSName.getPDFName("EmbeddedFiles"))) {
      notices.add(new Text("文件中的附件未读取", "Files that are attached were not read"));
    }
    return notices;
  }
}
