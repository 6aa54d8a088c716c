package org.gongkai.document;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gongkai.problem.ProblemException;

/** The font that PDF files are made with, which a bare machine lacks. */
final class ChineseFont {

  static final PaperFonts FONTS =
      new PaperFonts(Optional.empty(), Optional.empty(), List.of(Path.of("/usr/share/fonts")));

  private ChineseFont() {}

  static void required() {
    assumeTrue(isThere(), "needs a Chinese font: apt-get install fonts-noto-cjk");
  }

  private static boolean isThere() {
    if (!Files.isDirectory(Path.of("/usr/share/fonts"))) {
      return false;
    }
    try {
      FONTS.of(List.of((int) '报'));
      return true;
    } catch (ProblemException none) {
      return false;
    }
  }
}
