package org.gongkai;

import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.CLibrary;

/** The program that this process runs, which {@code execv} of the C library replaces by another. */
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
      pointers.putLong(CLibrary.address(text));
    }
    pointers.putLong(0).rewind();
    ByteBuffer path = terminated(program);
    // Java's own files are not all closed by themselves; older C libraries have no word for it, and
    // a few open files do no harm.
    Optional<MethodHandle> closeRange = CLibrary.function("close_range", 3);
    if (closeRange.isPresent()) {
      CLibrary.call(closeRange.get(), FIRST_AFTER_THE_STANDARD_STREAMS, LAST_FILE, CLOSE_ON_EXEC);
    }
    MethodHandle execv = CLibrary.function("execv", 2).orElseThrow();
    Object status = CLibrary.call(execv, CLibrary.address(path), CLibrary.address(pointers));
    Reference.reachabilityFence(texts);
    throw new IllegalStateException("execv of " + program + " ended with " + status);
  }

  private static ByteBuffer terminated(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocateDirect(bytes.length + 1).put(bytes).put((byte) 0).rewind();
  }
}
