package org.gongkai.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.gongkai.platform.AnswerSpace;
import org.gongkai.platform.Digests;
import org.gongkai.platform.Preconditions;
import org.gongkai.platform.Spill;
import org.gongkai.problem.Language;
import org.jspecify.annotations.Nullable;

/**
 * Answers in the representation that is asked for, or says that the caller has it. What stands in
 * the headers is known before the body is made, so that a 304 need not make it.
 */
@Singleton
public class TableAnswers {

  private static final int DIGEST = 12;

  private final ObjectMapper mapper;
  private final AnswerSpace space;
  private final CsvWriter csv;
  private final CsvwWriter csvw;
  private final XlsxWriter xlsx;
  private final JsonStatWriter jsonStat;

  TableAnswers(
      ObjectMapper mapper,
      AnswerSpace space,
      CsvWriter csv,
      CsvwWriter csvw,
      XlsxWriter xlsx,
      JsonStatWriter jsonStat) {
    this.mapper = mapper;
    this.space = space;
    this.csv = csv;
    this.csvw = csvw;
    this.xlsx = xlsx;
    this.jsonStat = jsonStat;
  }

  /** Answers with what has an ETag of its content. */
  public Response of(Tabular answer, TableRequest asked) {
    MessageDigest digest = Digests.sha256();
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      mapper.writeValue(out, answer.json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(HexFormat.of().formatHex(digest.digest(), 0, DIGEST), null, () -> answer, asked);
  }

  /**
   * Answers with what is made only where the caller does not have it.
   *
   * @param stamp another one for every other content, of letters, digits and hyphens
   * @param changed when the content last changed, or null where that is not known
   */
  public Response of(
      String stamp,
      @Nullable Instant changed,
      Supplier<? extends Tabular> answer,
      TableRequest asked) {
    Representation wanted = asked.wanted();
    TableFormat format = wanted.format();
    String tag = wanted.tag(stamp);
    Response.ResponseBuilder response =
        isKnown(stamp, asked)
            ? Response.notModified()
            : Response.ok(body(answer.get(), asked), format.contentType());
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
        .header("ETag", tag)
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
  public boolean isKnown(String stamp, TableRequest asked) {
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
