package org.gongkai.imports;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.gongkai.access.Access;
import org.gongkai.access.Caller;
import org.gongkai.access.Visibility;
import org.gongkai.feed.ImportFinished;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.platform.NamelessFile;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;
import org.gongkai.registry.Registry;
import org.jspecify.annotations.Nullable;

/** Takes files in, shows imports and deletes them, as far as the caller may. */
@ApplicationScoped
class Imports {

  /** The nation, for whom administrators send files. */
  static final String NATION = "000000";

  private static final int MEBIBYTE = 1 << 20;

  private final ImportStore imports;
  private final ImportedFileStore files;
  private final FileReading reading;
  private final Proposals proposals;
  private final Access access;
  private final Registry registry;
  private final Clock clock;
  private final ImportSettings settings;
  private final Event<ImportFinished> finished;

  Imports(
      ImportStore imports,
      ImportedFileStore files,
      FileReading reading,
      Proposals proposals,
      Access access,
      Registry registry,
      Clock clock,
      ImportSettings settings,
      Event<ImportFinished> finished) {
    this.imports = imports;
    this.files = files;
    this.reading = reading;
    this.proposals = proposals;
    this.access = access;
    this.registry = registry;
    this.clock = clock;
    this.settings = settings;
    this.finished = finished;
  }

  /** Whose files the caller of the request sends. */
  private Import.Owner owner() {
    Caller caller = access.current();
    String organ = caller.organ().orElse(null);
    if (organ == null) {
      return new Import.Owner(caller.region().orElse(NATION), null);
    }
    return new Import.Owner(registry.regionToday(organ).orElse(NATION), organ);
  }

  /**
   * Takes a file in: one that is read at once, or a zip or a file for which no place is free, which
   * are read later.
   */
  Import begin(InputStream body, String name, Import.Said said) throws IOException {
    try (FileChannel file = NamelessFile.open("import")) {
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
    String region =
        registry
            .regionToday(organ)
            .orElseThrow(
                () ->
                    ProblemException.invalid(
                        ProblemType.UNKNOWN_ORGAN,
                        List.of(
                            Violation.at(
                                "?organ",
                                "没有登记代码为 " + organ + " 的行政机关。",
                                "No organ is registered under " + organ + "."))));
    access.requireFiling(organ, region);
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
    if (imports.kept(owner) + size > settings.mostKept().asLongValue()) {
      throw ProblemException.of(
          ProblemType.STATE_CONFLICT,
          new Text(
                  "所存导入文件合计将超过 %s MiB；请先删除不再需要的导入。",
                  "There would be more than %s MiB of files; delete imports that are done with.")
              .with(mebibytes(settings.mostKept())));
    }
    // Who has many waits for others to have some: there is room left for whoever has none.
    ImportedFileStore.Waiting waiting = files.waiting(owner);
    if (waiting.own() >= settings.mostWaiting() - waiting.all()) {
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
    if (size > settings.largestFile().asLongValue()) {
      throw ProblemException.of(
          ProblemType.PAYLOAD_TOO_LARGE,
          Unreadable.TOO_LARGE.with(mebibytes(settings.largestFile())));
    }
    byte[] bytes = bytes(file, (int) size);
    Optional<FileReading.Said> read = reading.now(bytes);
    Sent sent = sent(name, said, size);
    long id = insert(sent);
    files.insert(id, 1, name, size, bytes);
    imports.measure(id, 1, size);
    if (read.isPresent()) {
      Proposals.Proposing proposing = proposals.of(read.get(), sent.owner(), said);
      files.note(id, 1, proposing.read(), proposing.proposed());
      imports.end(id, now());
    }
    return get(id);
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
            settings.largestFile().asLongValue(),
            settings.largestZip().asLongValue(),
            settings.mostFiles()),
        packed -> {
          int number = ++count[0];
          bytes[0] += packed.content() == null ? 0 : packed.bytes();
          files.insert(id, number, packed.name(), packed.bytes(), packed.content());
          if (packed.refusal() != null) {
            files.note(id, number, packed.refusal(), ImportedFileStore.Proposed.NOTHING);
          }
        });
    imports.measure(id, count[0], bytes[0]);
    requireRoom(sent.owner(), 0);
    end(id, sent.owner());
    return get(id);
  }

  private long insert(Sent sent) {
    return imports.insert(
        sent.owner(), access.current().authorName(), sent.name(), sent.said(), now());
  }

  /** Ends an import whose files are all done, and tells of it. */
  void end(long id, Import.Owner owner) {
    Instant now = now();
    if (imports.end(id, now)) {
      finished.fire(new ImportFinished(id, owner.organ(), owner.region(), now));
    }
  }

  /** One that the caller may see; another one does not exist for it. */
  Import get(long id) {
    return imports
        .byId(id, visible())
        .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }

  List<Import> page(long before, int limit) {
    return imports.page(visible(), before, limit);
  }

  long count() {
    return imports.count(visible());
  }

  /** A file of an import that the caller may see. */
  ImportedFile file(long id, int number) {
    return files
        .one(get(id).id(), number)
        .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }

  /** Whole where it is one, of many without what was recognised. */
  List<ImportedFile> files(Import of, int after, int limit) {
    return files.page(of.id(), after, limit, of.counts().files() == 1);
  }

  /** A file as it was sent. */
  byte[] content(ImportedFile file) {
    byte[] content = files.content(file.importId(), file.number());
    if (content == null) {
      throw ProblemException.of(
          ProblemType.NOT_FOUND, "文件没有保存，或者已经清除。", "The file was not kept, or is kept no more.");
    }
    return content;
  }

  /** Forgets an import with its files; what was taken over stays. */
  void delete(long id) {
    imports.delete(get(id).id());
  }

  private ImportStore.Seen visible() {
    return switch (access.visibleReports()) {
      case Visibility.Everything all -> new ImportStore.Seen(null, null);
      case Visibility.WithinRegion own -> new ImportStore.Seen(own.region(), null);
      case Visibility.OnlyOrgan own -> new ImportStore.Seen(null, own.organ());
      case Visibility.Nothing nothing -> throw ProblemException.of(ProblemType.FORBIDDEN);
    };
  }

  private static String mebibytes(MemorySize size) {
    return String.valueOf(size.asLongValue() / MEBIBYTE);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** An id that cannot be one names nothing. */
  static long id(@Nullable String id) {
    if (id == null || !id.matches("[1-9][0-9]{0,17}")) {
      throw ProblemException.of(ProblemType.NOT_FOUND);
    }
    return Long.parseLong(id);
  }

  /** Nor does a number. */
  static int number(@Nullable String number) {
    if (number == null || !number.matches("[1-9][0-9]{0,8}")) {
      throw ProblemException.of(ProblemType.NOT_FOUND);
    }
    return Integer.parseInt(number);
  }
}
