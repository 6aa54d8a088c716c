package org.gongkai.access;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/**
 * Finds the caller of a token. The reason for a refusal goes to the log at debug level, for
 * operators who set up a provider; the token itself never does, because anybody could use it.
 */
@Startup(TokenCheck.EARLY)
@Singleton
final class TokenCheck {

  private static final Logger LOG = Logger.getLogger(TokenCheck.class);

  /** Before the administrator's key is printed: a start that fails must not use that up. */
  static final int EARLY = 1_000;

  private static final int SKEW_SECONDS = 30;

  /** How long keys are used when the issuer does not say. */
  private static final long CACHE_SECONDS = 600;

  /** How long keys outlive an issuer that does not answer. */
  private static final long CACHE_ON_ERROR_SECONDS = 600;

  /** Unknown names of keys make us ask the issuer again, but no more often than this. */
  private static final long ASK_AGAIN_MILLIS = 2_000;

  /**
   * Algorithms that need the issuer's private key: with a shared secret, a checker could also sign.
   */
  private static final AlgorithmConstraints ALGORITHMS =
      new AlgorithmConstraints(
          AlgorithmConstraints.ConstraintType.PERMIT,
          AlgorithmIdentifiers.RSA_USING_SHA256,
          AlgorithmIdentifiers.RSA_USING_SHA384,
          AlgorithmIdentifiers.RSA_USING_SHA512,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
          AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
          AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
          AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
          AlgorithmIdentifiers.EDDSA);

  /** The others may quote the token. */
  private static final Set<Integer> TELLABLE =
      Set.of(
          ErrorCodes.EXPIRED,
          ErrorCodes.EXPIRATION_MISSING,
          ErrorCodes.NOT_YET_VALID,
          ErrorCodes.AUDIENCE_MISSING,
          ErrorCodes.AUDIENCE_INVALID,
          ErrorCodes.ISSUER_MISSING,
          ErrorCodes.ISSUER_INVALID,
          ErrorCodes.SUBJECT_MISSING);

  private final Optional<JwtConsumer> consumer;
  private final TokenClaims claims;
  private final Clock clock;

  TokenCheck(TokenSettings settings, Clock clock) {
    this.consumer = settings.trust().map(TokenCheck::consumer);
    this.claims = new TokenClaims(settings.claims());
    this.clock = clock;
  }

  private static JwtConsumer consumer(TokenSettings.Trust trust) {
    HttpsJwks keys = new HttpsJwks(trust.keys().toString());
    keys.setSimpleHttpGet(new IssuerKeys());
    keys.setDefaultCacheDuration(CACHE_SECONDS);
    keys.setRetainCacheOnErrorDuration(CACHE_ON_ERROR_SECONDS);
    keys.setRefreshReprieveThreshold(ASK_AGAIN_MILLIS);
    return new JwtConsumerBuilder()
        .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
        .setJwsAlgorithmConstraints(ALGORITHMS)
        .setExpectedIssuer(trust.issuer())
        .setExpectedAudience(trust.audience())
        .setRequireExpirationTime()
        .setRequireSubject()
        .setAllowedClockSkewInSeconds(SKEW_SECONDS)
        .build();
  }

  boolean acceptsTokens() {
    return consumer.isPresent();
  }

  Optional<Caller> callerWith(String token) {
    if (consumer.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(claims.caller(consumer.get().processToClaims(token), clock.instant()));
    } catch (InvalidJwtException e) {
      LOG.debugf("A token was refused: %s", reason(e));
    } catch (MalformedClaimException | TokenClaims.Unclear e) {
      LOG.debugf("A token was refused: %s", e.getMessage());
    }
    return Optional.empty();
  }

  private static String reason(InvalidJwtException refused) {
    List<ErrorCodeValidator.Error> errors = refused.getErrorDetails();
    String said =
        errors.stream()
            .filter(error -> TELLABLE.contains(error.getErrorCode()))
            .map(ErrorCodeValidator.Error::getErrorMessage)
            .collect(Collectors.joining("; "));
    return said.isEmpty() ? "its form, algorithm, key or signature" : said;
  }
}
