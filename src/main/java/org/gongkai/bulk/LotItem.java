package org.gongkai.bulk;

import org.gongkai.form.Scope;

/** A report of a lot: named by its id, or by its organ, year and scope. */
interface LotItem {

  /** Null where it is named otherwise. */
  Long report();

  default String organ() {
    return null;
  }

  default Integer year() {
    return null;
  }

  default Scope scope() {
    return null;
  }

  /** As the header, or null. */
  String ifMatch();
}
