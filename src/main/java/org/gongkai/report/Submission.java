package org.gongkai.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkai.crosscheck.PlainNarrative;
import org.gongkai.finding.Finding;
import org.gongkai.form.Content;
import org.gongkai.form.ContentReader;
import org.gongkai.form.PublicationCount;
import org.gongkai.form.StoredDocumentReader;
import org.gongkai.platform.CanonicalJson;
import org.gongkai.platform.StrictJson;
import org.gongkai.platform.WrittenText;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Violation;
import org.gongkai.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A report as it came in: read, kept to the letter, and as soon as the rules were applied to it
 * alone, with what they found.
 *
 * @param text the JSON as it was sent; less the members that only the service says, if some were
 *     sent back
 * @param digest SHA-256 of the canonical JSON (RFC 8785) of the text
 * @param content what it says
 * @param own findings in the report alone; none until it is examined
 * @param plain its text in words alone; null until it is examined
 */
public record Submission(
    String text,
    byte[] digest,
    Content content,
    List<Finding> own,
    @Nullable PlainNarrative plain) {

  /** A report with all of its text is some 100 kB. */
  public static final int LARGEST = 2 * 1024 * 1024;

  /** What only the service says of a report; ignored when it is sent back. */
  private static final List<String> READ_ONLY =
      List.of(
          "id",
          "state",
          "region",
          "revision",
          "publishedRevision",
          "hidden",
          "redacted",
          "receipt",
          "findings",
          "unexplained",
          "waived",
          "returned",
          "createdAt",
          "changedAt",
          "submittedAt",
          "firstSubmittedAt",
          "handedIn");

  /** Reads reports that are sent in. */
  @Singleton
  public static final class Reader {

    private final StrictJson json;
    private final ObjectMapper mapper;
    private final ContentReader contents;

    Reader(StrictJson json, ObjectMapper mapper, ContentReader contents) {
      this.json = json;
      this.mapper = mapper;
      this.contents = contents;
    }

    /**
     * Reads a body.
     *
     * @throws ProblemException that names every place which is no report
     */
    public Submission read(byte[] body) {
      return read(body, 1);
    }

    /**
     * Reads a line of a body.
     *
     * @param line its number, from 1: problems count from there
     */
    public Submission read(byte[] body, long line) {
      if (body == null || body.length == 0) {
        throw ProblemException.emptyBody();
      }
      if (body.length > LARGEST) {
        throw ProblemException.of(
            ProblemType.PAYLOAD_TOO_LARGE, "一份报告最大 2 MiB。", "A report is 2 MiB at the most.");
      }
      String sent = StrictJson.text(body);
      JsonNode root = json.read(sent, line);
      String text = withoutOurs(root, sent);
      // before the digest, which only an object has
      Content content = contents.read(root);
      requireWritten(content);
      return Submission.read(text, CanonicalJson.digest(root), content);
    }

    /** Of what comes in; what is stored may be older than the rule. */
    private static void requireWritten(Content content) {
      List<Violation> violations = new ArrayList<>();
      content
          .narrative()
          .forEach(
              (part, text) ->
                  check(WrittenText.REPORT, "/narrative/" + pointer(part), text, violations));
      content
          .remarks()
          .forEach(
              (path, remark) ->
                  check(WrittenText.REPORT, ofRemark(pointer(path)), remark, violations));
      content.published().ifPresent(total -> checkRemark("total", total, violations));
      for (int i = 0; i < content.publications().size(); i++) {
        PublicationCount count = content.publications().get(i);
        if (count.name() != null) {
          check(
              WrittenText.LINE, "/publications/channels/" + i + "/name", count.name(), violations);
        }
        checkRemark("channels/" + i, count, violations);
      }
      if (!violations.isEmpty()) {
        throw ProblemException.invalid(violations);
      }
    }

    private static void checkRemark(
        String place, PublicationCount count, List<Violation> violations) {
      if (count.remark() != null) {
        String pointer = ofRemark("publications/" + place + "/count");
        check(WrittenText.REPORT, pointer, count.remark(), violations);
      }
    }

    private static String pointer(String path) {
      return path.replace('.', '/');
    }

    private static String ofRemark(String cell) {
      return "/" + cell + "/remark";
    }

    private static void check(
        WrittenText kind, String pointer, String text, List<Violation> violations) {
      kind.objectionTo(text).ifPresent(why -> violations.add(new Violation(pointer, why)));
    }

    /** Lets a client send back what it got: what only the service says is left out. */
    private String withoutOurs(JsonNode root, String text) {
      if (!(root instanceof ObjectNode object)) {
        return text;
      }
      int members = object.size();
      object.remove(READ_ONLY);
      try {
        return object.size() == members ? text : mapper.writeValueAsString(object);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A report that no rule was applied to yet. */
  public static Submission read(String text, byte[] digest, Content content) {
    return new Submission(text, digest, content, List.of(), null);
  }

  /** The same with what is known without asking the database. */
  Submission examined(List<Finding> found, PlainNarrative words) {
    return new Submission(text, digest, content, found, words);
  }

  /** The same as the newest document that is kept, which is written otherwise. */
  Submission keptAs(FilingContext.Kept kept, StoredDocumentReader documents) {
    return new Submission(kept.document(), kept.keptDigest(documents), content, own, plain);
  }

  boolean isExamined() {
    return plain != null;
  }

  /** Its text in words alone, once it is examined. */
  PlainNarrative examinedText() {
    return Objects.requireNonNull(plain);
  }

  /** Whether it breaks no hard rule by itself. */
  boolean isSubmittable() {
    return own.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
  }

  /** Whether it says the same as a stored one, whatever its spaces and the order of its keys. */
  boolean saysTheSameAs(String stored, StoredDocumentReader documents) {
    return text.equals(stored) || content.equals(documents.read(stored));
  }
}
