package org.gongkai.platform;

import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a caller likes best of what there is (RFC 9110, 12.5.1). */
public final class AcceptedTypes {

  private AcceptedTypes() {}

  /**
   * Picks; of several that are liked alike, the first one.
   *
   * @param acceptable ranges of the header Accept, with their weights; none: everything
   * @return empty where nothing of it is acceptable
   */
  public static <T> Optional<T> best(
      List<MediaType> acceptable, Collection<T> offered, Function<T, MediaType> type) {
    if (acceptable.isEmpty()) {
      return offered.stream().findFirst();
    }
    return offered.stream()
        .filter(one -> weight(acceptable, type.apply(one)) > 0)
        .min(Comparator.comparingDouble(one -> -weight(acceptable, type.apply(one))));
  }

  /** The weight of the range that fits most closely. */
  private static double weight(List<MediaType> acceptable, MediaType type) {
    Optional<MediaType> closest =
        acceptable.stream()
            .filter(range -> range.isCompatible(type))
            .min(
                Comparator.comparing(MediaType::isWildcardType)
                    .thenComparing(MediaType::isWildcardSubtype));
    return closest.map(AcceptedTypes::weight).orElse(0.0);
  }

  private static double weight(MediaType range) {
    try {
      return Double.parseDouble(range.getParameters().getOrDefault("q", "1"));
    } catch (NumberFormatException e) {
      return 1;
    }
  }
}
