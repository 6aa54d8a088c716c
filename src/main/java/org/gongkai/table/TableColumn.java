package org.gongkai.table;

import org.gongkai.problem.Text;

/**
 * A column of a {@link Table}. Rooms bring their own, so that they can ask a column what it is of;
 * equal columns are one.
 */
public interface TableColumn {

  /** Its code: the name that CSV, JSON-stat and CSVW give it, in no language. */
  String id();

  Kind kind();

  Role role();

  /** What stands above it where people read. */
  Text title();

  /** What its values are, in a sentence. */
  Text description();

  /** What values it has. */
  enum Kind {
    TEXT("string"),
    /** A text that is long, as names are, so that a workbook gives it room. */
    NAME("string"),
    WHOLE("integer"),
    DECIMAL("decimal"),
    FLAG("boolean"),
    DATE("date");

    private final String datatype;

    Kind(String datatype) {
      this.datatype = datatype;
    }

    /** As CSV on the Web calls it. */
    String datatype() {
      return datatype;
    }
  }

  /** What it is for. */
  enum Role {
    /** With the other keys it tells the rows apart. */
    KEY,
    /** A number of the row. */
    MEASURE,
    /** Says more of the row. */
    ATTRIBUTE
  }
}
