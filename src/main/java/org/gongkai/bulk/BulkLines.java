package org.gongkai.bulk;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a body, one at a time; of a line that is too long only as much is kept as shows that
 * it is.
 */
final class BulkLines implements Closeable {

  private static final byte[] NOTHING = {};

  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private long number;

  BulkLines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** The next line without its end, or null after the last one. */
  byte @Nullable [] next() throws IOException {
    if (!hasMore()) {
      return null;
    }
    number++;
    int near = endOfLine();
    if (near < to && near - from <= longest) {
      // as nearly all are; a hundred million of empty ones cost a second and not minutes
      byte[] whole = near == from ? NOTHING : Arrays.copyOfRange(buffer, from, near);
      from = near + 1;
      return whole;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 13);
    while (hasMore()) {
      int end = endOfLine();
      line.write(buffer, from, Math.min(end - from, longest + 1 - line.size()));
      from = Math.min(end + 1, to);
      if (end < to) {
        break;
      }
    }
    return line.toByteArray();
  }

  /** Of what has been read, or its end. */
  private int endOfLine() {
    int end = from;
    while (end < to && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  private boolean hasMore() throws IOException {
    if (from < to) {
      return true;
    }
    from = 0;
    to = Math.max(0, in.read(buffer));
    return to > 0;
  }

  /** The number of the line that was read last, from 1. */
  long number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
