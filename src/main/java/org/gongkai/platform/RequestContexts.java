package org.gongkai.platform;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a thread work for another request than its own: who asks for the caller gets the right one.
 */
public final class RequestContexts {

  private RequestContexts() {}

  /** The context of the request at hand. */
  public static ContextState current() {
    return requests().getState();
  }

  /** Works for nobody: what asks for the caller is refused. */
  public static void inNone(Runnable work) {
    in(
        null,
        () -> {
          work.run();
          return true;
        });
  }

  /**
   * Works for a request that waits for it.
   *
   * @param context of that request; null: a new one, which ends with the work
   */
  public static <T> T in(@Nullable ContextState context, Supplier<T> work) {
    ManagedContext requests = requests();
    @Nullable ContextState own = requests.getStateIfActive();
    requests.deactivate();
    if (context == null) {
      requests.activate();
    } else {
      requests.activate(context);
    }
    try {
      return work.get();
    } finally {
      if (context == null) {
        requests.terminate();
      } else {
        requests.deactivate();
      }
      if (own != null) {
        requests.activate(own);
      }
    }
  }

  private static ManagedContext requests() {
    return Arc.container().requestContext();
  }
}
