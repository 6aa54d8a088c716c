package org.gongkai.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.platform.StrictJson;
import org.gongkai.platform.WrittenText;
import org.gongkai.problem.JsonProblems;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Why somebody does something, for the record. */
@Schema(
    name = "Reason",
    description = "Why it is done, for the record. / 理由、说明。",
    requiredProperties = {"reason"})
public record Reason(
    @Schema(description = "In one's own words", maxLength = 2000, examples = "集中办理历史遗留申请。")
        @Nullable String reason) {

  private static final int LONGEST = 2000;
  private static final Text LENGTH = new Text("须有 1 至 2000 个字。", "Must have 1 to 2000 characters.");

  /** The words. */
  public String required() {
    List<Violation> violations = new java.util.ArrayList<>();
    check("/reason", reason, violations);
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    return Objects.requireNonNull(reason).strip();
  }

  public static String required(@Nullable Reason sent) {
    return (sent == null ? new Reason(null) : sent).required();
  }

  public static void check(String pointer, @Nullable String reason, List<Violation> violations) {
    if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST) {
      violations.add(new Violation(pointer, LENGTH));
      return;
    }
    WrittenText.TEXT
        .objectionTo(reason)
        .ifPresent(why -> violations.add(new Violation(pointer, why)));
  }

  /** Reads what need not be said. */
  @Singleton
  public static final class Reader {

    /** What is said is 2,000 characters at most. */
    private static final int LARGEST = 64 * 1024;

    private final ObjectMapper mapper;

    Reader(ObjectMapper mapper) {
      this.mapper = mapper;
    }

    /** The words, or null where there is no body. */
    public @Nullable String optional(InputStream body) {
      try {
        byte[] bytes = body == null ? new byte[0] : body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
          throw ProblemException.of(ProblemType.PAYLOAD_TOO_LARGE);
        }
        return bytes.length == 0
            ? null
            : Reason.required(mapper.readValue(StrictJson.text(bytes), Reason.class));
      } catch (JsonProcessingException e) {
        throw JsonProblems.of(e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
