package org.gongkai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyTextTest {

  @Test
  void isReadBackAndNeverTheSame() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      KeyText key = KeyText.random();
      assertThat(KeyText.read(key.text())).contains(key);
      assertThat(key.prefix()).hasSize(11);
      assertThat(seen.add(key.text())).isTrue();
    }
  }

  @Test
  void readsNothingElse() {
    String text = KeyText.random().text();
    for (String other :
        new String[] {
          "", "gk_", text + "0", text.substring(1), text.toUpperCase(Locale.ROOT), text + "\n"
        }) {
      assertThat(KeyText.read(other)).isEmpty();
    }
  }

  @Test
  void differentKeysHaveDifferentDigests() {
    byte[] one = KeyText.random().digest();
    byte[] other = KeyText.random().digest();
    assertThat(one).hasSize(32);
    assertThat(KeyText.sameDigest(one, other)).isFalse();
    assertThat(KeyText.sameDigest(one, one.clone())).isTrue();
  }
}
