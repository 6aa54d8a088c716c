package org.gongkai.narrative;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parts of texts that were read lately. A filing asks for each several times: by itself, beside
 * last year's report, for what was published; and a correction, or a form that is checked while
 * somebody types, leaves most parts as they were. What has something private in it is not kept.
 */
final class ReadTextCache {

  /** A part of more than this share of all would drive out the others. */
  private static final int SHARE = 8;

  private final int mostSigns;
  private final Map<Key, NarrativeText> texts = new LinkedHashMap<>(16, 0.75f, true);
  private int signs;

  /** How the same words are read alike. */
  private record Key(String part, String sent, Lexicon lexicon, boolean area) {}

  ReadTextCache(int mostSigns) {
    this.mostSigns = mostSigns;
  }

  /** The text of a part, which is read if it is not there. */
  NarrativeText get(String part, String sent, Lexicon lexicon, boolean area) {
    Key key = new Key(part, sent, lexicon, area);
    NarrativeText known = find(key);
    if (known != null) {
      return known;
    }
    NarrativeText text = NarrativeText.read(part, sent, lexicon, area, null);
    if (text.secrets().isEmpty() && sent.length() <= mostSigns / SHARE) {
      keep(key, text);
    }
    return text;
  }

  private synchronized @Nullable NarrativeText find(Key key) {
    return texts.get(key);
  }

  private synchronized void keep(Key key, NarrativeText text) {
    if (texts.put(key, text) == null) {
      signs += key.sent().length();
    }
    for (Iterator<Key> oldest = texts.keySet().iterator(); signs > mostSigns; oldest.remove()) {
      signs -= oldest.next().sent().length();
    }
  }

  synchronized int signs() {
    return signs;
  }
}
