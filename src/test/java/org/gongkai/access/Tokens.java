package org.gongkai.access;

import java.security.Key;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Tokens as the provider of {@link TokenIssuer} would sign them, right and wrong ones. */
final class Tokens {

  /** The issuer's keys, of every kind; each is named after the kind. */
  static final PublicJsonWebKey RSA = rsa("rsa");

  static final PublicJsonWebKey P256 = curve("p256", EllipticCurves.P256);
  static final PublicJsonWebKey P384 = curve("p384", EllipticCurves.P384);
  static final PublicJsonWebKey P521 = curve("p521", EllipticCurves.P521);
  static final PublicJsonWebKey ED25519 = ed25519();

  private Tokens() {}

  static List<PublicJsonWebKey> all() {
    return List.of(RSA, P256, P384, P521, ED25519);
  }

  /** The public halves, as the issuer publishes them. */
  static String published(List<PublicJsonWebKey> keys) {
    return new JsonWebKeySet(keys).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }

  /** What a token says that is right in every respect, but names no role yet. */
  static JwtClaims claims() {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(TokenIssuer.ISSUER);
    claims.setAudience("account", TokenIssuer.AUDIENCE);
    claims.setSubject("u-1024");
    claims.setStringClaim("name", "王敏");
    claims.setIssuedAt(NumericDate.fromSeconds(NumericDate.now().getValue() - 600));
    claims.setExpirationTimeMinutesInTheFuture(5);
    return claims;
  }

  static JwtClaims of(String role, String organ, String region) {
    JwtClaims claims = claims();
    claims.setStringClaim("gongkai_role", role);
    if (organ != null) {
      claims.setStringClaim("gongkai_organ", organ);
    }
    if (region != null) {
      claims.setStringClaim("gongkai_region", region);
    }
    return claims;
  }

  static String signed(JwtClaims claims) {
    return signed(claims, RSA);
  }

  static String signed(JwtClaims claims, PublicJsonWebKey key) {
    return signed(claims, "RS256", key.getKeyId(), key.getPrivateKey());
  }

  static String signed(JwtClaims claims, String algorithm, String name, Key key) {
    JsonWebSignature token = new JsonWebSignature();
    token.setPayload(claims.toJson());
    token.setAlgorithmHeaderValue(algorithm);
    token.setKeyIdHeaderValue(name);
    token.setKey(key);
    token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    token.setDoKeyValidation(false);
    try {
      return token.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  static PublicJsonWebKey rsa(String name) {
    try {
      PublicJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId(name);
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PublicJsonWebKey curve(String name, java.security.spec.ECParameterSpec curve) {
    try {
      EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(curve);
      key.setKeyId(name);
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PublicJsonWebKey ed25519() {
    try {
      OctetKeyPairJsonWebKey key = OkpJwkGenerator.generateJwk("Ed25519");
      key.setKeyId("ed25519");
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
