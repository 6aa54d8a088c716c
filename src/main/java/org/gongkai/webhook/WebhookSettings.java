package org.gongkai.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How subscribers are told. */
@ConfigMapping(prefix = "gongkai.webhooks")
interface WebhookSettings {

  /**
   * How often each instance looks for something to tell; {@code off}: never. Whoever asks for
   * changes gets all of them at once; this is for those who are told.
   */
  @WithDefault("1s")
  String every();

  /**
   * The pauses after each failed attempt, each made up to a fifth longer or shorter. Together they
   * outlast an outage of a day and a night; after the last one the message is left for people to
   * look at.
   */
  @WithDefault("5s,30s,2m,10m,1h,4h,12h,24h")
  List<Duration> backoff();

  /** How long a receiver may take to answer: one that is slow must not hold up the others. */
  @WithDefault("10s")
  Duration timeout();

  /**
   * How long delivered messages are listed, so that a missing one can be looked for. Dead ones
   * stay.
   */
  @WithDefault("30d")
  Duration keepDelivered();

  /**
   * Whether webhooks may lead into private networks, and without https. Whoever may name an address
   * must not reach what only this machine can reach; true is for closed networks.
   */
  @WithDefault("false")
  boolean allowPrivateAddresses();
}
