package org.gongkai.table;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.AbstractSequentialList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.gongkai.platform.Spill;
import org.jspecify.annotations.Nullable;

/**
 * A list of which only the beginning is in memory; the rest is written down. It is added to, then
 * sealed, then read from its beginning as often as wanted.
 */
public final class SpilledList<E> extends AbstractSequentialList<E> {

  private static final int IN_MEMORY = 500;

  private final Spill spill;
  private final ObjectWriter writer;
  private final ObjectReader reader;
  private final Consumer<E> seen;
  private final List<E> first = new ArrayList<>();
  private @Nullable SequenceWriter rest;
  private int size;

  /**
   * An empty list.
   *
   * @param seen is told each element that is added
   */
  public SpilledList(Spill spill, ObjectWriter writer, ObjectReader reader, Consumer<E> seen) {
    this.spill = spill;
    this.writer = writer;
    this.reader = reader;
    this.seen = seen;
  }

  @Override
  public boolean add(E element) {
    size++;
    seen.accept(element);
    if (first.size() < IN_MEMORY) {
      return first.add(element);
    }
    try {
      if (rest == null) {
        rest = writer.writeValues((OutputStream) new Quick(spill));
      }
      rest.write(element);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing is added any more. */
  public SpilledList<E> seal() {
    try {
      if (rest != null) {
        rest.close();
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Iterator<E> iterator() {
    return new Reading();
  }

  @Override
  public ListIterator<E> listIterator(int index) {
    Reading reading = new Reading();
    while (reading.nextIndex() < index) {
      reading.next();
    }
    return reading;
  }

  /** Rows are alike, so that the quickest compression makes a twentieth of them. */
  private static final class Quick extends GZIPOutputStream {
    Quick(OutputStream out) throws IOException {
      super(out, 1 << 14);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  private final class Reading implements ListIterator<E> {

    private int next;
    private @Nullable MappingIterator<E> written;

    @Override
    public boolean hasNext() {
      return next < size;
    }

    @Override
    public E next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int here = next++;
      if (here < first.size()) {
        return first.get(here);
      }
      try {
        if (written == null) {
          written = reader.readValues(new GZIPInputStream(spill.open(), 1 << 14));
        }
        return written.nextValue();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public int nextIndex() {
      return next;
    }

    @Override
    public int previousIndex() {
      return next - 1;
    }

    @Override
    public boolean hasPrevious() {
      return false;
    }

    @Override
    public E previous() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void remove() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void set(E element) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void add(E element) {
      throw new UnsupportedOperationException();
    }
  }
}
