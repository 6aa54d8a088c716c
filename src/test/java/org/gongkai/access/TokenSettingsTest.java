package org.gongkai.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSettingsTest {

  private static final String URL = "https://login.example.gov.cn/jwks";

  @Test
  void withoutAnythingNoTokensAreAccepted() {
    assertThat(settings(null, null, null).trust()).isEmpty();
  }

  @Test
  void withAllThreeTheyAre() {
    assertThat(settings(URL, "issuer", "audience").trust().orElseThrow().keys()).hasToString(URL);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        URL + ", -, -",
        "-, i, -",
        "-, -, a",
        URL + ", i, -",
        URL + ", -, a",
        "-, i, a",
      })
  void halfOfItStopsTheStart(String url, String issuer, String audience) {
    assertThatThrownBy(() -> settings(url, issuer, audience))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("GONGKAI_JWT_AUDIENCE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"login.example.gov.cn/jwks", "file:///etc/keys", "https://", "a b", ""})
  void whatIsNoWebAddressStopsTheStart(String url) {
    assertThatThrownBy(() -> settings(url, "issuer", "audience"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("GONGKAI_JWT_JWKS_URL");
  }

  private static TokenSettings settings(String url, String issuer, String audience) {
    Map<String, String> given = new HashMap<>();
    given.put("gongkai.jwt.jwks-url", url);
    given.put("gongkai.jwt.issuer", issuer);
    given.put("gongkai.jwt.audience", audience);
    given.values().removeIf(Objects::isNull);
    return new TokenSettings(
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(AccessSettings.class)
            .withDefaultValues(given)
            .build()
            .getConfigMapping(AccessSettings.class));
  }
}
