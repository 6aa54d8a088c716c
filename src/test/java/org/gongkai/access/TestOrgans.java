package org.gongkai.access;

import static org.hamcrest.Matchers.lessThan;

import io.restassured.http.ContentType;
import java.util.Map;

/** Registered organs, for tests of what a key may do with them. */
final class TestOrgans {

  static final String HUANCUI = "371002";
  static final String WEIHAI = "371000";
  static final String QINGDAO = "370200";

  /** An organ of Huancui, district of Weihai. */
  static final String HUANCUI_ORGAN = "HUANCUI-ORGAN-OF-ACCESS";

  /** An organ of Qingdao. */
  static final String QINGDAO_ORGAN = "QINGDAO-ORGAN-OF-ACCESS";

  private TestOrgans() {}

  static void register() {
    put(HUANCUI_ORGAN, HUANCUI);
    put(QINGDAO_ORGAN, QINGDAO);
  }

  private static void put(String organ, String region) {
    TestKeys.admin()
        .contentType(ContentType.JSON)
        .body(Map.of("name", organ, "region", region, "kind", "department"))
        .put("/api/v1/organs/" + organ)
        .then()
        .statusCode(lessThan(300));
  }
}
