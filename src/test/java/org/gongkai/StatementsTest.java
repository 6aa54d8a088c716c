package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.platform.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Where SQL may stand, and how it takes its values. */
@Execution(ExecutionMode.CONCURRENT)
class StatementsTest {

  private static final Path SOURCES = Path.of("src", "main", "java", "org", "gongkai");

  /** Classes that are there for statements, by their names. */
  private static final Pattern STORE = Pattern.compile("\\w+(Store|Query|Repository|Sql)");

  /** Others that have statements, and why. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("Sql", "runs them, and says for which a plan is made anew"),
          Map.entry("StatementTimeout", "how long they may take, in the room that runs them"),
          Map.entry("NetworkTimeout", "asks each new connection how long statements may take"),
          Map.entry("Backup", "tells the server of a copy, before there is a service"),
          Map.entry("Transfer", "copies every table, whatever it is"),
          Map.entry("PostgresCluster", "makes the database before there is one to connect to"),
          Map.entry("ServiceRole", "makes the role that the service connects as"));

  /**
   * How a statement, or a part of one that others are joined to, begins. Prose of the contract,
   * which begins alike where a line of it was broken, has names between backquotes.
   */
  private static final Pattern STATEMENT =
      Pattern.compile(
          "\\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|MERGE|WITH|FROM|JOIN|LOCK"
              + " TABLE|COPY|ANALYZE|VACUUM|CREATE|DROP|TRUNCATE|ALTER|GRANT|REVOKE|COMMENT ON|SET"
              + " (LOCAL|SESSION|TRANSACTION|ROLE)|SET [a-z_]+ =|RESET|DO (LANGUAGE \\w+"
              + " )?(?=[$'])|CALL"
              + "|EXPLAIN|LISTEN|NOTIFY|DECLARE|FETCH|REINDEX|REFRESH)[\\s$'].*|\\s*(select|from|update|delete)\\s+\\w+[^`]*\\b(where|from|order"
              + " by)\\b[^`]*",
          Pattern.DOTALL);

  private static final Pattern LITERAL =
      Pattern.compile(
          "//[^\n]*+|/\\*.*?\\*/|'(?:[^'\\\\]++|\\\\.)++'"
              + "|\"\"\"(?<block>(?:[^\"\\\\]++|\\\\.|\"(?!\"\"))*+)\"\"\""
              + "|\"(?<text>(?:[^\"\\\\\n]++|\\\\.)*+)\"",
          Pattern.DOTALL);

  private static final Pattern QUOTED = Pattern.compile("'[^']*'");

  private static final Pattern POSITIONAL = Pattern.compile("(?<!\\?)\\?(?!\\?)");

  /** How a statement tells the planner what to do, or keeps it from something. */
  private static final Map<String, Pattern> FORCES =
      Map.of(
          "generic plan", Pattern.compile("force_generic_plan"),
          "custom plan", Pattern.compile("force_custom_plan"),
          "switch", Pattern.compile("\\benable_\\w+|\\bjit\\s*=", Pattern.CASE_INSENSITIVE),
          "OFFSET 0", Pattern.compile("\\bOFFSET 0\\b", Pattern.CASE_INSENSITIVE),
          "MATERIALIZED", Pattern.compile("\\bMATERIALIZED\\b", Pattern.CASE_INSENSITIVE),
          "LIMIT", unorderedLimit());

  /**
   * What forces a plan, and why. A common table expression that is read twice needs no word for it:
   * PostgreSQL keeps its rows as it is.
   */
  private static final Map<String, String> FORCED =
      Map.ofEntries(
          Map.entry(
              "FilingContextStore: generic plan", "to plan a filing costs more than to run it"),
          Map.entry("FilingContextStore: LIMIT", "by key, when nothing is known of the tables yet"),
          Map.entry("FiledReportStore: LIMIT", "by key, within the reused plans of a filing"),
          Map.entry("PeerStore: LIMIT", "by key, within the reused plans of a filing"),
          Map.entry("ShingleStore: LIMIT", "by keys, within the reused plans of a filing"),
          Map.entry("RecheckStore: LIMIT", "at most so many are checked again"),
          Map.entry("ResultStore: LIMIT", "one version in the year, for the rows of a page"),
          Map.entry("RollupStore: generic plan", "kept sums are looked up by keys"),
          Map.entry("RollupStore: switch", "what waits is by index, however long its file is"),
          Map.entry(
              "PostgresCluster: switch", "the server of a trial, as a connection asks of each"),
          Map.entry("PlaceSql: OFFSET 0", "one region is looked up, not all within another"),
          Map.entry("TallyStore: OFFSET 0", "by key, not all sums for each change"),
          Map.entry(
              "WaitingStore: MATERIALIZED", "a place is looked up once a region, not once a row"),
          Map.entry(
              "ComputedSumStore: MATERIALIZED", "a place is looked up once a region, not a report"),
          Map.entry("GovernmentSumStore: MATERIALIZED", "seats are found before reports are read"),
          Map.entry("RecentChangeStore: LIMIT", "by key, not all regions for each change"),
          Map.entry("ContributionSql: LIMIT", "by key, within the reused plans of kept sums"),
          Map.entry("Sql: custom plan", "for those that plan each time"),
          Map.entry("Sql: switch", "for those that plan each time after looking up by keys"));

  /**
   * Who has plans made for the region at hand: of which one may have ten times as much as another.
   */
  private static final Set<String> PLAN_EACH_TIME =
      Set.of(
          "ComputedSumStore",
          "ContributionStore",
          "CoverageStore",
          "FindingQuery",
          "GovernmentSumStore",
          "ReconciliationStore");

  /** A text of a source file. */
  record Text(String file, String text) {

    String name() {
      return file.substring(0, file.length() - ".java".length());
    }

    boolean isStatement() {
      return STATEMENT.matcher(text).matches();
    }

    @Override
    public String toString() {
      return file + ": " + text.strip().lines().findFirst().orElse("");
    }
  }

  @Test
  void textsAreFound() {
    assertThat(texts().filter(Text::isStatement).map(Text::name))
        .contains("KeyStore", "OrganQuery", "ReportRepository");
  }

  /** Of whatever kind: they do not read and change rows only. */
  @Test
  void statementsAreKnownByHowTheyBegin() {
    assertThat(
            Stream.of(
                "DO $$ BEGIN CREATE ROLE a; END $$",
                "\n  DO LANGUAGE plpgsql $body$ BEGIN END $body$",
                "DO 'BEGIN END'",
                "GRANT SELECT ON a TO b",
                "ALTER TABLE a ADD b text",
                "VACUUM a",
                "SET SESSION AUTHORIZATION a",
                "CALL a()"))
        .allMatch(text -> new Text("A.java", text).isStatement());
    assertThat(Stream.of("Do not send it twice", "do $1", "SET", "DO NOTHING", "Call it again"))
        .noneMatch(text -> new Text("A.java", text).isStatement());
  }

  @Test
  void statementsStandInStores() {
    assertThat(texts().filter(Text::isStatement).filter(t -> !mayHaveStatements(t.name())))
        .isEmpty();
  }

  @Test
  void onlyStoresRunStatements() {
    assertThat(
            ServiceClasses.ALL.stream()
                .filter(
                    type ->
                        type.getMethodCallsFromSelf().stream()
                            .anyMatch(call -> runsStatements(call.getTarget())))
                .map(StatementsTest::outermost)
                .distinct()
                .filter(name -> !mayHaveStatements(name)))
        .isEmpty();
  }

  /** What is named here and has no statement needs no name. */
  @Test
  void theOthersAreThere() {
    assertThat(texts().filter(Text::isStatement).map(Text::name).distinct().toList())
        .containsAll(OTHERS.keySet());
  }

  /** Values have names: which of them is the third is nothing that a reader should count. */
  @Test
  void valuesHaveNames() {
    assertThat(
            texts()
                .filter(t -> mayHaveStatements(t.name()) && t.text().contains(" "))
                .filter(t -> POSITIONAL.matcher(QUOTED.matcher(t.text()).replaceAll("''")).find()))
        .isEmpty();
  }

  /**
   * A plan that is made without values, and a fence before the planner, are refused or worth
   * nothing where tables lie on several machines. What has one stands in deploy/SCALING.md as what
   * is to be written anew then.
   */
  @Test
  void plansAreForcedAndFencedOnlyWhereItIsNamed() throws IOException {
    assertThat(texts().flatMap(StatementsTest::forced).distinct().toList())
        .containsExactlyInAnyOrderElementsOf(FORCED.keySet());
    assertNamed(FORCED.keySet().stream().map(place -> place.substring(0, place.indexOf(':'))));
  }

  @Test
  void plansAreMadeEachTimeOnlyWhereItIsNamed() throws IOException {
    assertThat(
            ServiceClasses.ALL.stream()
                .filter(
                    type ->
                        type.getMethodCallsFromSelf().stream()
                            .anyMatch(
                                call ->
                                    call.getTarget().getOwner().isEquivalentTo(Sql.class)
                                        && call.getTarget().getName().equals("planEachTime")))
                .map(StatementsTest::outermost)
                .distinct()
                .toList())
        .containsExactlyInAnyOrderElementsOf(PLAN_EACH_TIME);
    assertNamed(PLAN_EACH_TIME.stream());
  }

  private static void assertNamed(Stream<String> classes) throws IOException {
    String scaling = Files.readString(Path.of("deploy", "SCALING.md"));
    assertThat(classes.distinct()).allSatisfy(n -> assertThat(scaling).contains("`" + n + "`"));
  }

  /** Of a row's own look-up, where it is no order that the limit is for. */
  @Test
  void limitsAreFencesWhereNothingIsOrdered() {
    assertThat(FORCES.get("LIMIT"))
        .satisfies(
            limit -> {
              assertThat(limit.matcher("LATERAL (SELECT id FROM a LIMIT 1)").find()).isTrue();
              assertThat(limit.matcher("LATERAL (SELECT f(o.id) FROM o LIMIT 3)").find()).isTrue();
              assertThat(limit.matcher("LATERAL (SELECT id FROM a) ORDER BY b LIMIT 1").find())
                  .isFalse();
              assertThat(limit.matcher("LATERAL (SELECT id FROM a ORDER BY b LIMIT 1)").find())
                  .isFalse();
            });
  }

  private static Stream<String> forced(Text text) {
    return FORCES.entrySet().stream()
        .filter(force -> force.getValue().matcher(text.text()).find())
        .map(force -> text.name() + ": " + force.getKey());
  }

  private static Pattern unorderedLimit() {
    String within =
        "[^()OL]++|O(?!RDER BY)|L(?!IMIT)|\\((?:[^()]++|\\((?:[^()]++|\\([^()]*+\\))*+\\))*+\\)";
    return Pattern.compile(
        "\\bLATERAL\\s*\\((?:LIMIT_NOT)*\\bLIMIT\\b".replace("LIMIT_NOT", within));
  }

  private static boolean mayHaveStatements(String name) {
    return STORE.matcher(name).matches() || OTHERS.containsKey(name);
  }

  private static boolean runsStatements(AccessTarget target) {
    return target.getOwner().isEquivalentTo(Sql.class)
        && Set.of("statement", "work").contains(target.getName());
  }

  private static String outermost(JavaClass type) {
    return type.getEnclosingClass().map(StatementsTest::outermost).orElse(type.getSimpleName());
  }

  static Stream<Text> texts() {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(file -> texts(file).stream())
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Text> texts(Path file) {
    try {
      List<Text> texts = new ArrayList<>();
      Matcher literal = LITERAL.matcher(Files.readString(file));
      while (literal.find()) {
        String text =
            literal.group("block") != null ? literal.group("block") : literal.group("text");
        if (text != null) {
          texts.add(new Text(file.getFileName().toString(), text));
        }
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
