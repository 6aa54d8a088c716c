package org.gongkai;

import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The program that this process runs, which {@code execv} of the C library replaces by another.
 *
 * <p>Java calls libraries by {@code java.lang.foreign} from 22 on. The service is compiled for 21,
 * which does not have it; hence its methods are looked up.
 */
final class ProcessImage {

  private static final long FIRST_AFTER_THE_STANDARD_STREAMS = 3;
  private static final long LAST_FILE = 0xFFFFFFFFL;
  private static final long CLOSE_ON_EXEC = 4;

  private ProcessImage() {}

  /** Returns only by an exception. Each character of the texts is sent as a byte. */
  static void replaceBy(String program, List<String> arguments)
      throws ReflectiveOperationException {
    List<ByteBuffer> texts = new ArrayList<>();
    ByteBuffer pointers =
        ByteBuffer.allocateDirect((arguments.size() + 1) * Long.BYTES)
            .order(ByteOrder.nativeOrder());
    for (String argument : arguments) {
      ByteBuffer text = terminated(argument);
      texts.add(text);
      pointers.putLong(address(text));
    }
    pointers.putLong(0).rewind();
    ByteBuffer path = terminated(program);
    // Java's own files are not all closed by themselves; older C libraries have no word for it, and
    // a few open files do no harm.
    Optional<MethodHandle> closeRange = function("close_range", 3);
    if (closeRange.isPresent()) {
      call(closeRange.get(), FIRST_AFTER_THE_STANDARD_STREAMS, LAST_FILE, CLOSE_ON_EXEC);
    }
    MethodHandle execv = function("execv", 2).orElseThrow();
    Object status = call(execv, address(path), address(pointers));
    Reference.reachabilityFence(texts);
    throw new IllegalStateException("execv of " + program + " ended with " + status);
  }

  private static ByteBuffer terminated(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocateDirect(bytes.length + 1).put(bytes).put((byte) 0).rewind();
  }

  private static long address(ByteBuffer buffer) throws ReflectiveOperationException {
    Class<?> segments = foreign("MemorySegment");
    Object segment = segments.getMethod("ofBuffer", Buffer.class).invoke(null, buffer);
    return (long) segments.getMethod("address").invoke(segment);
  }

  /** Of the C library, with so many arguments, which are numbers and addresses, and an int. */
  private static Optional<MethodHandle> function(String name, int arguments)
      throws ReflectiveOperationException {
    Class<?> linkers = foreign("Linker");
    Object linker = linkers.getMethod("nativeLinker").invoke(null);
    Object library = linkers.getMethod("defaultLookup").invoke(linker);
    Optional<?> symbol =
        (Optional<?>) foreign("SymbolLookup").getMethod("find", String.class).invoke(library, name);
    if (symbol.isEmpty()) {
      return Optional.empty();
    }
    Class<?> layouts = foreign("MemoryLayout");
    Class<?> values = foreign("ValueLayout");
    Object[] taken = (Object[]) Array.newInstance(layouts, arguments);
    Arrays.fill(taken, values.getField("JAVA_LONG").get(null));
    Class<?> descriptors = foreign("FunctionDescriptor");
    Object descriptor =
        descriptors
            .getMethod("of", layouts, taken.getClass())
            .invoke(null, values.getField("JAVA_INT").get(null), taken);
    Object options = Array.newInstance(foreign("Linker$Option"), 0);
    return Optional.of(
        (MethodHandle)
            linkers
                .getMethod(
                    "downcallHandle", foreign("MemorySegment"), descriptors, options.getClass())
                .invoke(linker, symbol.get(), descriptor, options));
  }

  private static Class<?> foreign(String name) throws ClassNotFoundException {
    return Class.forName("java.lang.foreign." + name);
  }

  private static Object call(MethodHandle function, Object... arguments) {
    try {
      return function.invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
