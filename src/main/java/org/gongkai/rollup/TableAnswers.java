package org.gongkai.rollup;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.gongkai.platform.AnswerSpace;
import org.gongkai.platform.Digests;
import org.gongkai.platform.Spill;

/**
 * Answers with a rollup in the representation that is asked for, or says that the caller has it.
 * What stands in the headers is known before the body is made, so that a 304 need not make it.
 */
@Singleton
class TableAnswers {

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
    this.mapper = mapper.copy().registerModule(PlainNumbers.module());
    this.space = space;
    this.csv = csv;
    this.csvw = csvw;
    this.xlsx = xlsx;
    this.jsonStat = jsonStat;
  }

  /** Answers with a rollup whose ETag is of its content. */
  Response of(RollupView rollup, RollupParameters asked, HttpHeaders headers) {
    Representation wanted = wanted(asked, headers);
    MessageDigest digest = Digests.sha256();
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      mapper.writeValue(out, rollup);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String stamp = HexFormat.of().formatHex(digest.digest(), 0, DIGEST);
    return answer(wanted, stamp, null, () -> body(rollup, asked, wanted), asked, headers);
  }

  /**
   * Answers with a rollup that is made only where the caller does not have it.
   *
   * @param stamp another one for every other content, of letters, digits and hyphens
   * @param changed when the content last changed, or null where that is not known
   */
  Response of(
      String stamp,
      Instant changed,
      Supplier<RollupView> rollup,
      RollupParameters asked,
      HttpHeaders headers) {
    Representation wanted = wanted(asked, headers);
    return answer(wanted, stamp, changed, () -> body(rollup.get(), asked, wanted), asked, headers);
  }

  /** Whether the caller says that it has the representation that it would get. */
  boolean isKnown(String stamp, RollupParameters asked, HttpHeaders headers) {
    return isNamed(wanted(asked, headers).tag(stamp), headers);
  }

  private static Representation wanted(RollupParameters asked, HttpHeaders headers) {
    return Representation.of(asked.format, asked.bom, headers, TableFormat.all());
  }

  private Response answer(
      Representation wanted,
      String stamp,
      Instant changed,
      Supplier<Spill> body,
      RollupParameters asked,
      HttpHeaders headers) {
    String tag = wanted.tag(stamp);
    TableFormat format = wanted.format();
    Response.ResponseBuilder answer =
        isNamed(tag, headers)
            ? Response.notModified()
            : Response.ok(body.get(), format.contentType());
    if (format.isAttachment()) {
      String file = asked.fileName(format.extension());
      answer.header("Content-Disposition", "attachment; filename=\"" + file + "\"");
    }
    if (format == TableFormat.CSV && !wanted.mark()) {
      String link = "<%s>; rel=\"describedby\"; type=\"%s\"";
      answer.header("Link", link.formatted(asked.address(TableFormat.CSVW), TableFormat.CSVW_TYPE));
    }
    return answer
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
  private static boolean isNamed(String tag, HttpHeaders headers) {
    String ifNoneMatch = headers.getHeaderString("If-None-Match");
    return ifNoneMatch != null
        && Arrays.stream(ifNoneMatch.split(","))
            .map(TableAnswers::weak)
            .anyMatch(named -> named.equals("*") || named.equals(weak(tag)));
  }

  private static String weak(String tag) {
    return tag.strip().replaceFirst("^W/", "");
  }

  private Spill body(RollupView rollup, RollupParameters asked, Representation wanted) {
    if (wanted.format() == TableFormat.JSONSTAT) {
      JsonStatCube.requireFits(rollup);
    }
    return space.written(out -> write(rollup, asked, wanted, out));
  }

  private void write(
      RollupView rollup, RollupParameters asked, Representation wanted, OutputStream out)
      throws IOException {
    switch (wanted.format()) {
      case JSON -> mapper.writeValue(out, rollup);
      case CSV -> csv.write(rollup, wanted.mark(), out);
      case XLSX -> xlsx.write(rollup, asked, wanted.language(), out);
      case JSONSTAT -> jsonStat.write(rollup, asked, wanted.language(), out);
      case CSVW -> csvw.write(rollup, asked, wanted.language(), out);
    }
  }
}
