package org.gongkai.matrix;

import java.util.ArrayDeque;
import java.util.Deque;

/** Fields of Word: of a field its result is shown, and not what it asks for. */
final class DocFields {

  private static final int MOST = 1_000;

  private final Deque<Field> open = new ArrayDeque<>();
  private final Assembly assembly;

  private static final class Field {
    private final StringBuilder code = new StringBuilder();
    private boolean hidden = true;
  }

  DocFields(Assembly assembly) {
    this.assembly = assembly;
  }

  boolean shown() {
    for (Field field : open) {
      if (field.hidden) {
        return false;
      }
    }
    return true;
  }

  void begin() throws UnreadableFile {
    if (open.size() >= MOST) {
      throw ReadingLimits.broken("文件中的域没有结束", "Fields in the file do not end");
    }
    open.push(new Field());
  }

  void code(String text) {
    Field field = open.peek();
    if (field != null && field.hidden) {
      field.code.append(text);
    }
  }

  void separate() {
    Field field = open.peek();
    if (field == null) {
      return;
    }
    field.hidden = field.code.toString().strip().startsWith("TOC");
    if (field.hidden) {
      contents();
    }
  }

  void end() {
    open.poll();
  }

  void contents() {
    assembly.notice("目录未读取", "The table of contents was left out");
  }
}
