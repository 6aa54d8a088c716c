package org.gongkai.platform;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.nio.Buffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Functions of the C library.
 *
 * <p>Java calls libraries by {@code java.lang.foreign} from 22 on. The service is compiled for 21,
 * which does not have it; hence its methods are looked up.
 */
public final class CLibrary {

  private CLibrary() {}

  /** A function with so many arguments, which are numbers and addresses, and an int as result. */
  public static Optional<MethodHandle> function(String name, int arguments)
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

  /** Where a buffer outside the heap begins. */
  public static long address(Buffer buffer) throws ReflectiveOperationException {
    Class<?> segments = foreign("MemorySegment");
    Object segment = segments.getMethod("ofBuffer", Buffer.class).invoke(null, buffer);
    return (long) segments.getMethod("address").invoke(segment);
  }

  private static Class<?> foreign(String name) throws ClassNotFoundException {
    return Class.forName("java.lang.foreign." + name);
  }

  /** Calls a function. */
  public static Object call(MethodHandle function, Object... arguments) {
    try {
      return function.invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
