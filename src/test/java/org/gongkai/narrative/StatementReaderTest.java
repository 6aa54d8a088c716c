package org.gongkai.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The ways of saying, as {@code forms/texts.yaml} writes them. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class StatementReaderTest {

  /** What is written as a way of saying is one that a sentence of these sets shows. */
  @Test
  void everyFrameIsShownByASentence() throws IOException {
    Lexicon lexicon = Lexicon.of(FORMS, 2021);
    Set<String> shown = new HashSet<>();
    for (String set : List.of("sentences", "ways", "heldout", "heldout2", "untouched", "pages")) {
      for (JsonNode sentence :
          new YAMLMapper().readTree(getClass().getResourceAsStream("/texts/" + set + ".yaml"))) {
        String part = sentence.path("part").asText("overview");
        Passage passage = Passage.of(sentence.get("text").asText());
        StatementReader.read(lexicon, part, passage, false, null).stream()
            .filter(statement -> statement.frame() != null)
            .forEach(statement -> shown.add(statement.frame().id()));
      }
    }
    assertThat(lexicon.frames()).isSubsetOf(shown);
  }
}
