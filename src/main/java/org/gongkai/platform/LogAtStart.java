package org.gongkai.platform;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * Puts an {@link EscapingLogFormatter} before every handler that writes text, the console's and a
 * file's, before the first request is taken. JSON escapes by itself.
 */
class LogAtStart {

  void escape(@Observes @Priority(1) StartupEvent start) {
    for (Handler handler : LogContext.getLogContext().getLogger("").getHandlers()) {
      escape(handler);
    }
  }

  private static void escape(Handler handler) {
    Formatter formatter = handler.getFormatter();
    if (formatter instanceof PatternFormatter pattern) {
      handler.setFormatter(new EscapingLogFormatter(pattern));
    }
    if (handler instanceof ExtHandler outer) {
      for (Handler inner : outer.getHandlers()) {
        escape(inner);
      }
    }
  }
}
