package org.gongkai.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The committed page of the rules is what the forms' files say. Written anew with {@code
 * -Dopenapi.write=true}, as the contract is.
 */
class RulesFileTest {

  private static final Path FILE = Path.of("openapi", "RULES.md");

  @Test
  void theCommittedPageIsTheGeneratedOne() throws IOException {
    String generated = RulesPage.of(FORMS.all());
    if (Boolean.getBoolean("openapi.write")) {
      Files.writeString(FILE, generated);
    }
    assertThat(Files.exists(FILE) ? Files.readString(FILE) : "")
        .as("write it anew: ./mvnw test -Dtest=RulesFileTest -Dopenapi.write=true")
        .isEqualTo(generated);
  }

  @Test
  void everyRuleOfEveryEditionIsThere() {
    String page = RulesPage.of(FORMS.all());
    FORMS
        .all()
        .forEach(
            form ->
                form.rules()
                    .forEach(
                        rule ->
                            assertThat(page)
                                .contains("## " + rule.id() + "\n")
                                .contains(rule.label().zh(), rule.label().en())
                                .contains(rule.hint().zh(), rule.hint().en())
                                .contains(rule.basis().zh(), rule.basis().en())));
  }
}
