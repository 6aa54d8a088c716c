package org.gongkai.reading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.gongkai.receipt.ReceiptView;
import org.jspecify.annotations.Nullable;

/**
 * Answers with a report as a document. How documents are made, a later room knows; which report it
 * is, and whether the caller may see it, is settled before.
 */
public interface ReportPrinter {

  /** Answers, or says that the caller has it. */
  Response print(Printable report, DocumentFormat format, HttpHeaders headers);

  /**
   * What is printed.
   *
   * @param report its id
   * @param revision number of the revision
   * @param content as {@code POST /reports} takes it
   * @param writtenAt when the revision was written, or null where that is not asked for
   * @param receipt the proof of its submission, or null where there is none or the caller is not to
   *     see it
   */
  record Printable(
      long report,
      int revision,
      ObjectNode content,
      @Nullable Instant writtenAt,
      @Nullable ReceiptView receipt) {}
}
