package org.gongkai.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** Filing in a district in which hundreds of organs have filed already. */
final class FullDistrict {

  /** Their numbers begin where those of the nation do not reach. */
  private static final int FIRST = 500_000_000;

  private static final int THERE = 600;

  private final Service service;
  private final Database database;
  private final Flags flags;
  private final Nation nation;
  private final int first;

  private FullDistrict(Service service, Database database, Flags flags, Nation nation, int first) {
    this.service = service;
    this.database = database;
    this.flags = flags;
    this.nation = nation;
    this.first = first;
  }

  /** After those that an earlier run on the same data has left. */
  static FullDistrict of(Service service, Database database, Flags flags, Nation nation)
      throws SQLException {
    long there =
        database.number(
            "SELECT count(*) FROM organ WHERE code >= '%s' AND code < '%s'"
                .formatted(Nation.codeOf(FIRST), Nation.codeOf(ChangingMeasure.FIRST)));
    return new FullDistrict(service, database, flags, nation, FIRST + (int) there);
  }

  /** Processor per report of so many, in milliseconds. */
  double measure(int number) throws IOException, SQLException, InterruptedException {
    byte[] organs =
        nation.csvOfFirstDistrict(first, first + THERE + number).getBytes(StandardCharsets.UTF_8);
    Callers callers = new Callers(service, flags);
    try (Connection connection = service.connect()) {
      connection
          .send(Request.send("POST", "/api/v1/organs/import", "text/csv", organs))
          .expecting(200);
    }
    callers.file(first, THERE);
    database.awaitFolded();
    ProcessCost before = ProcessCost.of(service);
    callers.file(first + THERE, number);
    database.awaitFolded();
    return (double) ProcessCost.of(service).millisSince(before) / number;
  }
}
