package org.gongkai.bulk;

import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.jboss.logging.Logger;

/** What is left of memory or stack is at its end, also where that comes wrapped. */
final class ResourceExhaustion {

  private static final Logger LOG = Logger.getLogger(ResourceExhaustion.class);

  private ResourceExhaustion() {}

  static boolean is(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof VirtualMachineError) {
        return true;
      }
    }
    return false;
  }

  /** What a caller is told of it: to come again. */
  static ProblemException problem(Throwable thrown) {
    LOG.errorf("Lines of a filing in bulk were given up: %s", thrown);
    return ProblemException.of(ProblemType.SERVICE_UNAVAILABLE).withHeader("Retry-After", "30");
  }
}
