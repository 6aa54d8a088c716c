package org.gongkai.rollup;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.platform.Sql;

/** The paths of cells by their numbers, which never change; read again when one is not known. */
@Singleton
class CellNames {

  private static final String ALL = "SELECT id, path FROM cell";

  private final Sql sql;
  private volatile Map<Short, String> paths = Map.of();

  CellNames(Sql sql) {
    this.sql = sql;
  }

  String path(short id) {
    String path = paths.get(id);
    if (path != null) {
      return path;
    }
    Map<Short, String> read = new HashMap<>();
    sql.list(ALL, row -> read.put(row.getShort(1), row.getString(2)));
    paths = Map.copyOf(read);
    return read.get(id);
  }
}
