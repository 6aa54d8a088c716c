package org.gongkai.matrix;

/** Reads files of one kind. */
public interface DocumentReader {

  /**
   * Reads a file.
   *
   * @param bytes the whole file
   * @throws UnreadableFile where it cannot be read wholly and for sure
   */
  PrintedDocument read(byte[] bytes) throws UnreadableFile;
}
