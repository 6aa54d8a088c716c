package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The running service knows all its settings, those too that nobody injects. */
@QuarkusTest
class UnknownSettingsAtStartTest {

  @Inject UnknownSettings settings;

  @Test
  void allSettingsAreKnown() {
    assertThat(settings.known()).isEqualTo(UnknownSettingsTest.KNOWN);
    assertThat(
            UnknownSettings.warnings(
                ConfigProvider.getConfig().getConfigSources(), settings.known()))
        .isEmpty();
  }
}
