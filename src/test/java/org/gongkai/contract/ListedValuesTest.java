package org.gongkai.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.form.Scope;
import org.gongkai.problem.WireCode;
import org.gongkai.reading.DocumentFormat;
import org.gongkai.table.TableFormat;
import org.junit.jupiter.api.Test;

/**
 * Values that the contract takes from a list and not from the type itself: some of an enum's. A new
 * constant is missing from no such list, and none stands in two.
 */
class ListedValuesTest {

  private static final Map<String, List<String>> OF_ENUMS =
      Map.of(
          "ComparisonFormat", codes(DocumentFormat.OF_AREA_REPORTS),
          "GovernmentScope", codes(EnumSet.complementOf(EnumSet.of(Scope.ORGAN))),
          "LetterFormat", codes(DocumentFormat.OF_LETTERS),
          "ListFormat", codes(TableFormat.OF_LISTS));

  /** Values of which there is no enum: sections are the forms', and one comparison is a word. */
  private static final Map<String, List<String>> OF_NONE =
      Map.of(
          "RollupSection", List.of("publications", "applications", "disclosure", "contests"),
          "RollupComparison", List.of("previous-year"));

  private static final Pattern LISTED = Pattern.compile("\\benumeration = \\{([^}]*)\\}");

  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

  private static List<String> codes(Collection<? extends WireCode> choices) {
    return choices.stream().map(WireCode::code).toList();
  }

  @Test
  void theContractHasTheValuesOfTheEnum() throws IOException {
    JsonNode contract = new YAMLMapper().readTree(Path.of("openapi", "openapi.yaml").toFile());
    OF_ENUMS.forEach(
        (name, values) -> {
          List<String> said = new ArrayList<>();
          contract
              .at("/components/schemas/" + name + "/enum")
              .forEach(value -> said.add(value.textValue()));
          assertThat(said).as(name).isEqualTo(values);
        });
  }

  /** Where a type can say its values itself, it does. */
  @Test
  void noOtherValuesAreListed() throws IOException {
    List<List<String>> held =
        Stream.of(OF_ENUMS, OF_NONE).flatMap(lists -> lists.values().stream()).toList();
    TreeSet<String> others = new TreeSet<>();
    List<List<String>> seen = new ArrayList<>();
    try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        Matcher listed = LISTED.matcher(Files.readString(source));
        while (listed.find()) {
          List<String> values =
              TEXT.matcher(listed.group(1)).results().map(text -> text.group(1)).toList();
          seen.add(values);
          if (!held.contains(values)) {
            others.add(source.getFileName() + " " + values);
          }
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(5).doesNotHaveDuplicates();
    assertThat(others).isEmpty();
  }
}
