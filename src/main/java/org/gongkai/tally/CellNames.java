package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The paths and sections of cells by their numbers, which never change; read again when one is not
 * known.
 */
@Singleton
class CellNames {

  private final TallyStore store;
  private volatile Map<Short, String> paths = Map.of();
  private volatile Map<Short, String> sections = Map.of();

  CellNames(TallyStore store) {
    this.store = store;
  }

  /** The section that a cell is in. */
  String section(short id) {
    String section = sections.get(id);
    if (section == null) {
      path(id);
      section = sections.get(id);
    }
    return Objects.requireNonNull(section, "cell");
  }

  String path(short id) {
    String path = paths.get(id);
    if (path != null) {
      return path;
    }
    Map<Short, String> read = new HashMap<>();
    Map<Short, String> in = new HashMap<>();
    for (TallyStore.NamedCell cell : store.cells()) {
      read.put(cell.id(), cell.path());
      in.put(cell.id(), cell.section());
    }
    sections = Map.copyOf(in);
    paths = Map.copyOf(read);
    return Objects.requireNonNull(read.get(id), "cell");
  }
}
