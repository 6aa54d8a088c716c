package org.gongkai.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.gongkai.matrix.Block;
import org.gongkai.matrix.DocumentReader;
import org.gongkai.matrix.FileKind;
import org.gongkai.matrix.PrintedDocument;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.problem.Text;

/**
 * Reads PDF files that have text: tables by their lines, text by where it stands. A PDF file knows
 * neither; what its lines and signs leave open is refused, as a number in the wrong cell is worse
 * than none.
 */
public final class PdfReader implements DocumentReader {

  /** What unpacked parts of a file may take, beyond the 20 MB that a file has at most. */
  private static final long MEMORY = 96L * 1024 * 1024;

  private static final int ANNOTATIONS = 2_000;

  @Override
  public PrintedDocument read(byte[] bytes) throws UnreadableFile {
    PdfFonts.useOwn();
    PdfBudget budget = new PdfBudget();
    try {
      PackedStreams.check(bytes);
      try (PDDocument document =
          Loader.loadPDF(
              bytes, "", null, null, MemoryUsageSetting.setupMainMemoryOnly(MEMORY).streamCache)) {
        return read(document, budget);
      }
    } catch (PdfBudget.Refused refused) {
      throw refused.file();
    } catch (InvalidPasswordException e) {
      throw new UnreadableFile(
              UnreadableFile.Reason.ENCRYPTED,
              new Text("PDF文件设有打开密码，请取消密码后再上传", "The PDF file needs a password; remove it first"))
          .from(e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // the library takes broken files for many errors of its own
      throw broken().from(e);
    }
  }

  private static UnreadableFile broken() {
    return new UnreadableFile(
        UnreadableFile.Reason.BROKEN, new Text("PDF文件已损坏，无法完整读取", "The PDF file is broken"));
  }

  private static PrintedDocument read(PDDocument document, PdfBudget budget)
      throws IOException, UnreadableFile {
    int count = document.getNumberOfPages();
    if (count > PdfBudget.PAGES) {
      throw new UnreadableFile(
          UnreadableFile.Reason.TOO_LARGE,
          new Text(
              "PDF文件有" + count + "页，超过" + PdfBudget.PAGES + "页",
              "The PDF file has " + count + " pages, more than " + PdfBudget.PAGES));
    }
    PdfLayers layers = new PdfLayers(document);
    List<PdfPage> pages = new ArrayList<>();
    for (PDPage page : document.getPages()) {
      budget.time();
      if (pages.size() >= PdfBudget.PAGES) {
        throw broken();
      }
      PdfCanvas canvas = new PdfCanvas(page, budget, layers);
      canvas.processPage(page);
      annotations(page, canvas);
      pages.add(canvas.seen(pages.size() + 1));
    }
    if (pages.size() != count) {
      throw broken();
    }
    PdfChecks checks = new PdfChecks(pages);
    List<PdfPage> readable = checks.readable();
    List<RuledTables.Found> tables = new ArrayList<>();
    for (PdfPage page : readable) {
      tables.add(new RuledTables(page, budget).find());
    }
    checks.signs(tables);
    List<Block> blocks = PdfBlocks.of(readable, tables);
    List<Text> notices = new ArrayList<>(checks.notices());
    notices.addAll(PdfChecks.leftAside(document));
    return new PrintedDocument(FileKind.PDF, blocks, notices);
  }

  /** Fields of forms and texts that were typed on a page belong to what it shows. */
  private static void annotations(PDPage page, PdfCanvas canvas) throws IOException {
    List<PDAnnotation> annotations = page.getAnnotations();
    if (annotations.size() > ANNOTATIONS) {
      throw new IOException("Annotations without end");
    }
    for (PDAnnotation annotation : annotations) {
      String kind = annotation.getCOSObject().getNameAsString(COSName.SUBTYPE);
      boolean text = "Widget".equals(kind) || "FreeText".equals(kind);
      if (text
          && !annotation.isHidden()
          && !annotation.isNoView()
          && !canvas.inHiddenLayer(annotation.getCOSObject())) {
        canvas.showAnnotation(annotation);
      }
    }
  }
}
