package org.gongkai.reading;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.gongkai.receipt.ReceiptView;
import org.gongkai.report.ReportView;
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
      @Nullable ReceiptView receipt) {

    /** A report as it is shown to the caller. */
    static Printable of(ReportView report) {
      ObjectNode content = JsonNodeFactory.instance.objectNode();
      content.put("organ", report.organ()).put("year", report.year());
      content.put("scope", report.scope().code());
      ObjectNode editions = content.putObject("editions");
      report.editions().forEach(editions::put);
      content.setAll(report.document());
      return new Printable(report.id(), report.revision(), content, null, report.receipt());
    }
  }
}
