package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.platform.Sql;

/**
 * The paths and sections of cells by their numbers, which never change; read again when one is not
 * known.
 */
@Singleton
class CellNames {

  private static final String ALL = "SELECT id, path, section FROM cell";

  private final Sql sql;
  private volatile Map<Short, String> paths = Map.of();
  private volatile Map<Short, String> sections = Map.of();

  CellNames(Sql sql) {
    this.sql = sql;
  }

  /** The section that a cell is in. */
  String section(short id) {
    String section = sections.get(id);
    if (section == null) {
      path(id);
      section = sections.get(id);
    }
    return section;
  }

  String path(short id) {
    String path = paths.get(id);
    if (path != null) {
      return path;
    }
    Map<Short, String> read = new HashMap<>();
    Map<Short, String> in = new HashMap<>();
    sql.list(
        ALL,
        row -> {
          read.put(row.getShort(1), row.getString(2));
          return in.put(row.getShort(1), row.getString(3));
        });
    sections = Map.copyOf(in);
    paths = Map.copyOf(read);
    return read.get(id);
  }
}
