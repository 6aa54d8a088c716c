package org.gongkai.page;

import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.gongkai.platform.Digests;
import org.jspecify.annotations.Nullable;

/**
 * The files of the page, in memory, and compressed once, when they are first asked for so. The HTML
 * of a view names all modules that it needs, so that a browser asks for them at once, rather than
 * for each when it has read the one before. Their addresses have the digest of all of them:
 * browsers keep them for good, and after an update they never mix two versions.
 */
@Singleton
class PageFiles {

  /** A file as it goes out. */
  static final class PageFile {

    private final String type;
    private final byte[] plain;

    /** Two who ask at once make the same. */
    private volatile byte @Nullable [] gzipped;

    private PageFile(String type, byte[] plain) {
      this.type = type;
      this.plain = plain;
    }

    static PageFile of(String name, byte[] content) {
      return new PageFile(typeOf(name), content);
    }

    /** Too small to be worth compressing. */
    static PageFile small(String type, byte[] content) {
      PageFile file = new PageFile(type, content);
      file.gzipped = content;
      return file;
    }

    String type() {
      return type;
    }

    byte[] plain() {
      return plain;
    }

    byte[] gzipped() {
      byte[] made = gzipped;
      if (made == null) {
        made = gzip(plain);
        gzipped = made;
      }
      return made;
    }
  }

  static final String ROOT = "META-INF/resources/page";
  static final String HTML = "index.html";

  private static final String SCRIPT = "<script type=\"module\"";

  private static final int DIGITS = 12;
  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "html", "text/html; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png");

  private final Map<String, PageFile> files = new TreeMap<>();
  private final String version;
  private final PageFile html;
  private final Map<String, PageFile> htmlOfViews = new TreeMap<>();

  PageFiles() throws IOException {
    Map<String, byte[]> found = read();
    StringBuilder all = new StringBuilder();
    found.forEach((name, content) -> all.append(name).append(digest(content)));
    this.version = Digests.sha256(all.toString()).substring(0, DIGITS);

    byte[] source = found.remove(HTML);
    if (source == null) {
      throw new IOException("no " + ROOT + "/" + HTML);
    }
    String page = new String(source, StandardCharsets.UTF_8);
    found.forEach((name, content) -> files.put(name, PageFile.of(name, content)));
    PageModules modules = new PageModules(found);
    this.html = html(page, modules.neededBy(""));
    modules.views().forEach(view -> htmlOfViews.put(view, html(page, modules.neededBy(view))));
  }

  private PageFile html(String page, Collection<String> modules) {
    StringBuilder links = new StringBuilder();
    for (String module : modules) {
      links.append("<link rel=\"modulepreload\" href=\"/page/").append(module).append("\">\n");
    }
    String whole = page.replace(SCRIPT, links + SCRIPT);
    return PageFile.of(
        HTML,
        whole.replace("\"/page/", "\"/page/" + version + "/").getBytes(StandardCharsets.UTF_8));
  }

  /** Of all files together. */
  String version() {
    return version;
  }

  /** The HTML with which a view begins; of an address that is no view, that of the start. */
  PageFile html(String view) {
    return htmlOfViews.getOrDefault(view, html);
  }

  @Nullable PageFile get(String name) {
    return files.get(name);
  }

  /** The library of charts is unpacked into the same place at the build, so all are found alike. */
  private static Map<String, byte[]> read() throws IOException {
    Map<String, byte[]> found = new TreeMap<>();
    ClassPathUtils.consumeAsPaths(
        Thread.currentThread().getContextClassLoader(), ROOT, root -> addAll(root, found));
    return found;
  }

  private static void addAll(Path root, Map<String, byte[]> into) {
    try (Stream<Path> below = Files.walk(root)) {
      for (Path file : below.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (TYPES.containsKey(endingOf(name))) {
          into.putIfAbsent(name, Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(byte[] content) {
    return HexFormat.of().formatHex(Digests.sha256(content));
  }

  private static String endingOf(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String typeOf(String name) {
    return TYPES.getOrDefault(endingOf(name), "application/octet-stream");
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream small = new ByteArrayOutputStream(content.length / 3 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return small.toByteArray();
  }
}
