package org.gongkai.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalLimitTest {

  @Test
  void aNetworkOfVersionSixCountsAsOne() {
    String one = RefusalLimit.network("2001:db8:1:2:3:4:5:6");
    assertThat(RefusalLimit.network("2001:db8:1:2::1")).isEqualTo(one);
    assertThat(RefusalLimit.network("2001:db8:1:3::1")).isNotEqualTo(one);
  }

  @Test
  void otherAddressesCountByThemselves() {
    assertThat(RefusalLimit.network("10.0.0.1")).isNotEqualTo(RefusalLimit.network("10.0.0.2"));
    assertThat(RefusalLimit.network("a.name")).isEqualTo("a.name");
    assertThat(RefusalLimit.network(null)).isEqualTo("null");
  }
}
