package org.gongkai.rollup;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Writes the same digits sooner: nearly every sum is a whole number, and there are 8,000 in a
 * rollup of the nation by province.
 */
final class PlainNumbers extends StdSerializer<BigDecimal> {

  /** As many digits as a long always holds. */
  private static final int DIGITS = 18;

  private PlainNumbers() {
    super(BigDecimal.class);
  }

  static SimpleModule module() {
    return new SimpleModule().addSerializer(BigDecimal.class, new PlainNumbers());
  }

  @Override
  public void serialize(BigDecimal number, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    if (number.scale() == 0 && number.precision() <= DIGITS) {
      json.writeNumber(number.longValue());
    } else {
      json.writeNumber(number);
    }
  }
}
