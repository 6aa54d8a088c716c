package org.gongkai.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Input that is read up to a delimiter. Its first line is taken to follow the end of another, so
 * that a delimiter of lines is found at once.
 */
final class DelimitedInput {

  /** Nothing is before the delimiter. */
  static final int AT_DELIMITER = -1;

  /** There is no delimiter, and no more input. */
  static final int AT_END = -2;

  private final InputStream input;
  private final byte[] window = new byte[1 << 16];
  private int from;
  private int to;
  private boolean ended;

  DelimitedInput(InputStream input) {
    this.input = input;
    window[0] = '\r';
    window[1] = '\n';
    to = 2;
  }

  /** Reads some that is surely before the delimiter; otherwise one of the two constants. */
  int read(byte[] bytes, int at, int length, byte[] delimiter) throws IOException {
    while (true) {
      int found = find(delimiter);
      int sure = found >= 0 ? found : ended ? to : to - delimiter.length + 1;
      if (sure > from) {
        int some = Math.min(length, sure - from);
        System.arraycopy(window, from, bytes, at, some);
        from += some;
        return some;
      }
      if (found >= 0) {
        return AT_DELIMITER;
      }
      if (ended) {
        return AT_END;
      }
      fill();
    }
  }

  /** Passes over the delimiter that is next; false where it is not. */
  boolean pass(byte[] delimiter) {
    if (find(delimiter) != from) {
      return false;
    }
    from += delimiter.length;
    return true;
  }

  private void fill() throws IOException {
    System.arraycopy(window, from, window, 0, to - from);
    to -= from;
    from = 0;
    int read = input.read(window, to, window.length - to);
    if (read < 0) {
      ended = true;
    } else {
      to += read;
    }
  }

  /** Where it begins in the window; -1 where the window does not have all of it. */
  private int find(byte[] delimiter) {
    for (int i = from; i <= to - delimiter.length; i++) {
      if (window[i] == delimiter[0]
          && Arrays.equals(window, i, i + delimiter.length, delimiter, 0, delimiter.length)) {
        return i;
      }
    }
    return -1;
  }
}
