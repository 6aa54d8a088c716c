package org.gongkai.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.gongkai.platform.AnswerSpace;
import org.gongkai.platform.Digests;
import org.gongkai.platform.Preconditions;
import org.gongkai.platform.Spill;
import org.gongkai.problem.Language;
import org.jspecify.annotations.Nullable;

/**
 * Answers in the representation that is asked for, or says that the caller has it. What stands in
 * the headers is known before the body is made, so that a 304 need not make it, nor what was
 * written before.
 */
@Singleton
public class TableAnswers {

  private static final int DIGEST = 12;

  private final ObjectMapper mapper;
  private final AnswerSpace space;
  private final WrittenAnswers written;
  private final CsvWriter csv;
  private final CsvwWriter csvw;
  private final XlsxWriter xlsx;
  private final JsonStatWriter jsonStat;

  TableAnswers(
      ObjectMapper mapper,
      AnswerSpace space,
      WrittenAnswers written,
      CsvWriter csv,
      CsvwWriter csvw,
      XlsxWriter xlsx,
      JsonStatWriter jsonStat) {
    this.mapper = mapper;
    this.space = space;
    this.written = written;
    this.csv = csv;
    this.csvw = csvw;
    this.xlsx = xlsx;
    this.jsonStat = jsonStat;
  }

  /** Answers with what has an ETag of its content. */
  public Response of(Tabular answer, TableRequest asked) {
    MessageDigest digest = Digests.sha256();
    Spill json =
        space.written(out -> mapper.writeValue(new DigestOutputStream(out, digest), answer.json()));
    String stamp = HexFormat.of().formatHex(digest.digest(), 0, DIGEST);
    boolean isKnown = isKnown(stamp, asked);
    if (!isKnown && asked.wanted().format() == TableFormat.JSON) {
      return headed(ok(json, asked), stamp, null, asked);
    }
    json.delete();
    return isKnown
        ? headed(Response.notModified(), stamp, null, asked)
        : headed(ok(body(answer, asked), asked), stamp, null, asked);
  }

  /** Whether an answer to the same request was written before, in whatever state. */
  public boolean isRemembered(TableRequest asked) {
    return written.hasAny(asked);
  }

  /**
   * The answer where it need not be made: the caller has it, or it was written before.
   *
   * @param stamp another one for every other content of this address, of letters, digits and
   *     hyphens
   * @param changed when the content last changed, or null where that is not known
   */
  public Optional<Supplier<Response>> withoutMaking(
      String stamp, @Nullable Instant changed, TableRequest asked) {
    if (isKnown(stamp, asked)) {
      return Optional.of(() -> headed(Response.notModified(), stamp, changed, asked));
    }
    return written
        .find(asked, asked.wanted().tag(stamp))
        .map(bytes -> () -> headed(ok(space.again(bytes), asked), stamp, changed, asked));
  }

  /**
   * Answers with what had to be made, and remembers it.
   *
   * @param stamp as of {@link #withoutMaking}
   * @param changed likewise
   */
  public Response of(String stamp, @Nullable Instant changed, Tabular answer, TableRequest asked) {
    Spill body = body(answer, asked);
    written.remember(asked, asked.wanted().tag(stamp), changed, body);
    return headed(ok(body, asked), stamp, changed, asked);
  }

  private static Response.ResponseBuilder ok(Spill body, TableRequest asked) {
    return Response.ok(body, asked.wanted().format().contentType());
  }

  /** With what stands in the headers, of a 304 too. */
  private static Response headed(
      Response.ResponseBuilder response,
      String stamp,
      @Nullable Instant changed,
      TableRequest asked) {
    Representation wanted = asked.wanted();
    TableFormat format = wanted.format();
    if (format.isAttachment()) {
      String file = asked.file() + "." + format.extension();
      response.header("Content-Disposition", "attachment; filename=\"" + file + "\"");
    }
    if (format == TableFormat.CSV && !wanted.mark()) {
      String link = "<%s>; rel=\"describedby\"; type=\"%s\"";
      String description = asked.address().apply(TableFormat.CSVW);
      response.header("Link", link.formatted(description, TableFormat.CSVW_TYPE));
    }
    return response
        .header("ETag", wanted.tag(stamp))
        .lastModified(changed == null ? null : Date.from(changed))
        .header("Vary", Representation.VARY)
        .header("Content-Language", wanted.language().tag())
        .header("Cache-Control", "private, no-cache")
        .build();
  }

  /**
   * Whether the caller has it. If-Modified-Since is no condition here: what was changed before may
   * be committed after, and two changes may be of one second.
   */
  private static boolean isKnown(String stamp, TableRequest asked) {
    return Preconditions.isKnown(asked.wanted().tag(stamp), asked.ifNoneMatch());
  }

  private Spill body(Tabular answer, TableRequest asked) {
    Language language = asked.wanted().language();
    return switch (asked.wanted().format()) {
      case JSON -> space.written(out -> mapper.writeValue(out, answer.json()));
      case CSV -> space.written(out -> csv.write(answer.table(), asked.wanted().mark(), out));
      case XLSX -> space.written(out -> xlsx.write(answer.table(), language, out));
      case CSVW -> {
        String address = asked.address().apply(TableFormat.CSV);
        yield space.written(out -> csvw.write(answer.table(), address, language, out));
      }
      case JSONSTAT -> {
        // refused before anything is written
        Cube cube = answer.cube();
        yield space.written(out -> jsonStat.write(cube, language, out));
      }
    };
  }
}
