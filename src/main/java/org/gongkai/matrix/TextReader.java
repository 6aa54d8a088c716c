package org.gongkai.matrix;

import org.gongkai.matrix.Piece.Words;

/** Reads plain text: its lines are paragraphs. */
final class TextReader {

  private TextReader() {}

  static PrintedDocument read(Decoded decoded) throws UnreadableFile {
    Assembly assembly = new Assembly(FileKind.TEXT);
    if (decoded.notice() != null) {
      assembly.notice(decoded.notice());
    }
    assembly.add(new Words(decoded.text(), false));
    return assembly.document();
  }
}
