package org.gongkai.registry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.gongkai.platform.Sql;

/** Organs one by one; lists and imports are SQL of their own. */
@ApplicationScoped
class OrganRepository implements PanacheRepositoryBase<Organ, String> {

  /** Waits for a concurrent registration of the same code. */
  private static final String MAKE_ROOM =
      "INSERT INTO organ (code, revision) VALUES (:organ, 0) ON CONFLICT (code) DO NOTHING";

  private final Sql sql;

  OrganRepository(Sql sql) {
    this.sql = sql;
  }

  /** The organ, locked until the transaction ends; without any version when it is new. */
  Organ locked(String code) {
    sql.statement(MAKE_ROOM).bind("organ", code).update();
    return findById(code, LockModeType.PESSIMISTIC_WRITE);
  }
}
