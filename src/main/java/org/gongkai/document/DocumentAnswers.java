package org.gongkai.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongkai.platform.AnswerSpace;
import org.gongkai.platform.Digests;
import org.gongkai.platform.Preconditions;
import org.gongkai.platform.Spill;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.reading.DocumentFormat;
import org.gongkai.table.CsvWriter;

/**
 * Answers with a document in the format that is asked for, or says that the caller has it. What it
 * is, is known before it is written, so that a 304 writes none.
 */
@Singleton
class DocumentAnswers {

  private static final int DIGEST = 12;

  /** A web page of ours needs its own style and nothing else. */
  private static final String NOTHING_ELSE =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'self'";

  private final AnswerSpace space;
  private final PdfWriter pdf;
  private final CsvWriter csv;
  private final ObjectMapper mapper;
  private final String version;

  DocumentAnswers(
      AnswerSpace space,
      PdfWriter pdf,
      CsvWriter csv,
      ObjectMapper mapper,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.space = space;
    this.pdf = pdf;
    this.csv = csv;
    this.mapper = mapper;
    this.version = version;
  }

  /**
   * Answers.
   *
   * @param lines what it says, for tables of data; none where it is had on paper only
   * @param plainName its name as a file for those who know letters of ASCII only, without ending
   */
  Response of(
      Paper paper,
      List<ReportLine> lines,
      String plainName,
      DocumentFormat format,
      HttpHeaders headers) {
    String tag = tag(paper, lines, format);
    Response.ResponseBuilder answer =
        Preconditions.isKnown(tag, headers)
            ? Response.notModified()
            : Response.ok(body(paper, lines, format), format.contentType())
                .header("Content-Disposition", disposition(paper, plainName, format))
                .header("Content-Language", "zh-CN");
    if (format == DocumentFormat.HTML) {
      answer.header("Content-Security-Policy", NOTHING_ELSE);
    }
    return answer
        .header("ETag", tag)
        .header("Vary", "Accept, Accept-Language")
        .header("Cache-Control", "private, no-cache")
        .build();
  }

  /** Answers with what a document is made of. */
  Response json(Object view, HttpHeaders headers) {
    byte[] body = bytes(view);
    return Preconditions.tagged(body, "Accept, Accept-Language", headers);
  }

  byte[] bytes(Object written) {
    try {
      return mapper.writeValueAsBytes(written);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Spill body(Paper paper, List<ReportLine> lines, DocumentFormat format) {
    return switch (format) {
      case DOCX -> space.written(out -> WordWriter.write(paper, out));
      case HTML -> space.written(out -> HtmlWriter.write(paper, false, out));
      case PDF -> {
        byte[] made = pdf.bytes(paper);
        yield space.written(out -> out.write(made));
      }
      case XLSX -> space.written(out -> WorkbookWriter.write(paper, lines, out));
      case CSV ->
          space.written(out -> csv.write(ReportLine.class, List.of(), lines.stream(), false, out));
      case JSON -> throw ProblemException.of(ProblemType.NOT_ACCEPTABLE);
    };
  }

  /** Weak where each writing gives other bytes: with its moment, or by another font. */
  private String tag(Paper paper, List<ReportLine> lines, DocumentFormat format) {
    MessageDigest digest = Digests.sha256();
    digest.update((version + " " + lines).getBytes(StandardCharsets.UTF_8));
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      HtmlWriter.write(paper, false, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String stamp = HexFormat.of().formatHex(digest.digest(), 0, DIGEST);
    String tag = "\"" + stamp + "-" + format.code() + "\"";
    boolean weak = format == DocumentFormat.PDF || format == DocumentFormat.XLSX;
    return weak ? "W/" + tag : tag;
  }

  /** Browsers show a web page; the others are kept as files. */
  private static String disposition(Paper paper, String plainName, DocumentFormat format) {
    String kind = format == DocumentFormat.HTML ? "inline" : "attachment";
    String ending = "." + format.code();
    String encoded =
        URLEncoder.encode(paper.title() + ending, StandardCharsets.UTF_8).replace("+", "%20");
    return kind
        + "; filename=\""
        + plainName
        + ending
        + "\"; filename*=UTF-8''"
        + encoded.replace("*", "%2A");
  }
}
