package org.gongkai.matrix;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.gongkai.problem.Text;

/** Files of old Word and Excel, and the envelope of encrypted new ones. */
final class CompoundFile {

  private CompoundFile() {}

  static PrintedDocument read(byte[] bytes) throws UnreadableFile {
    try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      DirectoryNode root = file.getRoot();
      if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
        throw encrypted();
      }
      if (root.hasEntryCaseInsensitive("WordDocument")) {
        return new DocReader().read(root);
      }
      if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
        return new XlsReader().read(root);
      }
    } catch (IOException e) {
      throw ReadingLimits.broken("文件损坏或不完整", "The file is broken or incomplete").from(e);
    }
    throw ReadingLimits.unknown(
        "只读取Word和Excel文件，不读取其他Office文件", "Of office files only those of Word and Excel are read");
  }

  static UnreadableFile encrypted() {
    return new UnreadableFile(
        UnreadableFile.Reason.ENCRYPTED,
        new Text("文件已加密，请去掉密码后再提交", "The file is encrypted; send it without a password"));
  }
}
