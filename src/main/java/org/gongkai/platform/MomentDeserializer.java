package org.gongkai.platform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalQuery;

/**
 * Reads a date or a moment from text only, as RFC 3339 writes it. Jackson would take a number for
 * seconds, an array for year, month and day, and an empty text for null.
 */
final class MomentDeserializer<T extends Temporal> extends StdScalarDeserializer<T> {

  private static final long serialVersionUID = 1L;

  private final transient DateTimeFormatter format;
  private final transient TemporalQuery<T> query;

  MomentDeserializer(Class<T> type, DateTimeFormatter format, TemporalQuery<T> query) {
    super(type);
    this.format = format;
    this.query = query;
  }

  @SuppressWarnings("UnusedException") // says no more than we do
  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      throw MismatchedInputException.from(parser, handledType(), "no string");
    }
    try {
      return format.parse(parser.getText(), query);
    } catch (DateTimeException e) {
      throw MismatchedInputException.from(parser, handledType(), "no date or time");
    }
  }
}
