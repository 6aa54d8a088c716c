package org.gongkai.table;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
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
import org.gongkai.platform.Spill;
import org.jspecify.annotations.Nullable;

/**
 * A list that is written down as JSON, of which only a beginning is in memory. It is added to, then
 * sealed, then read from its beginning as often as wanted, or copied into JSON as it was written.
 */
@JsonSerialize(using = SpilledList.Copied.class)
public final class SpilledList<E> extends AbstractSequentialList<E> {

  /** As many need not be read from what was written. */
  private static final int IN_MEMORY = 500;

  private final Spill spill;
  private final SequenceWriter writer;
  private final ObjectReader reader;
  private final Consumer<E> seen;
  private final List<E> first = new ArrayList<>();
  private boolean sealed;
  private int size;

  /**
   * An empty list.
   *
   * @param spill takes one JSON array
   * @param writer writes an element as answers have it
   * @param seen is told each element that is added
   */
  public SpilledList(Spill spill, ObjectWriter writer, ObjectReader reader, Consumer<E> seen) {
    this.spill = spill;
    this.reader = reader;
    this.seen = seen;
    try {
      this.writer =
          writer
              .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
              .writeValuesAsArray((OutputStream) spill);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean add(E element) {
    size++;
    seen.accept(element);
    if (size <= IN_MEMORY) {
      first.add(element);
    }
    try {
      writer.write(element);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing is added any more. */
  public SpilledList<E> seal() {
    try {
      writer.close();
      sealed = true;
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

  /** Copies a list as it was written, where that is what would be written again. */
  static final class Copied extends StdSerializer<SpilledList<?>> {

    Copied() {
      super(SpilledList.class, false);
    }

    @Override
    public void serialize(SpilledList<?> list, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (list.sealed
          && json.getOutputTarget() instanceof OutputStream out
          && json.getPrettyPrinter() == null) {
        json.writeRawValue("");
        json.flush();
        list.spill.copyTo(out);
        return;
      }
      json.writeStartArray();
      for (Object element : list) {
        provider.defaultSerializeValue(element, json);
      }
      json.writeEndArray();
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
      if (size == first.size()) {
        return first.get(here);
      }
      try {
        if (written == null) {
          written = reader.readValues(spill.open());
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
