package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.gongkai.matrix.Matrix;
import org.gongkai.matrix.Place;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/** What one table holds of one section. */
final class TableReading {

  /**
   * A cell of the section, whichever edition has it.
   *
   * @param unit which the labels around it print; null where they print none
   */
  record Value(
      String row, String column, Matrix.Cell cell, Certainty certainty, @Nullable String unit) {

    Value likely() {
      return new Value(row, column, cell, Certainty.LIKELY, unit);
    }
  }

  /** What belongs to the section and was not taken. */
  record Refusal(String text, Place place, Text reason) {}

  private final List<Value> values = new ArrayList<>();
  private final Set<Matrix.Cell> labels = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<String> around = new ArrayList<>();

  List<Value> values() {
    return values;
  }

  /** The cells that were read as labels. */
  Set<Matrix.Cell> labels() {
    return labels;
  }

  List<Refusal> refusals() {
    return refusals;
  }

  /** What stands at the head of the table beside labels. */
  List<String> around() {
    return around;
  }

  boolean isEmpty() {
    return values.isEmpty() && refusals.isEmpty();
  }

  void refuse(String text, Place place, Text reason) {
    refusals.add(new Refusal(text, place, reason));
  }

  /** Gives up all that was found, for one reason. */
  void refuseAll(Text reason) {
    for (Value value : values) {
      refuse(value.cell().text(), value.cell().place(), reason);
    }
    values.clear();
  }
}
