package org.gongkai.document;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Documents that are made. */
@ConfigMapping(prefix = "gongkai.documents")
interface DocumentSettings {

  /**
   * The font of the text of PDFs, a file (ttf, otf, ttc). Unless set, one is looked for where
   * systems have them; there is none in the package, since those that official documents want are
   * not free.
   */
  Optional<Path> font();

  /** The font of their headings; that of the text unless one is found. */
  Optional<Path> headingFont();

  /** How long a PDF may take to make; what takes longer is refused. */
  @WithDefault("60s")
  Duration timeout();

  /**
   * How many PDFs are made at the same time on each instance; others wait for their turn. Each
   * takes a core and some ten megabytes.
   */
  @WithDefault("1")
  int maxConcurrent();

  /**
   * Where people reach this service, {@code https://gongkai.example}: printed before the address of
   * the receipt, and as a QR code that leads there. Unless set, the address is printed without it,
   * and no code.
   */
  Optional<String> address();
}
