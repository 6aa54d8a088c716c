package org.gongkai.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredKeyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gk_admin_for_the_tests_only",
        "correct horse battery staple",
        "!2345678901234567890"
      })
  void takesAKeyAsItIsGiven(String key) {
    ConfiguredKey configured = new ConfiguredKey(Optional.of(key));
    assertThat(configured.isPresent()).isTrue();
    assertThat(configured.hasDigest(KeyText.digest(key))).isTrue();
    assertThat(configured.hasDigest(KeyText.digest(key + " "))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1234567890123456789"})
  void refusesAShortOneWithoutSayingIt(String key) {
    assertThatThrownBy(() -> new ConfiguredKey(Optional.of(key)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("GONGKAI_ADMIN_KEY")
        .hasMessageContaining("20")
        .hasMessageNotContaining(": " + key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " 12345678901234567890",
        "12345678901234567890\n",
        "1234567890\t1234567890",
        "一二三四五六七八九十一二三四五六七八九十"
      })
  void refusesWhatNoHeaderCanCarry(String key) {
    assertThatThrownBy(() -> new ConfiguredKey(Optional.of(key)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("ASCII");
  }

  @Test
  void canBeAbsent() {
    ConfiguredKey none = new ConfiguredKey(Optional.empty());
    assertThat(none.isPresent()).isFalse();
    assertThat(none.hasDigest(KeyText.digest(""))).isFalse();
  }
}
