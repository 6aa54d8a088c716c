package org.gongkai.table;

/** An answer that can be had in every {@link TableFormat}. Only what is asked for is made. */
public interface Tabular {

  /** As JSON, in the shape of the contract. */
  Object json();

  /** As a table: CSV, its description, a workbook. */
  Table table();

  /** As a cube, unless it has too many rows. */
  Cube cube();
}
