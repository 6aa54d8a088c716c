package org.gongkai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody can be taken for somebody else by what they call themselves. */
class AuthorNameTest {

  private static Caller caller(Optional<UUID> key, String prefix, String label) {
    return new Caller(
        key,
        prefix,
        Optional.ofNullable(label),
        Role.ADMIN,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static String key(String prefix, String label) {
    return caller(Optional.of(UUID.randomUUID()), prefix, label).authorName();
  }

  private static String token(String subject, String name) {
    return caller(Optional.empty(), subject, name).authorName();
  }

  @Test
  void whatTheServiceKnowsThemByStandsAtTheEnd() {
    assertThat(key("gk_4f9a2c7b", null)).isEqualTo("gk_4f9a2c7b");
    assertThat(key("gk_4f9a2c7b", "公文系统")).isEqualTo("公文系统 (gk_4f9a2c7b)");
    assertThat(token("u-1024", "王敏")).isEqualTo("王敏 (token:u-1024)");
    assertThat(token("u-1024", null)).isEqualTo("token:u-1024");
  }

  @Test
  void aSubjectThatIsWrittenLikeAKeyIsAToken() {
    assertThat(token("gk_4f9a2c7b", "公文系统")).isNotEqualTo(key("gk_4f9a2c7b", "公文系统"));
    assertThat(token("configured", null)).isNotEqualTo(key("configured", null));
    assertThat(token("x) (gk_4f9a2c7b", "王敏")).isEqualTo("王敏 (token:x%29 %28gk_4f9a2c7b)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "公文系统 (gk_4f9a2c7b)",
        "GK_4F9A2C7B",
        "configured",
        "Configured key",
        "王敏 (token:u-1024)",
        "a\nb",
        "??"
      })
  void aLabelHoldsNothingThatOnlyTheServiceSays(String label) {
    assertThat(AuthorName.objectionTo(label)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"公文系统", "王敏（信息科）", "reconfigured", "gk_x", "mirror (test)"})
  void otherLabelsAreTaken(String label) {
    assertThat(AuthorName.objectionTo(label)).isEmpty();
  }
}
