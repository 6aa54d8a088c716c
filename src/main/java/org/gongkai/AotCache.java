package org.gongkai;

import java.nio.file.Path;

/**
 * The file in which Java finds the service's classes loaded and linked, and which of its methods
 * are worth compiling. It belongs to one build of Java, and to the packaged files beside it: a Java
 * that it does not fit passes over it. It belongs to their place as well, which Java does not see:
 * moved with them, it ends the start ("sealing violation", as jars are then where none were). So
 * its name has both, and elsewhere there is none.
 */
final class AotCache {

  /** Of the first Java that makes it in one go. */
  static final int FIRST_JAVA = 25;

  private AotCache() {}

  /** That of the service whose jar it is. */
  static Path beside(Path jar) {
    return in(jar.resolveSibling(""));
  }

  /** Where it is, or would be, for the Java that runs this. */
  static Path in(Path application) {
    String java = System.getProperty("java.vm.version") + "-" + System.getProperty("os.arch");
    String place = application.toAbsolutePath().normalize().toString();
    String name = java + "-" + Integer.toHexString(place.hashCode());
    return application.resolve("aot").resolve(name.replaceAll("[^A-Za-z0-9.+-]", "_") + ".aot");
  }
}
