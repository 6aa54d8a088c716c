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

  /** An option for pages of 2 MB; where the system has none, the one without them. */
  public static final String LARGE_PAGES =
      Relaunch.offersHugePages() ? Relaunch.HUGE_PAGES : Relaunch.HUGE_PAGES.replace('+', '-');

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
            Relaunch.offersHugePages(),
            Files.isReadable(cache) ? Optional.of(cache) : Optional.empty()));
    return all;
  }
}
