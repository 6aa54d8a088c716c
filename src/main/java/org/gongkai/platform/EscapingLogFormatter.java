package org.gongkai.platform;

import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Lets nothing that came from outside look like a line of the log: a message is one line, whatever
 * it holds, and what follows it, an exception, is set off line by line. Terminals obey escapes and
 * line separators, so those are spelled out too.
 */
final class EscapingLogFormatter extends ExtFormatter {

  private static final String CONTINUED = "    ";

  private final ExtFormatter plain;

  EscapingLogFormatter(ExtFormatter plain) {
    this.plain = plain;
  }

  @Override
  public String format(ExtLogRecord record) {
    ExtLogRecord escaped = new ExtLogRecord(record);
    escaped.setMessage(
        escaped(record.getFormattedMessage(), false), ExtLogRecord.FormatStyle.NO_FORMAT);
    escaped.setParameters(null);
    String formatted = plain.format(escaped);
    return record.getThrown() == null ? formatted : setOff(formatted);
  }

  /** The first line is the message's; what the exception says has the others. */
  private static String setOff(String formatted) {
    int first = formatted.indexOf('\n');
    if (first < 0) {
      return formatted;
    }
    StringBuilder all = new StringBuilder(formatted.substring(0, first + 1));
    formatted
        .substring(first + 1)
        .lines()
        .forEach(line -> all.append(CONTINUED).append(escaped(line, true)).append('\n'));
    return all.toString();
  }

  static @Nullable String escaped(@Nullable String text, boolean tabs) {
    if (text == null) {
      return null;
    }
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            sign -> {
              if (sign == '\n') {
                escaped.append("\\n");
              } else if (sign == '\t' && tabs
                  || WrittenText.LINE.objectionTo(Character.toString(sign)).isEmpty()) {
                escaped.appendCodePoint(sign);
              } else {
                escaped.append("\\u").append("%04x".formatted(sign));
              }
            });
    return escaped.toString();
  }
}
