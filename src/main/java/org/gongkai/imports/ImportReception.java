package org.gongkai.imports;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.gongkai.access.Access;
import org.gongkai.access.Caller;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.platform.UnlinkedFile;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;
import org.gongkai.registry.Registry;

/** Takes files in, as long as there is room for them. */
@ApplicationScoped
class ImportReception {

  private static final int MEBIBYTE = 1 << 20;

  private final ImportStore store;
  private final ImportedFileStore files;
  private final WaitingFileStore waiting;
  private final Imports imports;
  private final FileReading reading;
  private final Proposals proposals;
  private final Access access;
  private final Registry registry;
  private final Clock clock;
  private final ImportSettings settings;

  ImportReception(
      ImportStore store,
      ImportedFileStore files,
      WaitingFileStore waiting,
      Imports imports,
      FileReading reading,
      Proposals proposals,
      Access access,
      Registry registry,
      Clock clock,
      ImportSettings settings) {
    this.store = store;
    this.files = files;
    this.waiting = waiting;
    this.imports = imports;
    this.reading = reading;
    this.proposals = proposals;
    this.access = access;
    this.registry = registry;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * Takes a file in: one that is read at once, or a zip or a file for which no place is free, which
   * are read later.
   */
  Import begin(InputStream body, String name, Import.Said said) throws IOException {
    try (FileChannel file = UnlinkedFile.open("import")) {
      long size = received(body, file);
      try (Archive archive = Archive.open(file)) {
        return archive == null
            ? single(file, size, name, said)
            : many(archive, sent(name, said, size));
      }
    } catch (UnreadableFile e) {
      throw Unreadable.problem(e);
    }
  }

  /** Whose files the caller of the request sends. */
  private Import.Owner owner() {
    Caller caller = access.current();
    String organ = caller.organ().orElse(null);
    if (organ == null) {
      return new Import.Owner(caller.region().orElse(Imports.NATION), null);
    }
    return new Import.Owner(registry.regionToday(organ).orElse(Imports.NATION), organ);
  }

  /** What is sent, by whom. */
  private record Sent(Import.Owner owner, String name, Import.Said said) {}

  private Sent sent(String name, Import.Said said, long size) {
    Import.Owner owner = owner();
    requireFiling(said);
    requireRoom(owner, size);
    return new Sent(owner, name, said);
  }

  /** The sender may say an organ only that it may file for. */
  private void requireFiling(Import.Said said) {
    String organ = said.organ();
    if (organ == null) {
      return;
    }
    access.current().organ().ifPresent(own -> access.requireFiling(organ, ""));
    access.requireFiling(organ, registry.regionOfNamed(organ, "?organ"));
  }

  private static long received(InputStream body, FileChannel file) throws IOException {
    byte[] some = new byte[1 << 16];
    long size = 0;
    for (int read = body.read(some); read >= 0; read = body.read(some)) {
      for (ByteBuffer bytes = ByteBuffer.wrap(some, 0, read); bytes.hasRemaining(); ) {
        file.write(bytes);
      }
      size += read;
    }
    if (size == 0) {
      throw ProblemException.invalid(
          Violation.at("", "请求体为空：须为文件。", "The body is empty; send a file."));
    }
    return size;
  }

  private void requireRoom(Import.Owner owner, long size) {
    if (store.kept(owner) + size > settings.maxKept().asLongValue()) {
      throw ProblemException.of(
          ProblemType.STATE_CONFLICT,
          new Text(
                  "所存导入文件合计将超过 %s MiB；请先删除不再需要的导入。",
                  "There would be more than %s MiB of files; delete imports that are done with.")
              .with(mebibytes(settings.maxKept())));
    }
    // Who has many waits for others to have some: there is room left for whoever has none.
    WaitingFileStore.Waiting there = waiting.waiting(owner);
    if (there.own() >= settings.maxWaiting() - there.all()) {
      throw ProblemException.of(
              ProblemType.SERVICE_UNAVAILABLE,
              "等待读取的文件过多，请稍后重试。",
              "Too many files wait to be read; try again later.")
          .withHeader("Retry-After", "60");
    }
  }

  /** It is read before anything is asked of the database, whose connections others wait for. */
  private Import single(FileChannel file, long size, String name, Import.Said said)
      throws IOException, UnreadableFile {
    if (size > settings.maxFileSize().asLongValue()) {
      throw ProblemException.of(
          ProblemType.PAYLOAD_TOO_LARGE,
          Unreadable.TOO_LARGE.with(mebibytes(settings.maxFileSize())));
    }
    byte[] bytes = bytes(file, (int) size);
    Optional<FileReading.Said> read = reading.now(bytes);
    Sent sent = sent(name, said, size);
    long id = insert(sent);
    files.insert(id, 1, name, size, bytes);
    store.measure(id, 1, size);
    if (read.isPresent()) {
      Proposals.Proposing proposing = proposals.of(read.get(), sent.owner(), said);
      files.note(id, 1, proposing.read(), proposing.proposed());
      store.end(id, now());
    }
    return imports.get(id);
  }

  private static byte[] bytes(FileChannel file, int size) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(size);
    while (bytes.hasRemaining() && file.read(bytes, bytes.position()) >= 0) {}
    return bytes.array();
  }

  private Import many(Archive archive, Sent sent) throws UnreadableFile {
    long id = insert(sent);
    int[] count = {0};
    long[] bytes = {0};
    archive.unpack(
        new Archive.Limits(
            settings.maxFileSize().asLongValue(),
            settings.maxZipSize().asLongValue(),
            settings.maxFiles()),
        packed -> {
          int number = ++count[0];
          bytes[0] += packed.content() == null ? 0 : packed.bytes();
          files.insert(id, number, packed.name(), packed.bytes(), packed.content());
          if (packed.refusal() != null) {
            files.note(id, number, packed.refusal(), ImportedFileStore.Proposed.NOTHING);
          }
        });
    store.measure(id, count[0], bytes[0]);
    requireRoom(sent.owner(), 0);
    imports.end(id, sent.owner());
    return imports.get(id);
  }

  private long insert(Sent sent) {
    return store.insert(
        sent.owner(), access.current().authorName(), sent.name(), sent.said(), now());
  }

  private static String mebibytes(MemorySize size) {
    return String.valueOf(size.asLongValue() / MEBIBYTE);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
