package org.gongkai.access;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * What each line of the log that is written for a request says beside its words, where logs are
 * JSON: by which number the request goes, whose it is, and of which report.
 */
final class RequestLog {

  /** A proxy's number of a request, if it is one and not a text to forge lines with. */
  private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  private static final String NUMBERED_BY_PROXY = "X-Request-Id";
  private static final Pattern OF_A_REPORT = Pattern.compile("/api/v1/reports/(\\d{1,18})(/.*)?");

  private RequestLog() {}

  /** On the request's own context, which its work inherits. */
  static void name(HttpServerRequest request, String caller) {
    String number =
        Optional.ofNullable(request.getHeader(NUMBERED_BY_PROXY))
            .filter(given -> NUMBER.matcher(given).matches())
            .orElseGet(() -> UUID.randomUUID().toString());
    MDC.put("request", number);
    MDC.put("caller", caller);
    Matcher report = OF_A_REPORT.matcher(Optional.ofNullable(request.path()).orElse(""));
    if (report.matches()) {
      MDC.put("report", report.group(1));
    }
  }
}
