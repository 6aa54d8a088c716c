package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AotCacheTest {

  private static final Path PLACE = Path.of("opt", "gongkai");

  /** Moved with the files it would end the start, and is not found. */
  @Test
  void belongsToThePlaceOfTheFiles() {
    Path made = AotCache.in(PLACE);
    assertThat(made.getParent()).isEqualTo(PLACE.resolve("aot"));
    assertThat(AotCache.in(Path.of("opt", "moved")).getFileName()).isNotEqualTo(made.getFileName());
  }

  /** However the place is written. */
  @Test
  void isFoundByEveryNameOfThePlace() {
    Path made = AotCache.in(PLACE).toAbsolutePath();
    assertThat(AotCache.in(PLACE.toAbsolutePath())).isEqualTo(made);
    assertThat(AotCache.in(PLACE.resolve("..").resolve("gongkai")).getFileName())
        .isEqualTo(made.getFileName());
    assertThat(AotCache.beside(PLACE.resolve("quarkus-run.jar").toAbsolutePath())).isEqualTo(made);
  }
}
