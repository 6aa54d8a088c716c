package org.gongkai.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * A zip of many files. It is unpacked a file at a time, within limits that count what comes out and
 * not what the zip says of itself.
 */
final class Archive implements AutoCloseable {

  /** What systems put beside the files that somebody wants to send. */
  private static final Set<String> NOT_SENT = Set.of("thumbs.db", "desktop.ini", "__macosx");

  /** Files that are zips themselves have one of these. */
  private static final List<String> OF_A_DOCUMENT = List.of("[Content_Types].xml", "mimetype");

  /** Text is packed to a tenth; what is packed to so little unpacks to fill a disk. */
  private static final long LARGEST_RATIO = 200;

  private static final long ALWAYS_FINE = 1 << 20;

  /** With those of the zips that are in it: a Word file has some 15. */
  private static final int MOST_ENTRIES = 100_000;

  private static final byte[] ENTRY = {'P', 'K', 1, 2};

  private static final Text BROKEN =
      new Text("压缩包损坏，无法解压。", "The zip is broken and cannot be unpacked.");
  private static final Text BOMB =
      new Text("压缩包解压后过大，未读取。", "What the zip holds is too large; nothing of it was read.");
  private static final Text TOO_MANY =
      new Text("压缩包中的文件超过 %s 个。", "The zip has more than %s files.");
  private static final Text EMPTY = new Text("压缩包中没有文件。", "There is no file in the zip.");

  /**
   * Limits of an archive.
   *
   * @param file bytes of a file
   * @param all bytes of all files
   * @param files how many
   */
  record Limits(long file, long all, int files) {}

  /**
   * A file of it.
   *
   * @param bytes how many it has; at least, where it is too large
   * @param content null where it is not taken
   * @param refusal null where it is taken
   */
  record Packed(
      String name,
      long bytes,
      byte @Nullable [] content,
      ReadingOutcome.@Nullable Refused refusal) {}

  private final ZipFile zip;

  private Archive(ZipFile zip) {
    this.zip = zip;
  }

  /** The archive that a file is; null where it is something else. */
  @SuppressWarnings("UnusedException") // says no more than we do
  static @Nullable Archive open(SeekableByteChannel file) throws IOException, UnreadableFile {
    if (!beginsAsZip(file)) {
      return null;
    }
    if (entries(file) > MOST_ENTRIES) {
      throw new UnreadableFile(UnreadableFile.Reason.TOO_LARGE, BOMB);
    }
    file.position(0);
    ZipFile zip;
    try {
      zip = ZipFile.builder().setSeekableByteChannel(file).setUseUnicodeExtraFields(true).get();
    } catch (IOException | RuntimeException e) {
      throw new UnreadableFile(UnreadableFile.Reason.BROKEN, BROKEN);
    }
    if (OF_A_DOCUMENT.stream().anyMatch(name -> zip.getEntry(name) != null)) {
      return null;
    }
    return new Archive(zip);
  }

  /**
   * How many entries the directory of a zip can have: each takes memory before any limit of ours is
   * asked, and what a zip says of their number need not be so.
   */
  private static int entries(SeekableByteChannel file) throws IOException {
    file.position(0);
    ByteBuffer some = ByteBuffer.allocate(1 << 16);
    int found = 0;
    int matched = 0;
    while (file.read(some) >= 0) {
      some.flip();
      while (some.hasRemaining()) {
        byte next = some.get();
        matched = next == ENTRY[matched] ? matched + 1 : next == ENTRY[0] ? 1 : 0;
        if (matched == ENTRY.length) {
          found++;
          matched = 0;
        }
      }
      some.clear();
    }
    return found;
  }

  private static boolean beginsAsZip(SeekableByteChannel file) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(4);
    file.position(0);
    while (head.hasRemaining() && file.read(head) >= 0) {}
    return head.position() == 4
        && head.get(0) == 'P'
        && head.get(1) == 'K'
        && (head.get(2) == 3 && head.get(3) == 4 || head.get(2) == 5 && head.get(3) == 6);
  }

  /**
   * Unpacks one file after the other.
   *
   * @throws UnreadableFile where the archive as a whole is not taken
   */
  void unpack(Limits limits, Consumer<Packed> taker) throws UnreadableFile {
    List<ZipArchiveEntry> sent =
        Collections.list(zip.getEntries()).stream().filter(Archive::isSent).toList();
    if (sent.isEmpty()) {
      throw new UnreadableFile(UnreadableFile.Reason.BROKEN, EMPTY);
    }
    if (sent.size() > limits.files()) {
      throw new UnreadableFile(
          UnreadableFile.Reason.TOO_LARGE, TOO_MANY.with(String.valueOf(limits.files())));
    }
    long all = 0;
    for (ZipArchiveEntry entry : sent) {
      Packed packed = unpack(entry, limits.file());
      all += packed.bytes();
      if (all > limits.all() || isBomb(entry, packed.bytes())) {
        throw new UnreadableFile(UnreadableFile.Reason.TOO_LARGE, BOMB);
      }
      taker.accept(packed);
    }
  }

  private static boolean isBomb(ZipArchiveEntry entry, long bytes) {
    return bytes > ALWAYS_FINE && bytes / Math.max(1, entry.getCompressedSize()) > LARGEST_RATIO;
  }

  private Packed unpack(ZipArchiveEntry entry, long most) {
    String name = FileName.fit(name(entry));
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return refused(
          name,
          0,
          UnreadableFile.Reason.ENCRYPTED,
          new Text("文件已加密，须提供不加密的文件。", "The file is encrypted; send it without a password."));
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] content = in.readNBytes((int) most + 1);
      return content.length > most
          ? refused(
              name,
              content.length,
              UnreadableFile.Reason.TOO_LARGE,
              Unreadable.TOO_LARGE.with(String.valueOf(most >> 20)))
          : new Packed(name, content.length, content, null);
    } catch (IOException | RuntimeException e) {
      return refused(name, 0, UnreadableFile.Reason.BROKEN, BROKEN);
    }
  }

  private static Packed refused(String name, long bytes, UnreadableFile.Reason reason, Text text) {
    return new Packed(name, bytes, null, new ReadingOutcome.Refused(reason, text));
  }

  private static boolean isSent(ZipArchiveEntry entry) {
    String name = name(entry);
    if (entry.isDirectory() || name.endsWith("/")) {
      return false;
    }
    for (String part : name.split("/")) {
      if (part.startsWith(".") && part.length() > 1
          || part.startsWith("~$")
          || NOT_SENT.contains(part.toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Where the zip does not say that names are UTF-8, those that are none are of a Chinese system.
   */
  private static String name(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    if (raw == null || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME) {
      return entry.getName().replace('\\', '/');
    }
    return decoded(raw).replace('\\', '/');
  }

  private static String decoded(byte[] raw) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      return new String(raw, Charset.forName("GB18030"));
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      // what was read is read
    }
  }
}
