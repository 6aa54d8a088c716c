package org.gongkai.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.StorableText;
import org.gongkai.platform.WrittenText;
import org.gongkai.problem.ProblemException;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/** Reads the caller from the claims of a verified token. */
record TokenClaims(TokenSettings.Claims names) {

  /** A verified token with claims that do not identify a caller. */
  static final class Unclear extends Exception {
    Unclear(String reason) {
      super(reason);
    }
  }

  /** As long as OpenID Connect lets a subject be. */
  private static final int LONGEST_SUBJECT = 255;

  private static final int LONGEST_NAME = 100;
  private static final long LAST_SECOND = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  Caller caller(JwtClaims claims, Instant now) throws Unclear, MalformedClaimException {
    Role role = role(claims);
    Optional<String> organ = text(claims, names.organ());
    Optional<String> region = text(claims, names.region());
    requireConsistent(
        new NewKey(role, organ.orElse(null), region.orElse(null), null, null, null), now);
    long end = Math.min(claims.getExpirationTime().getValue(), LAST_SECOND);
    return new Caller(
        Optional.empty(),
        subject(claims),
        name(claims),
        role,
        organ,
        region,
        Optional.of(Instant.ofEpochSecond(end)),
        false);
  }

  private static void requireConsistent(NewKey claimed, Instant now) throws Unclear {
    try {
      claimed.requireConsistent(now);
    } catch (ProblemException e) {
      throw new Unclear("its role does not go with its organ or region: " + e.getMessage());
    }
  }

  private Role role(JwtClaims claims) throws Unclear {
    List<Role> known =
        values(claims, names.role()).stream()
            .flatMap(value -> roleOf(value).stream())
            .distinct()
            .toList();
    if (known.size() != 1) {
      throw new Unclear(
          "the claim %s names %d roles of ours, not one".formatted(names.role(), known.size()));
    }
    return known.getFirst();
  }

  private Optional<Role> roleOf(Object value) {
    return value instanceof String text && text.startsWith(names.rolePrefix())
        ? Parameters.choice(text.substring(names.rolePrefix().length()), Role.class)
        : Optional.empty();
  }

  /** One text; providers that keep attributes as lists send a list of one. */
  private static Optional<String> text(JwtClaims claims, String path) throws Unclear {
    List<?> values = values(claims, path);
    if (values.isEmpty()) {
      return Optional.empty();
    }
    if (values.size() == 1
        && values.getFirst() instanceof String text
        && !text.isBlank()
        && StorableText.isStorable(text)) {
      return Optional.of(text);
    }
    throw new Unclear("the claim " + path + " is not one text");
  }

  /** A claim of that name; else the names of nested ones, with slashes between. */
  private static List<?> values(JwtClaims claims, String path) {
    Object value = claims.getClaimValue(path);
    if (value == null) {
      value = claims.getClaimsMap();
      for (String name : path.split("/")) {
        value = value instanceof Map<?, ?> map ? map.get(name) : null;
      }
    }
    return switch (value) {
      case null -> List.of();
      case List<?> list -> list;
      default -> List.of(value);
    };
  }

  private static String subject(JwtClaims claims) throws Unclear, MalformedClaimException {
    String subject = claims.getSubject();
    if (subject.isBlank() || subject.length() > LONGEST_SUBJECT || !isPlain(subject)) {
      throw new Unclear("its subject cannot be the name of an author");
    }
    return subject;
  }

  private static Optional<String> name(JwtClaims claims) {
    for (String claim : List.of("name", "preferred_username")) {
      if (claims.getClaimValue(claim) instanceof String name
          && !name.isBlank()
          && AuthorName.objectionTo(name.strip()).isEmpty()) {
        String text = name.strip();
        int end = text.offsetByCodePoints(0, Math.min(LONGEST_NAME, points(text)));
        return Optional.of(text.substring(0, end));
      }
    }
    return Optional.empty();
  }

  private static int points(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Fit for a line of a log and a cell of a table. */
  private static boolean isPlain(String text) {
    return WrittenText.NAME.objectionTo(text).isEmpty();
  }
}
