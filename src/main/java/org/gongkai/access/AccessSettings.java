package org.gongkai.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Callers, and how much they may ask. */
@ConfigMapping(prefix = "gongkai")
interface AccessSettings {

  /** The administrator's key; without it a key is made at the first start and printed once. */
  Optional<String> adminKey();

  /** Whether the start tells on the console where the service is and what to try first. */
  @WithDefault("false")
  boolean welcome();

  /**
   * Whether everybody may read without a key what is published: rollups of basis {@code published},
   * the forms, the registry, published reports. Off, since it is the operator's to open.
   */
  @WithDefault("false")
  boolean publicReading();

  RateLimit rateLimit();

  Work work();

  Jwt jwt();

  /** What one key, or one token's bearer, may ask. */
  interface RateLimit {

    /** Requests per minute, on all instances together; 0: no limit. */
    @WithDefault("60000")
    long perMinute();

    /**
     * Requests that are here at the same time, from the head to the end of the answer, on each
     * instance; 0: any number.
     */
    @WithDefault("64")
    int maxConcurrent();

    /**
     * How many of them are worked on while the others wait for their turn; fewer than an instance
     * works on ({@link Work#maxConcurrent}), so that nobody has all of it. 0: any number.
     */
    @WithDefault("16")
    int atWork();

    /**
     * Requests per minute without a key from one address (of IPv6, one /64), on each instance,
     * where the public reads; 0: no limit. A dashboard asks for some dozens when it is opened, and
     * behind one address may be an office of people who open it.
     */
    @WithDefault("600")
    long publicPerMinute();
  }

  /** What an instance works on at the same time, for all callers together. */
  interface Work {

    /**
     * Requests under {@code /api} that are worked on; the others wait for their turn. As many as
     * there are connections to the database: with more, each takes longer and no more are done. 0:
     * any number.
     */
    @WithDefault("20")
    int maxConcurrent();

    /**
     * How long one may have to wait for its turn while more come than can be done; who has waited
     * longer is told to come again. Where the work itself takes longer at that time, as long as
     * that.
     */
    @WithDefault("50ms")
    Duration targetWait();

    /** How long one may have to wait in a burst, which is worked off as a whole. */
    @WithDefault("2s")
    Duration maxWait();
  }

  /**
   * Whose tokens are accepted, and what they say where. The first three are given together or not
   * at all.
   */
  interface Jwt {

    /** Address of the provider's public keys; without it there are no tokens. */
    Optional<String> jwksUrl();

    /** As tokens name the provider in {@code iss}. */
    Optional<String> issuer();

    /** What {@code aud} of a token for this service holds. */
    Optional<String> audience();

    /** The claim with the role; {@code realm_access/roles} is {@code roles} in the other one. */
    @WithDefault("gongkai_role")
    String roleClaim();

    /** What stands before a role's name in that claim. */
    Optional<String> rolePrefix();

    @WithDefault("gongkai_organ")
    String organClaim();

    @WithDefault("gongkai_region")
    String regionClaim();
  }
}
