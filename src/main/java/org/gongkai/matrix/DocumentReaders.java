package org.gongkai.matrix;

import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/** Finds out what kind of file it is, by its bytes and not by its name, and reads it. */
public final class DocumentReaders {

  /**
   * @param name the file's name, for what its bytes leave open; null where unknown
   * @throws UnreadableFile where it cannot be read wholly and for sure
   */
  public PrintedDocument read(byte[] bytes, @Nullable String name) throws UnreadableFile {
    throw new UnreadableFile(
        UnreadableFile.Reason.UNKNOWN_KIND, new Text("不能识别的文件类型", "No kind of file that is read"));
  }
}
