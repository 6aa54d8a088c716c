package org.gongkai;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Objects;
import org.gongkai.platform.CanonicalJson;
import org.gongkai.platform.StrictJson;
import org.gongkai.problem.ProblemException;

/**
 * Prints the digest that the receipt of a document has, so that a receipt can be verified where no
 * service runs.
 */
final class DigestCommand {

  private DigestCommand() {}

  /** Reads a document to its end; the status to end with is 0, or 1 where it is none. */
  static int run(InputStream document, PrintStream output, PrintStream errors) {
    try {
      byte[] digest = CanonicalJson.digest(StrictJson.text(document.readAllBytes()));
      output.println(HexFormat.of().formatHex(digest));
      return 0;
    } catch (UncheckedIOException e) {
      return refuse(errors, Objects.requireNonNull(e.getCause()));
    } catch (IOException | ProblemException e) {
      return refuse(errors, e);
    }
  }

  private static int refuse(PrintStream errors, Exception why) {
    errors.println("不是 JSON 文档。");
    errors.println("No JSON document: " + why.getMessage());
    return 1;
  }
}
