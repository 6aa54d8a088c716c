package org.gongkai.journey;

import java.nio.file.Path;
import java.sql.Connection;
import org.gongkai.access.TestKeys;
import org.gongkai.access.TokenCases;
import org.gongkai.database.PackagedService;
import org.gongkai.feed.PrivateAddressCases;
import org.gongkai.platform.CorsCases;
import org.gongkai.platform.TraceCases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A packaged service that lets in whom it knows, for all who agree about its settings: each start
 * takes seconds.
 */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class ClosedServiceIT {

  @TempDir static Path directory;
  private static PackagedService service;

  @BeforeAll
  static void start() throws Exception {
    service =
        PackagedService.in(directory)
            .prepared()
            .with("GONGKAI_ADMIN_KEY", TestKeys.ADMIN)
            .with(TokenCases.settings())
            .with(CorsCases.settings())
            .with(TraceCases.settings())
            .with(PrivateAddressCases.settings())
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
  class Readme extends ReadmeCases {}

  @Nested
  class Tokens extends TokenCases {}

  @Nested
  class Cors extends CorsCases {}

  @Nested
  class Traces extends TraceCases {}

  @Nested
  class PrivateAddresses extends PrivateAddressCases {
    @Override
    protected Connection database() throws Exception {
      return service.database();
    }
  }
}
