package org.gongkai.form;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What a report states in the cells, by path. Every cell of the report's editions is there. */
public record Figures(Map<String, Figure> byPath) {

  public Figures {
    byPath = Collections.unmodifiableMap(new LinkedHashMap<>(byPath));
  }

  /** The figure of a cell; null when the report's edition has no such cell. */
  public @Nullable Figure at(String path) {
    return byPath.get(path);
  }

  /** The figure of a cell that the report's edition has. */
  public Figure known(String path) {
    return Objects.requireNonNull(byPath.get(path), path);
  }

  /** The same with other numbers in some cells. */
  public Figures with(Map<String, BigDecimal> numbers) {
    Map<String, Figure> changed = new LinkedHashMap<>(byPath);
    numbers.forEach((path, number) -> changed.put(path, new Figure.Stated(number)));
    return new Figures(changed);
  }

  public void forEach(BiConsumer<String, Figure> consumer) {
    byPath.forEach(consumer);
  }
}
