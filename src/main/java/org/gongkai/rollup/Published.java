package org.gongkai.rollup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gongkai.form.CellPath;
import org.gongkai.tally.Tally;

/**
 * What was published through one channel.
 *
 * @param channel code of the channel; empty for the stated totals over all channels
 */
public record Published(String channel, String unit, Tally.Added added) {

  static final String SECTION = "publications";

  private static final String START = SECTION + ".";

  /** In the order of the channels, totals first. */
  public static List<Published> in(Tally tally, List<String> channels) {
    List<Published> published = new ArrayList<>();
    tally
        .cells()
        .forEach(
            (path, added) -> {
              if (path.startsWith(START) && added.reports() > 0) {
                published.add(new Published(CellPath.rowId(path), CellPath.column(path), added));
              }
            });
    published.sort(
        Comparator.<Published>comparingInt(p -> channels.indexOf(p.channel()))
            .thenComparing(Published::unit));
    return published;
  }

  public boolean isTotal() {
    return channel.isEmpty();
  }
}
