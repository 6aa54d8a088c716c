package org.gongkai.matrix;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/** An office file: parts in a zip that point to one another. Parts are unpacked when asked for. */
final class OfficePackage implements AutoCloseable {

  private static final int CHUNK = 1 << 16;

  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> entries = new HashMap<>();
  private long unpacked;

  /** Where a part points to. */
  record Relationship(String id, String type, String target, boolean external) {

    /** The last part of its type: the namespaces before it differ between the standards. */
    boolean is(String name) {
      return type.endsWith("/" + name);
    }
  }

  private OfficePackage(ZipFile zip) {
    this.zip = zip;
  }

  static OfficePackage open(byte[] bytes) throws UnreadableFile {
    try {
      OfficePackage opened =
          new OfficePackage(
              ZipFile.builder()
                  .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                  .setIgnoreLocalFileHeader(false)
                  .get());
      var all = opened.zip.getEntries();
      int count = 0;
      while (all.hasMoreElements()) {
        ZipArchiveEntry entry = all.nextElement();
        count++;
        if (count > ReadingLimits.ZIP_ENTRIES) {
          throw ReadingLimits.tooLarge(
              "压缩包内文件超过%d个".formatted(ReadingLimits.ZIP_ENTRIES),
              "The package has more than %d members".formatted(ReadingLimits.ZIP_ENTRIES));
        }
        opened.entries.putIfAbsent(key(entry.getName()), entry);
      }
      return opened;
    } catch (IOException | RuntimeException e) {
      throw ReadingLimits.broken("压缩包损坏或不完整", "The zip package is broken or incomplete").from(e);
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      // It stands in memory; nothing is left open.
    }
  }

  /** The kinds of office files that are read. */
  enum Kind {
    DOCX,
    XLSX
  }

  /** What it is, by the types that it says its parts have. */
  Kind kind() throws UnreadableFile {
    if (has("mimetype") && has("content.xml")) {
      throw ReadingLimits.unknown(
          "ODF文件不能读取，请另存为docx或xlsx", "ODF files are not read; save it as docx or xlsx");
    }
    if (has("OFD.xml")) {
      throw ReadingLimits.unknown(
          "OFD文件不能读取，请另存为docx或pdf", "OFD files are not read; save it as docx or pdf");
    }
    XmlNode types = xml("[Content_Types].xml");
    if (types != null) {
      for (XmlNode node : types.children()) {
        String type = node.attribute("ContentType");
        if (type != null && type.endsWith("main+xml")) {
          if (type.contains("wordprocessingml") || type.contains("ms-word")) {
            return Kind.DOCX;
          }
          if (type.contains("spreadsheetml") || type.contains("ms-excel")) {
            return Kind.XLSX;
          }
          throw ReadingLimits.unknown(
              "只读取Word和Excel文件，不读取其他Office文件",
              "Of office files only those of Word and Excel are read");
        }
      }
    }
    if (has("xl/workbook.bin")) {
      throw ReadingLimits.unknown(
          "xlsb文件不能读取，请另存为xlsx", "Files of kind xlsb are not read; save it as xlsx");
    }
    if (has("word/document.xml")) {
      return Kind.DOCX;
    }
    if (has("xl/workbook.xml")) {
      return Kind.XLSX;
    }
    throw ReadingLimits.unknown("压缩文件不能读取，请解压后提交", "Packed files are not read; send what is in it");
  }

  Collection<String> names() {
    return entries.keySet();
  }

  boolean has(String name) {
    return entries.containsKey(key(name));
  }

  private static String key(String name) {
    String plain = name.replace('\\', '/').toLowerCase(Locale.ROOT);
    return plain.startsWith("/") ? plain.substring(1) : plain;
  }

  /** A part as XML, or null where the file has none of this name. */
  @Nullable XmlNode xml(String name) throws UnreadableFile {
    byte[] part = bytes(name);
    return part == null ? null : XmlNode.parse(new ByteArrayInputStream(part));
  }

  byte @Nullable [] bytes(String name) throws UnreadableFile {
    ZipArchiveEntry entry = entries.get(key(name));
    if (entry == null) {
      return null;
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new UnreadableFile(
          UnreadableFile.Reason.ENCRYPTED,
          new Text("文件已加密，请去掉密码后再提交", "The file is encrypted; send it without a password"));
    }
    try (InputStream in = zip.getInputStream(entry)) {
      if (in == null) {
        throw ReadingLimits.broken("压缩包损坏或不完整", "The zip package is broken or incomplete");
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK);
      byte[] chunk = new byte[CHUNK];
      int read = in.read(chunk);
      while (read >= 0) {
        ReadingLimits.check();
        out.write(chunk, 0, read);
        unpacked += read;
        long packed = Math.max(1, entry.getCompressedSize());
        boolean bomb =
            out.size() > ReadingLimits.RATIO_FROM && out.size() / packed > ReadingLimits.ZIP_RATIO;
        if (bomb
            || out.size() > ReadingLimits.PART_BYTES
            || unpacked > ReadingLimits.UNPACKED_BYTES) {
          throw ReadingLimits.tooLarge("解压后内容过大", "Its content is too large when unpacked");
        }
        read = in.read(chunk);
      }
      return out.toByteArray();
    } catch (IOException | RuntimeException e) {
      throw ReadingLimits.broken("压缩包损坏或不完整", "The zip package is broken or incomplete").from(e);
    }
  }

  /**
   * What a part points to, by id.
   *
   * @param part its name, or empty for the package itself
   */
  Map<String, Relationship> relationships(String part) throws UnreadableFile {
    int slash = part.lastIndexOf('/');
    String folder = slash < 0 ? "" : part.substring(0, slash + 1);
    XmlNode root = xml(folder + "_rels/" + part.substring(slash + 1) + ".rels");
    Map<String, Relationship> found = new HashMap<>();
    if (root == null) {
      return found;
    }
    for (XmlNode node : root.children()) {
      String id = node.attribute("Id");
      String type = node.attribute("Type");
      String target = node.attribute("Target");
      if (id != null && type != null && target != null) {
        boolean external = "External".equalsIgnoreCase(node.attribute("TargetMode"));
        found.put(
            id, new Relationship(id, type, external ? target : resolve(folder, target), external));
      }
    }
    return found;
  }

  /** The part that the document begins with; the usual one where none is named that is there. */
  String main(String usual) throws UnreadableFile {
    String named = target(relationships(""), "officeDocument");
    return named == null || !has(named) ? usual : named;
  }

  /** The name of the first part of this type that a part points to. */
  static @Nullable String target(Map<String, Relationship> relationships, String type) {
    for (Relationship relationship : relationships.values()) {
      if (relationship.is(type) && !relationship.external()) {
        return relationship.target();
      }
    }
    return null;
  }

  private static String resolve(String folder, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    StringBuilder base = new StringBuilder(folder);
    String rest = target;
    while (rest.startsWith("../") || rest.startsWith("./")) {
      if (rest.startsWith("../")) {
        int up = base.length() < 2 ? -1 : base.lastIndexOf("/", base.length() - 2);
        base.setLength(up + 1);
        rest = rest.substring(3);
      } else {
        rest = rest.substring(2);
      }
    }
    return base + rest;
  }
}
