package org.gongkai.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is read of sentences by the frames of {@code forms/texts.yaml}. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class StatementReaderTest {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Lexicon LEXICON = Lexicon.of(FORMS, 2021);

  /** What is written as a way of saying is one that a sentence of these sets shows. */
  @Test
  void everyFrameIsShownByASentence() throws IOException {
    Set<String> shown = new HashSet<>();
    for (String set : List.of("sentences", "ways", "heldout", "heldout2", "untouched", "pages")) {
      for (JsonNode sentence : file("/texts/" + set + ".yaml")) {
        read(sentence).stream()
            .filter(statement -> statement.frame() != null)
            .forEach(statement -> shown.add(statement.frame().id()));
      }
    }
    assertThat(LEXICON.frames()).isSubsetOf(shown);
  }

  @Test
  void everyFrameBindsItsExampleAndNotItsNearMiss() throws IOException {
    JsonNode examples = file("/texts/frames.yaml");
    List<String> frames = file("/forms/texts.yaml").get("frames").findValuesAsText("id");
    assertThat(examples.properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrderElementsOf(frames);
    for (var example : examples.properties()) {
      String frame = example.getKey();
      boolean uncertain = example.getValue().path("uncertain").asBoolean();
      assertThat(read(example.getValue().get("binds")))
          .as("binds by " + frame)
          .filteredOn(statement -> isBy(frame, statement))
          .isNotEmpty()
          .anyMatch(statement -> statement.certain() != uncertain);
      assertThat(read(example.getValue().get("not")))
          .as("does not bind by " + frame)
          .filteredOn(statement -> isBy(frame, statement))
          .noneMatch(statement -> statement.certain() || uncertain);
    }
  }

  /** The frames of channels are alike and written nowhere: each is held by what it binds. */
  @Test
  void everyChannelBindsItsExampleAndNotItsNearMiss() throws IOException {
    JsonNode examples = file("/texts/channels.yaml");
    assertThat(examples.properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrderElementsOf(
            LEXICON.channels.stream().map(Lexicon.Channel::id).toList());
    for (var example : examples.properties()) {
      String channel = example.getKey();
      assertThat(read(example.getValue().get("binds")))
          .as("binds to " + channel)
          .anyMatch(statement -> statement.certain() && channel.equals(statement.channel()));
      assertThat(read(example.getValue().get("not")))
          .as("does not bind to " + channel)
          .noneMatch(statement -> statement.certain() && channel.equals(statement.channel()));
    }
  }

  private static boolean isBy(String frame, Statement statement) {
    return frame.startsWith("published")
        ? statement.isOfAll()
        : statement.frame() != null && statement.frame().id().equals(frame);
  }

  private static List<Statement> read(JsonNode sentence) {
    String part = sentence.path("part").asText("overview");
    Passage passage = Passage.of(sentence.get("text").asText());
    return StatementReader.read(LEXICON, part, passage, false, null);
  }

  private static JsonNode file(String name) throws IOException {
    try (InputStream file = StatementReaderTest.class.getResourceAsStream(name)) {
      return YAML.readTree(file);
    }
  }
}
