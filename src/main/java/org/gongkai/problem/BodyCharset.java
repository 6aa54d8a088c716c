package org.gongkai.problem;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The charset that a request states for its body. JSON has no parameter for it (RFC 8259, 11) and
 * everything but CSV is read as UTF-8, so that a sender who says otherwise is told, and nobody has
 * to find out from {@code 联通} in GBK, which is good UTF-8 and other words.
 *
 * <p>CSV is read in GB18030 too, where its resource is told so.
 */
final class BodyCharset {

  /** The last is what many libraries state for whatever they send, which is UTF-8 nevertheless. */
  private static final Set<String> READ = Set.of("utf-8", "utf8", "us-ascii", "iso-8859-1");

  private static final Pattern STATED =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]*)", Pattern.CASE_INSENSITIVE);

  private BodyCharset() {}

  static Optional<ProblemException> objection(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaderNames.CONTENT_TYPE);
    if (type == null || type.toLowerCase(Locale.ROOT).strip().startsWith("text/csv")) {
      return Optional.empty();
    }
    Matcher stated = STATED.matcher(type);
    if (!stated.find() || READ.contains(stated.group(1).toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    return Optional.of(
        ProblemException.of(
            ProblemType.UNSUPPORTED_MEDIA_TYPE,
            "请求体须为 UTF-8 编码：不接受这种 charset，请转为 UTF-8 再发。",
            "The body must be in UTF-8: this charset is not read; send the body in UTF-8."));
  }
}
