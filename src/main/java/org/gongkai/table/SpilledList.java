package org.gongkai.table;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.AbstractSequentialList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import org.gongkai.platform.Spill;
import org.jspecify.annotations.Nullable;

/**
 * A list that is written down as JSON, some elements at a time. It is added to, then sealed, then
 * read from its beginning as often as wanted, or copied into JSON as it was written.
 */
@JsonSerialize(using = SpilledList.Copied.class)
public final class SpilledList<E> extends AbstractSequentialList<E> {

  private final Spill spill;
  private final ObjectReader reader;
  private boolean sealed;
  private int size;

  /**
   * An empty list.
   *
   * @param spill takes one JSON array
   */
  public SpilledList(Spill spill, ObjectReader reader) {
    this.spill = spill;
    this.reader = reader;
    try {
      spill.write('[');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Elements as they are written, which may stand in many lists.
   *
   * @param json a comma and an element, as many times
   */
  public record Written(byte[] json, int size) {

    /** Writes elements as answers have them. */
    public static Written of(List<?> elements, ObjectWriter writer) {
      if (elements.isEmpty()) {
        return new Written(new byte[0], 0);
      }
      ByteArrayOutputStream array = new ByteArrayOutputStream();
      try (SequenceWriter json = writer.writeValuesAsArray(array)) {
        json.writeAll(elements);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      byte[] bytes = array.toByteArray();
      byte[] json = Arrays.copyOf(bytes, bytes.length - 1);
      json[0] = ',';
      return new Written(json, elements.size());
    }
  }

  /** Adds elements to the end. */
  public void add(Written some) {
    try {
      spill.writeShared(some.json(), size == 0 ? Math.min(1, some.size()) : 0);
      size += some.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing is added any more. */
  public SpilledList<E> seal() {
    try {
      spill.write(']');
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
      next++;
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
