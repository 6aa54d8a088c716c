package org.gongkai.bulk;

import org.gongkai.form.Scope;
import org.jspecify.annotations.Nullable;

/** A report of a batch: named by its id, or by its organ, year and scope. */
interface BatchItem {

  /** Null where it is named otherwise. */
  @Nullable Long report();

  default @Nullable String organ() {
    return null;
  }

  default @Nullable Integer year() {
    return null;
  }

  default @Nullable Scope scope() {
    return null;
  }

  /** As the header, or null. */
  @Nullable String ifMatch();
}
