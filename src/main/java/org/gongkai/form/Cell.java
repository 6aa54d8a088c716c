package org.gongkai.form;

import org.gongkai.problem.Text;

/**
 * A place for one figure.
 *
 * @param path the cell's name everywhere: {@code applications.received.naturalPerson}
 * @param leaf whether rollups add it; a total is checked and computed instead
 * @param label section, row and column as the form prints them
 */
public record Cell(String path, String section, Row row, Column column, boolean leaf, Text label) {}
