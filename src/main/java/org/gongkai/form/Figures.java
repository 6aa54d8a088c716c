package org.gongkai.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** What a report states in the cells, by path. Every cell of the report's editions is there. */
public record Figures(Map<String, Figure> byPath) {

  public Figures {
    byPath = Collections.unmodifiableMap(new LinkedHashMap<>(byPath));
  }

  /** The figure of a cell; null when the report's edition has no such cell. */
  public Figure at(String path) {
    return byPath.get(path);
  }

  public void forEach(BiConsumer<String, Figure> consumer) {
    byPath.forEach(consumer);
  }
}
