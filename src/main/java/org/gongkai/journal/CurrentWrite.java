package org.gongkai.journal;

import jakarta.enterprise.context.RequestScoped;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** The write of the request at hand that shares its transaction, on its way to who shares it. */
@RequestScoped
class CurrentWrite {

  private @Nullable Method method;
  private @Nullable NamedRequest name;
  private boolean handedOver;

  void begin(Method itsMethod, @Nullable NamedRequest itsName) {
    method = itsMethod;
    name = itsName;
  }

  Method requiredMethod() {
    if (method == null) {
      throw new IllegalStateException("no write that shares its transaction");
    }
    return method;
  }

  /** What its key names it, or null where it has none. */
  @Nullable NamedRequest name() {
    return name;
  }

  void handOver() {
    handedOver = true;
  }

  boolean isHandedOver() {
    return handedOver;
  }
}
