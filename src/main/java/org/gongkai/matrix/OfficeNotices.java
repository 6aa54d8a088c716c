package org.gongkai.matrix;

import org.gongkai.problem.Text;

/** What is said of every office file: macros and embedded files are left aside. */
final class OfficeNotices {

  static final Text MACROS = new Text("文件含有宏，已忽略", "The file has macros, which were ignored");

  private OfficeNotices() {}

  static void of(OfficePackage file, Assembly assembly) {
    boolean macros = false;
    boolean embedded = false;
    for (String name : file.names()) {
      macros |= name.endsWith("/vbaproject.bin") || name.contains("/macrosheets/");
      embedded |= name.contains("/embeddings/") || name.contains("/activex/");
    }
    if (macros) {
      assembly.notice(MACROS);
    }
    if (embedded) {
      assembly.notice("文件嵌入了其他文件或控件，未读取", "Files or controls within the file were not read");
    }
  }
}
