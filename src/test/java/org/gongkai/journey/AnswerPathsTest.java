package org.gongkai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths of answers give what Groovy alone makes of them. */
class AnswerPathsTest {

  private static final String JSON =
      """
      {"total": 2, "none": null, "empty": [], "first": 1, "flags": [true, null, 3],
       "items": [{"id": 1, "tags": ["a", "b"], "of": {"name": "甲", "size": 4}},
                 {"id": 2, "tags": [], "of": null},
                 {"id": null, "tags": [["c"]], "of": {"name": "乙", "class": "x"}}],
       "rows": [[{"n": 1}, {"n": 2}], [{"n": 3}], null]}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".total",
        ".none",
        ".none.more",
        ".none[0]",
        ".missing",
        ".missing.more",
        ".empty",
        ".first",
        ".empty[0]",
        ".items",
        ".items[0]",
        ".items[-1].of.name",
        ".items[-4]",
        ".items[7]",
        ".items[7].id",
        ".items.id",
        ".items.of",
        ".items.of.name",
        ".items.of.size",
        ".items.of.size()",
        ".items.size()",
        ".items.size",
        ".items.tags",
        ".items.tags[0]",
        ".items[0].tags[1]",
        ".items[2].of.class",
        ".items.empty",
        ".items.first",
        ".rows.n",
        ".rows[0].n",
        ".rows[2].n",
        ".flags",
        ".flags[1]",
        ".flags.more",
        ".total.more",
        ".total[0]",
        "[0]",
        ".'total'",
        ".items.findAll { it.id > 1 }.of",
        ".items.find { it.id == 2 }.tags",
        ".items*.id",
        ".items.collect { it.of?.name }.toSet()",
        ".items[0..1].id",
        ".items.max { it.id ?: 0 }.id",
        ".(",
        ".other(",
      })
  void areThoseOfGroovy(String steps) {
    String text = "root" + steps;
    for (Object root : roots()) {
      String alone = outcome(() -> new GroovyShell(binding(root)).evaluate(text));
      assertThat(outcome(() -> AnswerPaths.evaluate(text, binding(root)))).isEqualTo(alone);
      assertThat(outcome(() -> AnswerPaths.evaluate(text, binding(root))))
          .as("the second time")
          .isEqualTo(alone);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"items.id", "items[1].id", "total", "$", "items.findAll { it.id == id }.tags"})
  void areThoseThatRestAssuredIsAskedFor(String path) {
    Object before = JsonPath.from(JSON).param("id", 1).get(path);
    AnswerPaths.cheap();
    AnswerPaths.cheap();
    Object after = JsonPath.from(JSON).param("id", 1).get(path);
    assertThat(after).isEqualTo(before).isNotNull();
  }

  private static List<Object> roots() {
    List<Object> roots = new ArrayList<>();
    roots.add(JsonPath.from(JSON).get("$"));
    roots.add(JsonPath.from(JSON).get("items"));
    roots.add(new TreeMap<>(Map.of("total", List.of())));
    roots.add(Arrays.asList(null, null));
    roots.add("text");
    roots.add(null);
    return roots;
  }

  private static Binding binding(Object root) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("root", root);
    return new Binding(variables);
  }

  private interface Evaluation {
    Object value();
  }

  /** What REST Assured sees: a value, or the kind of exception and what it says. */
  private static String outcome(Evaluation evaluation) {
    try {
      Object value = evaluation.value();
      return value == null ? "null" : value.getClass().getSimpleName() + " " + value;
    } catch (RuntimeException e) {
      return e.getClass().getSimpleName() + " " + e.getMessage();
    }
  }
}
