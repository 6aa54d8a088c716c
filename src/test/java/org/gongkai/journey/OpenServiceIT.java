package org.gongkai.journey;

import java.nio.file.Path;
import org.gongkai.access.OidcProviderCases;
import org.gongkai.access.PublicReadingCases;
import org.gongkai.access.TestKeys;
import org.gongkai.database.PackagedService;
import org.gongkai.page.PageSeasonCases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A packaged service that lets everybody read what is published, for all who agree about its
 * settings: each start takes seconds.
 */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class OpenServiceIT {

  @TempDir static Path directory;
  private static PackagedService service;

  @BeforeAll
  static void start() throws Exception {
    service =
        PackagedService.in(directory)
            .prepared()
            .with("GONGKAI_ADMIN_KEY", TestKeys.ADMIN)
            .with("GONGKAI_RATE_LIMIT_REFUSED_PER_MINUTE", "0")
            .with(PublicReadingCases.settings())
            .with(OidcProviderCases.settings())
            .startForAll();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (service != null) {
      service.stop();
      service.close();
    }
  }

  @Nested
  @Order(1)
  class PublicReading extends PublicReadingCases {}

  @Nested
  class OidcProvider extends OidcProviderCases {}

  @Nested
  class PageSeason extends PageSeasonCases {}
}
