package org.gongkai.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns that a file may have, each with the heads by which people call it. */
final class FileColumns {

  private final List<String> required = new ArrayList<>();
  private final List<String> listed = new ArrayList<>();
  private final Map<String, String> byHead = new HashMap<>();

  /** A column that the file must have. */
  FileColumns with(String column, String... heads) {
    required.add(column);
    return orWith(column, heads);
  }

  /** A column that the file may have. */
  FileColumns orWith(String column, String... heads) {
    listed.add(column + "（" + heads[0] + "）");
    byHead.put(PlainWord.of(column), column);
    for (String head : heads) {
      byHead.put(PlainWord.of(head), column);
    }
    return this;
  }

  /** The column that a head means. */
  Optional<String> named(String head) {
    return Optional.ofNullable(byHead.get(PlainWord.of(head)));
  }

  List<String> required() {
    return required;
  }

  /** All of them, each with its most usual Chinese head. */
  String listed() {
    return String.join(", ", listed);
  }
}
