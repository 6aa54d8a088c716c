package org.gongkai.redaction;

import java.util.List;

/**
 * Words of a report are masked. Fired inside the transaction that does it; whoever keeps words of
 * these reports lets go of them.
 *
 * @param reports the report, and others with findings that quoted it
 * @param words what is masked
 */
public record ReportsRedacted(List<Long> reports, List<String> words) {

  public ReportsRedacted {
    reports = List.copyOf(reports);
    words = List.copyOf(words);
  }
}
