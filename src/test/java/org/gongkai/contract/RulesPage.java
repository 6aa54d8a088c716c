package org.gongkai.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.form.Form;
import org.gongkai.problem.Text;
import org.gongkai.rule.Rule;
import org.gongkai.rule.RuleExamples;

/** Writes every rule of every edition as a page to read, Chinese and English side by side. */
final class RulesPage {

  private static final String HEAD =
      """
      # 校验规则 · Rules

      本页由 `src/main/resources/forms/*.yaml` 生成，请勿手改；重新生成：`./mvnw test -Dtest=RulesFileTest -Dopenapi.write=true`。
      This page is generated from `src/main/resources/forms/*.yaml`; do not edit it, write it anew with the command above.

      `error` 硬性规则，不成立则不能提交 / blocks a submission · `warning` 需要说明，不阻止提交 / wants an explanation · `info` 仅供参考 / for information
      """;

  private RulesPage() {}

  /** A rule of one edition. */
  private record Of(Form form, Rule rule) {

    /**
     * The same words and terms make the same rule: its ground in law and its examples may differ.
     */
    boolean isSame(Of other) {
      return rule.id().equals(other.rule.id())
          && rule.version() == other.rule.version()
          && rule.severity() == other.rule.severity()
          && rule.label().equals(other.rule.label())
          && rule.concern().equals(other.rule.concern())
          && rule.hint().equals(other.rule.hint())
          && RuleTerms.of(rule).equals(RuleTerms.of(other.rule));
    }
  }

  static String of(Collection<Form> forms) {
    List<Form> oldestFirst =
        forms.stream().sorted(Comparator.comparingInt(Form::firstYear)).toList();
    Map<String, List<List<Of>>> byId = new LinkedHashMap<>();
    for (Form form : oldestFirst) {
      for (Rule rule : form.rules()) {
        Of of = new Of(form, rule);
        List<List<Of>> variants = byId.computeIfAbsent(rule.id(), id -> new ArrayList<>());
        variants.stream()
            .filter(same -> same.getFirst().isSame(of))
            .findFirst()
            .ifPresentOrElse(
                same -> same.add(of), () -> variants.add(new ArrayList<>(List.of(of))));
      }
    }
    StringBuilder page = new StringBuilder(HEAD);
    byId.forEach(
        (id, variants) -> {
          page.append("\n## ").append(id).append('\n');
          variants.forEach(same -> append(page, same));
        });
    EditionChanges.append(page, oldestFirst);
    FramesPage.append(page);
    return page.toString();
  }

  private static void append(StringBuilder page, List<Of> same) {
    Rule rule = same.getFirst().rule();
    String editions =
        same.stream().map(of -> of.form().edition()).collect(Collectors.joining(", "));
    page.append("\n表样 edition ").append(editions);
    page.append(" · 版本 version ").append(rule.version());
    page.append(" · `").append(rule.severity().code()).append("`\n\n");
    page.append("| | 中文 | English |\n|---|---|---|\n");
    row(page, "规则 rule", rule.label());
    row(page, "问题 concern", rule.concern());
    row(page, "口径 what to look at", rule.hint());
    same.stream()
        .map(of -> of.rule().basis())
        .distinct()
        .forEach(basis -> row(page, "依据 basis", basis));
    Of newest = same.getLast();
    example(page, "成立 keeps it", newest.rule().examples().passing());
    example(page, "不成立 breaks it", newest.rule().examples().failing());
  }

  static void row(StringBuilder page, String name, Text text) {
    page.append(
        Stream.of(name, text.zh(), text.en())
            .map(cell -> cell.replace("|", "\\|"))
            .collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private static void example(StringBuilder page, String name, RuleExamples.Example example) {
    page.append('\n').append(name).append(":\n");
    RuleExamples.Organ reporter = example.reporter();
    if (reporter != null) {
      page.append("\n机关 organ: ").append(reporter.name());
      page.append(" (`").append(reporter.kind().code());
      page.append("`, `").append(reporter.level().code()).append("`)\n");
    }
    if (example.organs() != null) {
      page.append("\n本地区其他机关 other organs of the region: ");
      page.append(String.join(", ", example.organs())).append('\n');
    }
    if (example.others() != null) {
      page.append("\n本地区其他机关的报告 reports of other organs of the region:\n");
      json(page, example.others());
      page.append("\n本机关的报告 the organ's own:\n");
    }
    json(page, Stream.of(example.previous(), example.report()).filter(Objects::nonNull).toList());
  }

  private static void json(StringBuilder page, List<ObjectNode> reports) {
    page.append("\n```json\n");
    reports.forEach(report -> page.append(report).append('\n'));
    page.append("```\n");
  }
}
