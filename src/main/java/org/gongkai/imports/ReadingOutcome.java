package org.gongkai.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.UncheckedIOException;
import java.util.List;
import org.gongkai.matrix.FileKind;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Text;
import org.gongkai.recognition.Recognised;
import org.gongkai.recognition.Recognised.FoundScope;
import org.jspecify.annotations.Nullable;

/** What became of the reading of a file. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ReadingOutcome.Read.class, name = "read"),
  @JsonSubTypes.Type(value = ReadingOutcome.Refused.class, name = "refused")
})
sealed interface ReadingOutcome {

  ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          // kinds of files and certainties that were kept under their Java names
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  /**
   * It was read.
   *
   * @param organs those whose report it may be, best first
   * @param scope whose figures it may give, beside the registry; null: the organ's own
   * @param notices what was found beside the recognition: that it names another organ
   */
  record Read(
      FileKind kind,
      Recognised recognised,
      List<OrganProposal> organs,
      @Nullable FoundScope scope,
      List<Text> notices)
      implements ReadingOutcome {

    public Read {
      organs = List.copyOf(organs);
      notices = List.copyOf(notices);
    }

    /** The same without what was recognised. */
    Read brief() {
      Recognised without =
          new Recognised(
              JsonNodeFactory.instance.objectNode(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              recognised.organNames(),
              recognised.organCodes(),
              recognised.years(),
              null);
      return new Read(kind, without, organs, scope, List.of());
    }
  }

  /** It is not read. */
  record Refused(UnreadableFile.Reason reason, Text text) implements ReadingOutcome {

    ProblemException problem() {
      return Unreadable.problem(reason, text);
    }
  }

  /**
   * An organ whose report a file may be.
   *
   * @param name what it is called now
   * @param region where it is now
   */
  record OrganProposal(String code, String name, String region) {}

  static ReadingOutcome read(String stored) {
    try {
      return JSON.readValue(stored, ReadingOutcome.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How words stand in what is written. */
  static String written(String words) {
    try {
      String text = JSON.writeValueAsString(words);
      return text.substring(1, text.length() - 1);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  default String write() {
    try {
      return JSON.writerFor(ReadingOutcome.class).writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
