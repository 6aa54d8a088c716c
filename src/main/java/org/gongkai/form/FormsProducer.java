package org.gongkai.form;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Gives the catalogue, and what reads by it, to whoever asks the container. It is read at the
 * start: a service with a contradictory form must not come up.
 */
final class FormsProducer {

  private static final Logger LOG = Logger.getLogger(FormsProducer.class);

  /** Before anything is scheduled, which would fail for the same reason and hide it. */
  private static final int FIRST = -1000;

  private FormsProducer() {}

  @Startup(FIRST)
  @Produces
  @Singleton
  static Forms forms(FormSettings settings) {
    try {
      return settings.directory().map(Forms::load).orElseGet(Forms::load);
    } catch (ContradictoryForm wrong) {
      LOG.fatalf(
          "格式文件有误，服务不能启动。A form file is wrong, the service cannot start. %s", wrong.getMessage());
      throw wrong;
    }
  }

  @Produces
  @Singleton
  static ContentReader contentReader(Forms forms) {
    return new ContentReader(forms);
  }
}
