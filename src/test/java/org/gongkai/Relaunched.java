package org.gongkai;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a service begins itself again with, for tests that start one many times: {@link Relaunch}.
 */
public final class Relaunched {

  /** By which a service is told that it was begun again already. */
  public static final String SWITCH = Relaunch.SWITCH;

  /**
   * To move the cache costs memory, which tests have; pages of it that are read first and written
   * afterwards, as where it stays, cost more of the processor than all that has to be moved.
   */
  private static final List<String> CACHE_IS_MOVED =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=1");

  private Relaunched() {}

  /**
   * The options of the second start, but for the place of the cache.
   *
   * @param options of the first one
   */
  public static List<String> options(List<String> options, Path application) {
    Path cache = AotCache.in(application);
    List<String> all = new ArrayList<>(options);
    all.addAll(
        Relaunch.missing(
            options,
            Map.of(),
            Runtime.getRuntime().availableProcessors(),
            Files.isReadable(cache) ? Optional.of(cache) : Optional.empty()));
    all.addAll(CACHE_IS_MOVED);
    return all;
  }
}
