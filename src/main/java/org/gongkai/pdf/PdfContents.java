package org.gongkai.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * Measures what is drawn before the library takes it apart. The library unpacks it wholly, whatever
 * it was packed with, and keeps all that stands before an operator: a few kilobytes of blanks in
 * brackets would take all memory there is.
 */
final class PdfContents {

  /** Pages of reports have 200 kB; a map that is drawn some 2 MB. */
  private static final int BYTES = 4 << 20;

  /** What begins a list, a name or a text, each of which takes far more memory than its sign. */
  private static final int OPENED = 400_000;

  private final Set<COSStream> known = Collections.newSetFromMap(new IdentityHashMap<>());

  /** What is drawn one after another. */
  void check(Iterable<COSStream> contents) throws IOException {
    Measured all = new Measured(true);
    for (COSStream content : contents) {
      if (known.add(content)) {
        measure(content, all);
      }
    }
  }

  private static void measure(COSStream content, Measured all) throws IOException {
    List<COSName> filters = filters(content.getFilters());
    byte[] packed;
    try (InputStream raw = content.createRawInputStream()) {
      packed = raw.readAllBytes();
    }
    if (filters.isEmpty()) {
      all.write(packed, 0, packed.length);
    }
    for (int i = 0; i < filters.size(); i++) {
      boolean last = i == filters.size() - 1;
      Measured one = last ? all : new Measured(false);
      Filter filter = FilterFactory.INSTANCE.getFilter(filters.get(i));
      filter.decode(new ByteArrayInputStream(packed), one, content, i);
      packed = one.kept.toByteArray();
    }
  }

  private static List<COSName> filters(COSBase stated) {
    List<COSName> filters = new ArrayList<>();
    if (stated instanceof COSName one) {
      filters.add(one);
    } else if (stated instanceof COSArray several) {
      for (int i = 0; i < several.size(); i++) {
        if (several.getObject(i) instanceof COSName one) {
          filters.add(one);
        }
      }
    }
    return filters;
  }

  /** Counts what is written to it, and gives up where it is too much. */
  private static final class Measured extends OutputStream {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final boolean last;
    private int size;
    private int opened;

    Measured(boolean last) {
      this.last = last;
    }

    @Override
    public void write(int sign) {
      write(new byte[] {(byte) sign}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      size += length;
      if (size > BYTES) {
        throw PdfBudget.tooLarge();
      }
      if (!last) {
        kept.write(bytes, from, length);
        return;
      }
      for (int i = from; i < from + length; i++) {
        byte sign = bytes[i];
        opened += sign == '[' || sign == '<' || sign == '(' || sign == '/' ? 1 : 0;
      }
      if (opened > OPENED) {
        throw PdfBudget.tooLarge();
      }
    }
  }
}
