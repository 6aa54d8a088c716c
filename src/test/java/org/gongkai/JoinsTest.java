package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What belongs to an organ meets by the organ, or by the report. Where tables lie on several
 * machines, what is met otherwise has to be fetched from all of them (deploy/SCALING.md).
 */
@Execution(ExecutionMode.CONCURRENT)
class JoinsTest {

  /** Tables that would lie with their organ, and the columns that say whose a row is. */
  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("organ", "code"),
          Map.entry("organ_version", "organ"),
          Map.entry("extension", "organ"),
          Map.entry("exemption", "organ"),
          Map.entry("expected_report", "organ"),
          Map.entry("report", "id|organ"),
          Map.entry("revision", "report"),
          Map.entry("report_event", "report"),
          Map.entry("remark", "report"),
          Map.entry("receipt", "report"),
          Map.entry("figure", "report"),
          Map.entry("publication", "report"),
          Map.entry("shingle", "report"));

  /** Several questions in one statement, which do not meet, and why they are one. */
  private static final Map<String, String> APART =
      Map.of(
          "ReportFaultStore", "the newest numbers of all tables, for verification",
          "RegionStore", "whether a region is named anywhere",
          "FilingContextStore", "the organs of a region, those of now and those of its reports",
          "RebuildStore", "the regions that have sums of any kind");

  private static final String WORDS =
      "ON|USING|WHERE|SET|LEFT|INNER|FULL|CROSS|JOIN|GROUP|ORDER|HAVING|FOR|LIMIT|UNION|VALUES|SELECT|RETURNING|AND";

  /**
   * With INTO nothing is read, and a name after a comma is a table's where another name follows.
   */
  private static final Pattern TABLE =
      Pattern.compile(
          "(?:\\b(?:FROM|JOIN|UPDATE|USING)\\s+(?<table>%1$s)\\b(?!\\s*[.(])(?:\\s+(?:AS\\s+)?(?!(?:%2$s)\\b)(?<alias>[a-z_]+))?"
                  .formatted(names(), WORDS)
              + "|,\\s+(?<further>%1$s)\\s+(?:AS\\s+)?(?!(?:%2$s)\\b)(?<as>[a-z_]+))"
                  .formatted(names(), WORDS));

  private record Table(String name, @Nullable String alias) {

    boolean isAskedByKeyIn(String statement) {
      String owner = alias == null ? "(?:\\b%s\\.)?".formatted(name) : "\\b%s\\.".formatted(alias);
      String key = "(?:" + KEYS.get(name) + ")";
      String own = "(?<![\\w.:])" + owner + key + "\\b";
      return Pattern.compile(
              own
                  + "\\s*(?:=|IN\\b)|(?:=|\\bIN)\\s*\\(?"
                  + own
                  + "|USING\\s*\\([^)]*\\b"
                  + key
                  + "\\b|\\("
                  + own
                  + ",")
          .matcher(statement)
          .find();
    }
  }

  @Test
  void whatBelongsToAnOrganMeetsByTheOrganOrTheReport() {
    assertThat(met().stream().filter(t -> !APART.containsKey(t.name())).filter(JoinsTest::isLoose))
        .isEmpty();
  }

  /** What is named here and is met by its key needs no name. */
  @Test
  void questionsThatAreApartAreNamed() throws IOException {
    String scaling = Files.readString(Path.of("deploy", "SCALING.md"));
    Set<String> loose =
        met().stream()
            .filter(JoinsTest::isLoose)
            .map(StatementsTest.Text::name)
            .collect(Collectors.toSet());
    assertThat(loose)
        .containsExactlyInAnyOrderElementsOf(APART.keySet())
        .allSatisfy(name -> assertThat(scaling).contains("`" + name + "`"));
  }

  @Test
  void whatMeetsByTheRegionAloneIsFound() {
    String byRegion =
        "SELECT r.id FROM report r JOIN organ_version v ON v.region = r.region WHERE r.year ="
            + " :year";
    assertThat(loose(byRegion)).hasSize(2);
    assertThat(loose(byRegion.replace("v.region = r.region", "v.organ = r.organ"))).isEmpty();
    assertThat(loose("SELECT 1 FROM report r, revision v WHERE v.number = r.revision")).hasSize(2);
    assertThat(loose("SELECT 1 FROM report r JOIN revision v ON v.report = r.id")).isEmpty();
    assertThat(met()).hasSizeGreaterThan(30);
  }

  /** Statements in which two of these tables stand. */
  private static List<StatementsTest.Text> met() {
    return StatementsTest.texts().filter(t -> tables(t.text()).size() > 1).toList();
  }

  /** The one that leads is asked for by whatever is known, the others by what it says. */
  private static boolean isLoose(StatementsTest.Text text) {
    return loose(text.text()).size() > 1;
  }

  private static List<Table> loose(String statement) {
    return tables(statement).stream().filter(table -> !table.isAskedByKeyIn(statement)).toList();
  }

  private static List<Table> tables(String statement) {
    List<Table> tables = new ArrayList<>();
    Matcher table = TABLE.matcher(statement);
    while (table.find()) {
      boolean further = table.group("further") != null;
      tables.add(
          new Table(
              table.group(further ? "further" : "table"), table.group(further ? "as" : "alias")));
    }
    return tables;
  }

  private static String names() {
    return KEYS.keySet().stream().collect(Collectors.joining("|", "(?:", ")"));
  }
}
