package org.gongkai.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where in a token the role is looked for, provider by provider. */
class TokenClaimsTest {

  private static final String KEYCLOAK =
      """
      {"sub":"u","exp":4000000000,"preferred_username":"wangmin","realm_access":{"roles":["uma","%s"]},
       "resource_access":{"gongkai":{"roles":["gongkai-reader"]}},
       "https://gongkai.example/role":"admin","organization":{"region":["371002"]},"list":["office"]}
      """;

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "realm_access/roles,            -,        admin,         ADMIN",
        "realm_access/roles,            gongkai-, gongkai-admin, ADMIN",
        "realm_access/roles,            gongkai-, admin,         -",
        "realm_access/roles,            -,        gongkai-admin, -",
        "resource_access/gongkai/roles, gongkai-, x,             READER",
        "https://gongkai.example/role,  -,        x,             ADMIN",
        "realm_access,                  -,        admin,         -",
        "realm_access/roles/admin,      -,        admin,         -",
        "sub/roles,                     -,        admin,         -",
        "nothing,                       -,        admin,         -",
        "/,                             -,        admin,         -"
      })
  void theRoleIsFoundByItsPath(String path, String prefix, String given, Role found)
      throws Exception {
    TokenClaims claims = claims(path, prefix, "nothing");
    JwtClaims token = JwtClaims.parse(KEYCLOAK.formatted(given));
    if (found == null) {
      assertThatThrownBy(() -> claims.caller(token, Instant.EPOCH))
          .isInstanceOf(TokenClaims.Unclear.class);
    } else {
      assertThat(claims.caller(token, Instant.EPOCH).role()).isEqualTo(found);
    }
  }

  @Test
  void regionAndNameAreFoundToo() throws Exception {
    Caller caller =
        claims("list", null, "organization/region")
            .caller(JwtClaims.parse(KEYCLOAK.formatted("x")), Instant.EPOCH);
    assertThat(caller.region()).contains("371002");
    assertThat(caller.authorName()).isEqualTo("wangmin (token:u)");
    assertThat(caller.keyId()).isEmpty();
  }

  @Test
  void aLongNameIsCutBetweenCharacters() throws Exception {
    JwtClaims token = JwtClaims.parse("{\"sub\":\"u\",\"exp\":1,\"role\":\"admin\"}");
    token.setStringClaim("name", "𠮷".repeat(101));
    assertThat(claims("role", null, "region").caller(token, Instant.EPOCH).label())
        .contains("𠮷".repeat(100));
  }

  private static TokenClaims claims(String role, String prefix, String region) {
    return new TokenClaims(
        new TokenSettings.Claims(role, prefix == null ? "" : prefix, "nothing", region));
  }
}
