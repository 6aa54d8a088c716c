package org.gongkai.platform;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a request on entity tags (RFC 9110, 13.1). They mean the same at every address
 * that sends an ETag: both headers are lists, a tag may hold commas, {@code *} is whatever there
 * is, {@code If-Match} compares strongly and {@code If-None-Match} weakly. What is no entity tag
 * names nothing.
 *
 * <p>Two kinds of tags are sent. That of an answer (reports, rollups, forms) changes with every
 * byte, so that a {@code GET} can be answered with 304. That of a registry entry (regions, organs,
 * calendars) is its revision, while its answer also depends on the language, the day and on others;
 * it serves to write, and a {@code GET} of one is never answered with 304.
 */
public class Preconditions {

  private static final int TAG_BYTES = 12;
  private static final String IF_MATCH = "If-Match";
  private static final String IF_NONE_MATCH = "If-None-Match";

  /** The headers that state conditions. */
  static final List<String> HEADERS = List.of(IF_NONE_MATCH, IF_MATCH);

  /** A tag, or what stands in its place up to the next comma. */
  private static final Pattern ELEMENT = Pattern.compile("(?:W/)?\"[^\"]*\"|[^,\\s][^,]*");

  @Parameter(
      description = "If given, must name the current ETag, or be `*` / 所依据内容的 ETag",
      schema = @Schema(type = SchemaType.STRING))
  @HeaderParam(IF_MATCH)
  List<String> ifMatch;

  @Parameter(
      description = "If given, must not name what there is; `*`: anything / `*`：仅当尚不存在",
      schema = @Schema(type = SchemaType.STRING))
  @HeaderParam(IF_NONE_MATCH)
  List<String> ifNoneMatch;

  /** The condition of one thing of many that a request names: an {@code If-Match}, or null. */
  public static Preconditions matching(@Nullable String tag) {
    Preconditions conditions = new Preconditions();
    conditions.ifMatch = tag == null ? List.of() : List.of(tag);
    conditions.ifNoneMatch = List.of();
    return conditions;
  }

  /** Whether a {@code GET} or {@code HEAD} says that it has the answer with this tag: 304. */
  public static boolean isKnown(String tag, HttpHeaders headers) {
    return isKnown(tag, headers.getHeaderString(IF_NONE_MATCH));
  }

  /**
   * As {@link #isKnown(String, HttpHeaders)}.
   *
   * @param ifNoneMatch the header, or null
   */
  public static boolean isKnown(String tag, @Nullable String ifNoneMatch) {
    return ifNoneMatch != null
        && (isNamed(tag, ifNoneMatch) || elements(List.of(ifNoneMatch)).contains("*"));
  }

  /** All lines of {@code If-None-Match}, for whoever answers without a resource. */
  public static String ifNoneMatch(HttpServerRequest request) {
    return String.join(", ", request.headers().getAll(IF_NONE_MATCH));
  }

  /** Whether {@code If-None-Match} names this tag itself, which {@code *} does not. */
  static boolean isNamed(String tag, String ifNoneMatch) {
    return elements(List.of(ifNoneMatch)).stream()
        .anyMatch(named -> strong(named).equals(strong(tag)));
  }

  /**
   * Insists on {@code If-Match}.
   *
   * @throws ProblemException {@code precondition-required}
   */
  public void requireMatchGiven() {
    if (ifMatch.isEmpty()) {
      throw ProblemException.of(ProblemType.PRECONDITION_REQUIRED);
    }
  }

  /**
   * Whether only something new may be written: {@code If-None-Match: *}. Where what is there has a
   * problem of its own to be refused with, the caller asks this before {@link #requireHeld}.
   */
  public boolean wantsNew() {
    return elements(ifNoneMatch).contains("*");
  }

  /**
   * Lets a write pass where its conditions hold.
   *
   * @param current the tag of what is there now, or null where there is nothing
   * @throws ProblemException {@code stale-etag} with the current tag
   */
  public void requireHeld(@Nullable String current) {
    requireHeld(current, tag -> tag.equals(current));
  }

  /**
   * As {@link #requireHeld(String)}, where several tags name the same state.
   *
   * @param isCurrent whether a strong tag names what is there now
   */
  public void requireHeld(@Nullable String current, Predicate<String> isCurrent) {
    List<String> match = elements(ifMatch);
    if (!ifMatch.isEmpty() && !names(match, current, isCurrent)) {
      throw refused(
          current,
          match.stream().anyMatch(tag -> tag.startsWith("W/"))
              ? ProblemException.of(
                  ProblemType.STALE_ETAG,
                  "If-Match 只做强比较：弱 ETag（W/）从不匹配；请原样发送所读到的 ETag。",
                  "If-Match compares strongly: a weak ETag (W/) never matches; send the ETag as it"
                      + " was read.")
              : ProblemException.of(ProblemType.STALE_ETAG));
    }
    List<String> noneMatch = elements(ifNoneMatch).stream().map(Preconditions::strong).toList();
    if (names(noneMatch, current, isCurrent)) {
      throw refused(
          current,
          ProblemException.of(
              ProblemType.STALE_ETAG,
              "If-None-Match 所指的内容已经存在。",
              "There is what If-None-Match says that there must not be."));
    }
  }

  /**
   * Answers with JSON whose tag is made of what it says, so that whoever has it is told that
   * nothing is new.
   *
   * @param vary the headers by which it is another answer
   */
  public static Response tagged(byte[] json, String vary, HttpHeaders headers) {
    String tag = '"' + HexFormat.of().formatHex(Digests.sha256(json), 0, TAG_BYTES) + '"';
    Response.ResponseBuilder answer =
        isKnown(tag, headers)
            ? Response.notModified()
            : Response.ok(json, MediaType.APPLICATION_JSON_TYPE);
    return answer
        .header("ETag", tag)
        .header("Vary", vary)
        .header("Cache-Control", "private, no-cache")
        .build();
  }

  private static boolean names(
      List<String> tags, @Nullable String current, Predicate<String> isCurrent) {
    return current != null && tags.stream().anyMatch(t -> t.equals("*") || isCurrent.test(t));
  }

  private static ProblemException refused(@Nullable String current, ProblemException problem) {
    return current == null ? problem : problem.withHeader("ETag", current);
  }

  private static String strong(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  /** The elements of a header, of all its lines. */
  private static List<String> elements(List<String> lines) {
    List<String> elements = new ArrayList<>();
    Matcher element = ELEMENT.matcher(String.join(",", lines));
    while (element.find()) {
      elements.add(element.group().strip());
    }
    return elements;
  }
}
