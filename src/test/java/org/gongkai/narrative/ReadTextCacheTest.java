package org.gongkai.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import org.junit.jupiter.api.Test;

/** What was read is not read again, and what is kept of it is little. */
class ReadTextCacheTest {

  private static final Lexicon WORDS = Lexicon.of(FORMS, 2021);
  private static final String SAID = "2021年，我局共收到政府信息公开申请12件。";

  private final ReadTextCache lately = new ReadTextCache(800);

  private NarrativeText read(String text) {
    return lately.get("overview", text, WORDS, false);
  }

  @Test
  void theSameWordsOfTheSamePartAreReadOnce() {
    NarrativeText first = read(SAID);
    assertThat(read(new String(SAID.toCharArray()))).isSameAs(first);
    assertThat(first.statements()).hasSize(1);
  }

  @Test
  void anotherPartYearOrScopeIsReadAnew() {
    NarrativeText first = read(SAID);
    assertThat(lately.get("problems", SAID, WORDS, false)).isNotSameAs(first);
    assertThat(lately.get("overview", SAID, WORDS, true)).isNotSameAs(first);
    NarrativeText later = lately.get("overview", SAID, Lexicon.of(FORMS, 2022), false);
    assertThat(first.statements()).hasSize(1);
    assertThat(later.statements()).isEmpty();
  }

  @Test
  void whatIsPrivateIsNotKept() {
    String hidden = SAID + "联系人手机13812345678。";
    NarrativeText first = read(hidden);
    assertThat(first.secrets()).isNotEmpty();
    assertThat(read(hidden)).isNotSameAs(first);
    assertThat(lately.signs()).isZero();
  }

  @Test
  void whatWasReadLongAgoIsForgotten() {
    NarrativeText first = read(SAID);
    for (int i = 0; i < 100; i++) {
      read(i + SAID);
      assertThat(lately.signs()).isLessThanOrEqualTo(800);
    }
    assertThat(read(SAID)).isNotSameAs(first);
    assertThat(read("长".repeat(101)).sent()).hasSize(101);
    assertThat(lately.signs()).isLessThanOrEqualTo(800);
  }
}
