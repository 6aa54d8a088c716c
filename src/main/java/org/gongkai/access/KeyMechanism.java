package org.gongkai.access;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Takes the key from {@code X-API-Key}, or from {@code Authorization: Bearer}, which is all that
 * some collectors of metrics can send; there may be a token of the identity provider there as well.
 */
@Singleton
class KeyMechanism implements HttpAuthenticationMechanism {

  static final String HEADER = "X-API-Key";

  /** How a refusal says what is wanted. */
  static final String CHALLENGE = "ApiKey realm=\"gongkai\", Bearer realm=\"gongkai\"";

  private static final String BEARER = "Bearer ";

  /** A signed token as it is sent: header, claims and signature; keys have no dots. */
  private static final Pattern TOKEN =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

  private final TokenCheck tokens;
  private final PublicReading publicReading;

  KeyMechanism(TokenCheck tokens, PublicReading publicReading) {
    this.tokens = tokens;
    this.publicReading = publicReading;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    return credential(context)
        .map(
            credential ->
                identities
                    .authenticate(credential)
                    .onItem()
                    .invoke(identity -> requireAllowance(context, identity)))
        .orElseGet(() -> anonymous(context));
  }

  /** A caller without key and token: one of the public, where that may read. */
  private Uni<SecurityIdentity> anonymous(RoutingContext context) {
    if (!publicReading.isOpen() || ServerRoutes.areUnlimited(context)) {
      return Uni.createFrom().nullItem();
    }
    return Uni.createFrom()
        .item(() -> publicReading.identityOf(context))
        .invoke(identity -> requireAllowance(context, identity));
  }

  /** Sends the caller's remaining allowance, and refuses where none is left. */
  private static void requireAllowance(RoutingContext context, SecurityIdentity identity) {
    Allowance left = identity.getAttribute(Access.ALLOWANCE);
    if (left == null || ServerRoutes.areUnlimited(context)) {
      return;
    }
    context.response().putHeader("RateLimit-Policy", left.policy());
    context.response().putHeader("RateLimit", left.state());
    left.retryAfter()
        .ifPresent(
            seconds -> {
              throw ProblemException.of(ProblemType.TOO_MANY_REQUESTS)
                  .withHeader("Retry-After", seconds);
            });
  }

  private Optional<AuthenticationRequest> credential(RoutingContext context) {
    String own = context.request().getHeader(HEADER);
    String authorization = context.request().getHeader(HttpHeaderNames.AUTHORIZATION);
    return Optional.ofNullable(sent(own, authorization))
        .map(text -> own == null ? bearer(text) : new KeyCredential(text));
  }

  /**
   * The key or token, the same in whichever of its many spellings it is sent; null where there is
   * none.
   */
  static @Nullable String sent(@Nullable String own, @Nullable String authorization) {
    if (own != null) {
      return own.strip();
    }
    return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? authorization.substring(BEARER.length()).strip()
        : null;
  }

  private AuthenticationRequest bearer(String text) {
    return tokens.acceptsTokens() && TOKEN.matcher(text).matches()
        ? new TokenCredential(text)
        : new KeyCredential(text);
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom()
        .item(new ChallengeData(401, HttpHeaderNames.WWW_AUTHENTICATE, CHALLENGE));
  }

  /** Refuses what is guarded by its path, in the words of every other refusal. */
  @Override
  public Uni<Boolean> sendChallenge(RoutingContext context) {
    return Uni.createFrom()
        .item(
            () -> {
              context.fail(new UnauthorizedException());
              return true;
            });
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(KeyCredential.class, TokenCredential.class);
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return Uni.createFrom()
        .item(
            new HttpCredentialTransport(
                HttpCredentialTransport.Type.OTHER_HEADER, HEADER, "api-key"));
  }
}
