package org.gongkai.journal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long answers and leases of an {@code Idempotency-Key} are kept. */
@ConfigMapping(prefix = "gongkai.idempotency")
interface JournalSettings {

  /** How often each instance removes first answers that are kept no longer, and leases. */
  @WithDefault("15m")
  String cleanEvery();

  /**
   * For so long the key of a request that is carried out in many transactions stays taken when an
   * instance ends without a word. It must outlast several attempts to renew it, and a pause of the
   * machine.
   */
  @WithDefault("30s")
  Duration lease();

  /** How often a request that is at work puts the end of its lease off. */
  @WithDefault("5s")
  String renewEvery();
}
