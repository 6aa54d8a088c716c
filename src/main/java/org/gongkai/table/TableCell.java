package org.gongkai.table;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A value in a row. */
public sealed interface TableCell {

  /** Nothing is stated, which is not the same as a row without the column. */
  TableCell NOTHING = new Nothing();

  record Words(String text) implements TableCell {}

  record Number(BigDecimal number) implements TableCell {

    /** As many digits as a long always holds. */
    private static final int DIGITS = 18;

    /** The same digits sooner: nearly every sum is whole, and an answer may have thousands. */
    @Override
    public void write(JsonGenerator out) throws IOException {
      if (number.scale() == 0 && number.precision() <= DIGITS) {
        out.writeNumber(number.longValue());
      } else {
        out.writeNumber(number);
      }
    }
  }

  record Flag(boolean flag) implements TableCell {}

  record Day(LocalDate day) implements TableCell {}

  record Nothing() implements TableCell {}

  static TableCell of(@Nullable String text) {
    return text == null ? NOTHING : new Words(text);
  }

  static TableCell of(@Nullable BigDecimal number) {
    return number == null ? NOTHING : new Number(number);
  }

  static TableCell of(long number) {
    return new Number(BigDecimal.valueOf(number));
  }

  static TableCell of(LocalDate day) {
    return new Day(day);
  }

  static TableCell of(boolean flag) {
    return new Flag(flag);
  }

  /** Writes the value after the name of its column. */
  default void write(JsonGenerator out) throws IOException {
    switch (this) {
      case Words words -> out.writeString(words.text());
      case Number number -> number.write(out);
      case Flag flag -> out.writeBoolean(flag.flag());
      case Day day -> out.writeString(day.day().toString());
      case Nothing nothing -> out.writeNull();
    }
  }
}
