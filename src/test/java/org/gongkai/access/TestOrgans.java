package org.gongkai.access;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Organs as the registry keeps them, for tests of what a key may do with them. */
final class TestOrgans {

  static final String HUANCUI = "371002";
  static final String WEIHAI = "371000";
  static final String QINGDAO = "370200";

  /** An organ of Huancui, district of Weihai. */
  static final String HUANCUI_ORGAN = "HUANCUI-ORGAN-OF-ACCESS";

  /** An organ of Qingdao. */
  static final String QINGDAO_ORGAN = "QINGDAO-ORGAN-OF-ACCESS";

  private TestOrgans() {}

  static void register(DataSource database) {
    put(database, HUANCUI_ORGAN, HUANCUI);
    put(database, QINGDAO_ORGAN, QINGDAO);
  }

  private static void put(DataSource database, String organ, String region) {
    try (var connection = database.getConnection();
        var row =
            connection.prepareStatement(
                "INSERT INTO organ (code) VALUES (?) ON CONFLICT DO NOTHING");
        var version =
            connection.prepareStatement(
                """
                INSERT INTO organ_version (organ, name, region, kind)
                VALUES (?, ?, ?, 'department') ON CONFLICT DO NOTHING
                """)) {
      row.setString(1, organ);
      row.executeUpdate();
      version.setString(1, organ);
      version.setString(2, organ);
      version.setString(3, region);
      version.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
