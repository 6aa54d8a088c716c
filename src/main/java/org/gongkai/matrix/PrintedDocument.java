package org.gongkai.matrix;

import java.util.List;
import org.gongkai.problem.Text;

/**
 * What a file shows.
 *
 * @param kind what kind of file it is
 * @param blocks paragraphs and tables in the order of reading
 * @param notices what was left aside and why, as macros or pictures
 */
public record PrintedDocument(FileKind kind, List<Block> blocks, List<Text> notices) {

  public PrintedDocument {
    blocks = List.copyOf(blocks);
    notices = List.copyOf(notices);
  }
}
