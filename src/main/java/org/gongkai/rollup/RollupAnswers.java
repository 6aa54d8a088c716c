package org.gongkai.rollup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;

/** Writes a rollup in the format that is asked for, with a strong ETag of its bytes. */
@Singleton
class RollupAnswers {

  static final String CSV = "text/csv";

  private final ObjectMapper mapper;
  private final CsvWriter csv;

  RollupAnswers(ObjectMapper mapper, CsvWriter csv) {
    this.mapper = mapper;
    this.csv = csv;
  }

  Response of(RollupView rollup, RollupParameters asked, HttpHeaders headers) {
    boolean asCsv = wantsCsv(asked.format, headers);
    byte[] body = asCsv ? csv.write(rollup) : json(rollup);
    String tag = "\"" + digest(body) + "\"";
    Response.ResponseBuilder answer =
        isNamed(tag, headers.getHeaderString("If-None-Match"))
            ? Response.notModified()
            : Response.ok(body, asCsv ? CSV + ";charset=UTF-8" : MediaType.APPLICATION_JSON);
    if (asCsv) {
      answer.header("Content-Disposition", "attachment; filename=\"rollup.csv\"");
    }
    return answer
        .header("ETag", tag)
        .header("Vary", "Accept, Accept-Language")
        .header("Cache-Control", "private, no-cache")
        .build();
  }

  static boolean wantsCsv(String format, HttpHeaders headers) {
    if (format == null) {
      List<MediaType> accepted = headers.getAcceptableMediaTypes();
      return !accepted.isEmpty()
          && accepted.getFirst().isCompatible(MediaType.valueOf(CSV))
          && !accepted.getFirst().isWildcardType();
    }
    return switch (format) {
      case "json" -> false;
      case "csv" -> true;
      default ->
          throw ProblemException.invalid(
              Violation.at("?format", "须为以下之一：json, csv。", "One of: json, csv."));
    };
  }

  private byte[] json(RollupView rollup) {
    try {
      return mapper.writeValueAsBytes(rollup);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isNamed(String tag, String ifNoneMatch) {
    return ifNoneMatch != null
        && Arrays.stream(ifNoneMatch.split(","))
            .map(t -> t.strip().replaceFirst("^W/", ""))
            .anyMatch(t -> t.equals("*") || t.equals(tag));
  }

  private static String digest(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
