package org.gongkai.difference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Content;
import org.gongkai.form.PublicationCount;
import org.jspecify.annotations.Nullable;

/**
 * Compares what two revisions say of their channels. Entries have no name of their own: those of
 * one channel, unit and account are the same thing, and where there are several, what did not
 * change is put aside first and the others are taken in order.
 */
final class PublicationDiff {

  /** What entries are told apart by. */
  private record Key(@Nullable String channel, String unit, @Nullable String name) {

    static Key of(PublicationCount entry) {
      return new Key(entry.channel(), entry.unit(), entry.name());
    }
  }

  /** The entries of one key. */
  private static final class Entries {
    final List<PublicationCount> before = new ArrayList<>();
    final List<PublicationCount> now = new ArrayList<>();

    void putAsideWhatIsTheSame() {
      for (Iterator<PublicationCount> each = before.iterator(); each.hasNext(); ) {
        if (now.remove(each.next())) {
          each.remove();
        }
      }
    }
  }

  private PublicationDiff() {}

  static List<Differences.Publication> of(Content from, Content to) {
    List<Differences.Publication> differences = new ArrayList<>();
    for (Entries entries : entries(from, to)) {
      entries.putAsideWhatIsTheSame();
      compare(entries, differences);
    }
    return differences;
  }

  /** All entries of both, also those that are the same. */
  static List<Differences.Publication> beside(Content from, Content to) {
    List<Differences.Publication> all = new ArrayList<>();
    entries(from, to).forEach(entries -> compare(entries, all));
    return all;
  }

  private static Collection<Entries> entries(Content from, Content to) {
    Map<Key, Entries> byKey = new LinkedHashMap<>();
    to.publications().forEach(entry -> entries(byKey, entry).now.add(entry));
    from.publications().forEach(entry -> entries(byKey, entry).before.add(entry));
    to.published().ifPresent(total -> entries(byKey, total).now.add(total));
    from.published().ifPresent(total -> entries(byKey, total).before.add(total));
    return byKey.values();
  }

  private static Entries entries(Map<Key, Entries> byKey, PublicationCount entry) {
    return byKey.computeIfAbsent(Key.of(entry), key -> new Entries());
  }

  private static void compare(Entries entries, List<Differences.Publication> differences) {
    int most = Math.max(entries.before.size(), entries.now.size());
    for (int i = 0; i < most; i++) {
      differences.add(difference(at(entries.before, i), at(entries.now, i)));
    }
  }

  private static @Nullable PublicationCount at(List<PublicationCount> entries, int index) {
    return index < entries.size() ? entries.get(index) : null;
  }

  private static Differences.Publication difference(
      @Nullable PublicationCount from, @Nullable PublicationCount to) {
    return new Differences.Publication(
        from,
        to,
        from == null || to == null ? null : Differences.difference(from.count(), to.count()));
  }
}
