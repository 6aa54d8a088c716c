package org.gongkai.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gongkai.access.Access;
import org.gongkai.access.Visibility;
import org.gongkai.feed.ImportFinished;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Shows imports and deletes them, as far as the caller may, and ends those that are read. */
@ApplicationScoped
class Imports {

  /** The nation, for whom administrators send files. */
  static final String NATION = "000000";

  private final ImportStore imports;
  private final ImportedFileStore files;
  private final Access access;
  private final Clock clock;
  private final Event<ImportFinished> finished;

  Imports(
      ImportStore imports,
      ImportedFileStore files,
      Access access,
      Clock clock,
      Event<ImportFinished> finished) {
    this.imports = imports;
    this.files = files;
    this.access = access;
    this.clock = clock;
    this.finished = finished;
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
