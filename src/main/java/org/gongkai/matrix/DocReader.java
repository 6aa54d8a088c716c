package org.gongkai.matrix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.poifs.filesystem.DirectoryNode;

/** Reads files of Word 97 to 2003, and those of WPS, which are the same. */
final class DocReader {

  PrintedDocument read(DirectoryNode file) throws UnreadableFile {
    Assembly assembly = new Assembly(FileKind.DOC);
    if (file.hasEntryCaseInsensitive("Macros")) {
      assembly.notice(OfficeNotices.MACROS);
    }
    if (file.hasEntryCaseInsensitive("ObjectPool")) {
      assembly.notice("嵌入的对象未读取", "Embedded objects were not read");
    }
    try (HWPFDocument document = new HWPFDocument(file)) {
      DocFlow flow = new DocFlow(document, assembly);
      List<Piece> pieces = new ArrayList<>();
      flow.blocks(document.getRange(), 0, pieces);
      flow.blocks(document.getMainTextboxRange(), 0, pieces);
      flow.blocks(document.getFootnoteRange(), 0, pieces);
      flow.blocks(document.getEndnoteRange(), 0, pieces);
      assembly.addAll(pieces);
    } catch (EncryptedDocumentException e) {
      throw CompoundFile.encrypted().from(e);
    } catch (OldWordFileFormatException e) {
      throw ReadingLimits.unknown(
              "Word 95及更早的文件不能读取，请另存为docx",
              "Files of Word 95 and before are not read; save it as docx")
          .from(e);
    } catch (IOException e) {
      throw ReadingLimits.broken("文件损坏或不完整", "The file is broken or incomplete").from(e);
    }
    return assembly.document();
  }
}
