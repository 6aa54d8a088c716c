package org.gongkai.pdf;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.problem.Text;

/**
 * Measures what the packed parts of a PDF file unpack to, before the library unpacks any: it does
 * so in memory and without a bound.
 */
final class PackedStreams {

  /** The fonts and pages of a report have some 10 MB. */
  private static final long ONE = 48L * 1024 * 1024;

  private static final long ALL = 256L * 1024 * 1024;

  private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};

  private PackedStreams() {}

  static void check(byte[] bytes) {
    long all = 0;
    Inflater inflater = new Inflater();
    byte[] buffer = new byte[64 * 1024];
    try {
      for (int at = next(bytes, 0); at >= 0; at = next(bytes, at)) {
        int start = at;
        while (start < bytes.length
            && (bytes[start] == '\r' || bytes[start] == '\n' || bytes[start] == ' ')) {
          start++;
        }
        if (start + 2 < bytes.length && zlib(bytes[start], bytes[start + 1])) {
          all += unpacked(inflater, bytes, start, buffer);
        }
        if (all > ALL) {
          throw tooLarge();
        }
      }
    } finally {
      inflater.end();
    }
  }

  private static boolean zlib(byte first, byte second) {
    int header = ((first & 0xFF) << 8) | (second & 0xFF);
    return (first & 0x0F) == 8 && header % 31 == 0;
  }

  private static long unpacked(Inflater inflater, byte[] bytes, int start, byte[] buffer) {
    inflater.reset();
    inflater.setInput(bytes, start, bytes.length - start);
    long size = 0;
    try {
      while (!inflater.finished()) {
        int more = inflater.inflate(buffer);
        if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          break;
        }
        size += more;
        if (size > ONE) {
          throw tooLarge();
        }
      }
    } catch (DataFormatException e) {
      // broken: what could be unpacked until here is what counts
    }
    return size;
  }

  private static PdfBudget.Refused tooLarge() {
    return new PdfBudget.Refused(
        UnreadableFile.Reason.TOO_LARGE,
        new Text("PDF文件解压后过大", "The PDF file unpacks to more than any report has"));
  }

  private static int next(byte[] bytes, int from) {
    outer:
    for (int i = from; i <= bytes.length - STREAM.length; i++) {
      for (int j = 0; j < STREAM.length; j++) {
        if (bytes[i + j] != STREAM[j]) {
          continue outer;
        }
      }
      return i + STREAM.length;
    }
    return -1;
  }
}
