package org.gongkai.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares two texts sentence by sentence. A sentence is kept with what ends it, so that the
 * sentences together are the text.
 */
final class TextDiff {

  private static final Pattern SENTENCE = Pattern.compile("[^。！？；\\n]*[。！？；\\n]+|[^。！？；\\n]+");

  /**
   * Effort and memory grow with the square of this, and a text of nothing but full stops is
   * allowed. Beyond it, where no report comes, what lies between the first and the last difference
   * counts as one.
   */
  private static final int MOST_SENTENCES = 1_000;

  private TextDiff() {}

  /**
   * What was added, removed and changed, in order.
   *
   * @param from null where there was no text
   * @param to null where there is no text
   */
  static List<Differences.TextChange> of(@Nullable String from, @Nullable String to) {
    if (from == null || to == null) {
      return List.of(new Differences.TextChange(from, to));
    }
    List<String> before = sentences(from);
    List<String> now = sentences(to);
    int head = commonHead(before, now);
    int tail = commonTail(before.subList(head, before.size()), now.subList(head, now.size()));
    List<String> changed = before.subList(head, before.size() - tail);
    List<String> into = now.subList(head, now.size() - tail);
    if (changed.size() + into.size() > MOST_SENTENCES) {
      return List.of(new Differences.TextChange(joined(changed), joined(into)));
    }
    return differences(changed, into);
  }

  private static List<Differences.TextChange> differences(List<String> before, List<String> now) {
    List<Differences.TextChange> changes = new ArrayList<>();
    for (AbstractDelta<String> delta : DiffUtils.diff(before, now).getDeltas()) {
      changes.add(new Differences.TextChange(text(delta.getSource()), text(delta.getTarget())));
    }
    return changes;
  }

  private static @Nullable String text(Chunk<String> chunk) {
    return joined(chunk.getLines());
  }

  private static @Nullable String joined(List<String> sentences) {
    return sentences.isEmpty() ? null : String.join("", sentences);
  }

  static List<String> sentences(String text) {
    List<String> sentences = new ArrayList<>();
    for (Matcher each = SENTENCE.matcher(text); each.find(); ) {
      sentences.add(each.group());
    }
    return sentences;
  }

  private static int commonHead(List<String> before, List<String> now) {
    int most = Math.min(before.size(), now.size());
    int same = 0;
    while (same < most && before.get(same).equals(now.get(same))) {
      same++;
    }
    return same;
  }

  private static int commonTail(List<String> before, List<String> now) {
    return commonHead(before.reversed(), now.reversed());
  }
}
