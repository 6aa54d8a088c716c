package org.gongkai.matrix;

/** What is said of every office file: macros and embedded files are left aside. */
final class OfficeNotices {

  private OfficeNotices() {}

  static void of(OfficePackage file, Assembly assembly) {
    boolean macros = false;
    boolean embedded = false;
    for (String name : file.names()) {
      macros |= name.endsWith("/vbaproject.bin") || name.contains("/macrosheets/");
      embedded |= name.contains("/embeddings/") || name.contains("/activex/");
    }
    if (macros) {
      assembly.notice("文件含有宏，已忽略", "The file has macros, which were ignored");
    }
    if (embedded) {
      assembly.notice("文件嵌入了其他文件或控件，未读取", "Files or controls within the file were not read");
    }
  }
}
