package org.gongkai.journal;

import java.util.Locale;
import java.util.Optional;
import org.gongkai.access.Caller;
import org.gongkai.problem.WireCode;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log.
 *
 * @param action the operation, as the contract names it
 * @param problem code of the problem that the answer gave; null where there was no refusal
 * @param caller empty where the request had no valid key or token
 * @param lines the lines that the entry covers, of a request with many; else null
 * @param address network address of the client
 * @param organ null where no single one is meant, and so are region and report
 */
record AuditEntry(
    String action,
    boolean done,
    int status,
    @Nullable String problem,
    Optional<Caller> caller,
    @Nullable String organ,
    @Nullable String region,
    @Nullable Long report,
    @Nullable AuditLines lines,
    String method,
    String path,
    @Nullable String address) {

  /** The same once it is known how it ended. */
  AuditEntry ended(int itsStatus, long itsReport) {
    return new AuditEntry(
        action, done, itsStatus, problem, caller, organ, region, itsReport, lines, method, path,
        address);
  }

  /** Whether the service did what the request asked. */
  public enum AuditOutcome implements WireCode {
    DONE,
    REFUSED;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
