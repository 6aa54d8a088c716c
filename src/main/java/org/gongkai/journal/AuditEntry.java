package org.gongkai.journal;

import java.util.Locale;
import java.util.Optional;
import org.gongkai.access.Caller;
import org.gongkai.problem.WireCode;

/**
 * What is to be remembered of a request.
 *
 * @param action the operation, as the contract names it
 * @param problem code of the problem that a refusal was answered with, or null
 * @param caller empty where there was none that is known
 * @param lines of a request with many, those that the entry is about; else null
 * @param address where it came from
 */
record AuditEntry(
    String action,
    boolean done,
    int status,
    String problem,
    Optional<Caller> caller,
    String organ,
    String region,
    Long report,
    AuditLines lines,
    String method,
    String path,
    String address) {

  /** Whether what was attempted was done. */
  public enum AuditOutcome implements WireCode {
    DONE,
    REFUSED;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
