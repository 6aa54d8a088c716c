package org.gongkai.document;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;
import org.jboss.logging.Logger;

/**
 * The fonts that PDFs are made with: those that are set, else the first of those that systems have.
 * A font of all Chinese signs is large, and is kept while there is memory for it.
 */
@Singleton
class PaperFonts {

  private static final Logger LOG = Logger.getLogger(PaperFonts.class);

  private static final Text NONE =
      new Text(
          "本机没有可用的中文字体，无法生成 PDF。请安装中文字体（如 fonts-noto-cjk），或以 GONGKAI_DOCUMENTS_FONT"
              + " 指定字体文件；其他格式不受影响。",
          "This machine has no Chinese font to make a PDF with. Install one (such as fonts-noto-cjk), or"
              + " name a file by GONGKAI_DOCUMENTS_FONT; other formats need none.");

  /** Under these directories systems keep fonts. */
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/share/fonts"),
          Path.of("/usr/local/share/fonts"),
          Path.of("/Library/Fonts"),
          Path.of("/System/Library/Fonts"),
          Path.of("C:\\Windows\\Fonts"));

  /** Names of files without their endings, best first. */
  private static final List<String> FOR_TEXT =
      List.of(
          "simfang",
          "FangSong_GB2312",
          "STFangsong",
          "FZFSJW",
          "simsun",
          "NotoSerifCJK-Regular",
          "NotoSerifCJKsc-Regular",
          "NotoSerifSC-Regular",
          "SourceHanSerifSC-Regular",
          "SourceHanSerif-Regular",
          "Songti",
          "uming",
          "NotoSansCJK-Regular",
          "NotoSansSC-Regular",
          "SourceHanSansSC-Regular",
          "wqy-microhei",
          "wqy-zenhei",
          "DroidSansFallbackFull");

  private static final List<String> FOR_HEADINGS =
      List.of(
          "simhei",
          "STHeiti Medium",
          "NotoSansCJK-Medium",
          "NotoSansCJK-Regular",
          "NotoSansCJKsc-Regular",
          "NotoSansSC-Regular",
          "SourceHanSansSC-Regular",
          "wqy-microhei",
          "wqy-zenhei");

  private static final int DEEPEST = 5;

  private final Optional<Path> text;
  private final Optional<Path> headings;
  private final List<Path> places;
  private final Map<Path, SoftReference<FontSource>> open = new HashMap<>();

  @Inject
  PaperFonts(DocumentSettings settings) {
    this(settings.font(), settings.headingFont(), PLACES);
  }

  PaperFonts(Optional<Path> text, Optional<Path> headings, List<Path> places) {
    this.text = text;
    this.headings = headings;
    this.places = places;
  }

  /**
   * A font of the text and one of the headings, with the signs of a document.
   *
   * @throws ProblemException where there is no font
   */
  synchronized Fonts of(Iterable<Integer> signs) {
    Path forText =
        text.or(() -> first(FOR_TEXT))
            .orElseThrow(() -> ProblemException.of(ProblemType.NO_FONT, NONE));
    Path forHeadings =
        headings.or(() -> text.isPresent() ? text : first(FOR_HEADINGS)).orElse(forText);
    return new Fonts(made("Paper-Text", forText, signs), made("Paper-Heading", forHeadings, signs));
  }

  /**
   * Two fonts, each as a file.
   *
   * @param text of texts and tables
   */
  record Fonts(byte[] text, byte[] headings) {}

  private byte[] made(String name, Path font, Iterable<Integer> signs) {
    try {
      return new OutlineFont(name, source(font)).of(signs);
    } catch (IOException e) {
      LOG.warnf("The font %s cannot be used: %s", font, e.getMessage());
      throw ProblemException.of(ProblemType.NO_FONT, NONE);
    }
  }

  private FontSource source(Path font) throws IOException {
    SoftReference<FontSource> kept = open.get(font);
    FontSource source = kept == null ? null : kept.get();
    if (source == null) {
      source = FontSource.open(font);
      open.put(font, new SoftReference<>(source));
    }
    return source;
  }

  /** The first that is there and can be used. */
  private Optional<Path> first(List<String> names) {
    Map<String, Path> found = new HashMap<>();
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> files = Files.walk(place, DEEPEST)) {
          files
              .filter(file -> file.getFileName().toString().matches("(?i).*\\.(ttf|otf|ttc|otc)"))
              .forEach(file -> found.putIfAbsent(stem(file), file));
        } catch (IOException | UncheckedIOException e) {
          LOG.debugf("No fonts are looked for in %s: %s", place, e.getMessage());
        }
      }
    }
    return names.stream()
        .filter(found::containsKey)
        .map(found::get)
        .filter(this::isUsable)
        .findFirst();
  }

  private boolean isUsable(Path font) {
    try {
      return source(font).unitsPerEm() > 0;
    } catch (IOException | RuntimeException e) {
      LOG.debugf("The font %s cannot be used: %s", font, e.getMessage());
      return false;
    }
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }
}
