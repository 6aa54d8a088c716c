package org.gongkai.benchmark;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The statements of one filing, as the database server's own log tells them: whatever the service
 * does today is what pgbench is given to do.
 */
final class FilingStatements {

  private static final Pattern ENTRY =
      Pattern.compile("^\\S+ \\S+ \\S+ \\[(\\d+)] (\\w+): {2}(.*)$", Pattern.DOTALL);
  private static final Pattern EXECUTED =
      Pattern.compile("^(?:execute [^:]+|statement): (.*)$", Pattern.DOTALL);
  private static final Pattern PARAMETERS =
      Pattern.compile("^[Pp]arameters: (.*)$", Pattern.DOTALL);
  private static final int TRIES = 60;

  /** By then the driver has named the statements that it repeats. */
  private static final int WARMED_UP = 6;

  private FilingStatements() {}

  /**
   * A statement.
   *
   * @param parameters as they were sent, in order; null: NULL
   */
  record Statement(String sql, List<String> parameters) {

    private boolean is(String word) {
      return sql.toLowerCase(Locale.ROOT).startsWith(word);
    }

    /** As a parameter, or as an element of one, in which quotes are escaped. */
    private boolean carries(String document) {
      return parameters.stream()
          .anyMatch(value -> value != null && value.replace("\\", "").contains(document));
    }
  }

  /**
   * What was filed.
   *
   * @param document as it was sent, by which the connection that it went through is known
   */
  record Filed(String document, FilingScript.Own own) {}

  /** The transaction of one filing. */
  record Sample(FilingScript.Own own, List<Statement> statements) {}

  /** Files a report. */
  interface Filing {
    Filed file() throws IOException;
  }

  /** Files reports until the log has told so many; it is then as quiet as before. */
  static List<Sample> of(Service service, Database database, int wanted, Filing filing)
      throws IOException, SQLException, InterruptedException {
    List<Sample> samples = new ArrayList<>();
    database.execute("ALTER SYSTEM SET log_statement = 'all'");
    database.execute("SELECT pg_reload_conf()");
    try {
      for (int i = 0; i < TRIES; i++) {
        TimeUnit.MILLISECONDS.sleep(100);
        long from = Files.size(service.databaseLog());
        Filed filed = filing.file();
        Optional<List<Statement>> told = read(tail(service.databaseLog(), from), filed.document());
        if (i >= WARMED_UP && told.isPresent()) {
          samples.add(new Sample(filed.own(), told.get()));
        }
        if (samples.size() == wanted) {
          return samples;
        }
      }
    } finally {
      database.execute("ALTER SYSTEM RESET log_statement");
      database.execute("SELECT pg_reload_conf()");
    }
    throw new Unmeasurable(
        "The database's log does not tell what the service does to file a report; was the report"
            + " written otherwise than as a parameter of a statement?");
  }

  private static String tail(Path log, long from) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] bytes = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /**
   * The statements of the transaction that the document went through, if they are told: what the
   * connection does before and after is not the filing's.
   */
  static Optional<List<Statement>> read(String log, String document) {
    List<String> servers = new ArrayList<>();
    List<Statement> statements = new ArrayList<>();
    for (String text : log.split("\n(?!\t)")) {
      Matcher entry = ENTRY.matcher(text.replace("\n\t", "\n"));
      if (entry.matches()) {
        Matcher executed = EXECUTED.matcher(entry.group(3));
        Matcher parameters = PARAMETERS.matcher(entry.group(3));
        if (entry.group(2).equals("LOG") && executed.matches()) {
          servers.add(entry.group(1));
          statements.add(new Statement(executed.group(1).strip(), List.of()));
        } else if (entry.group(2).equals("DETAIL") && parameters.matches()) {
          int last = servers.lastIndexOf(entry.group(1));
          statements.set(
              last, new Statement(statements.get(last).sql(), values(parameters.group(1))));
        }
      }
    }
    return IntStream.range(0, statements.size())
        .filter(i -> statements.get(i).carries(document))
        .mapToObj(servers::get)
        .findFirst()
        .map(
            server ->
                IntStream.range(0, statements.size())
                    .filter(i -> servers.get(i).equals(server))
                    .mapToObj(statements::get)
                    .toList())
        .flatMap(all -> transaction(all, document));
  }

  private static Optional<List<Statement>> transaction(List<Statement> all, String document) {
    int at = 0;
    while (!all.get(at).carries(document)) {
      at++;
    }
    int begin = at;
    while (begin >= 0 && !all.get(begin).is("begin")) {
      begin--;
    }
    int end = at;
    while (end < all.size() && !all.get(end).is("commit")) {
      end++;
    }
    return begin < 0 || end == all.size()
        ? Optional.empty()
        : Optional.of(all.subList(begin, end + 1));
  }

  /** Reads {@code $1 = 'it''s', $2 = NULL}. */
  static List<String> values(String told) {
    List<String> values = new ArrayList<>();
    int at = 0;
    while (at < told.length()) {
      at = told.indexOf(" = ", at) + 3;
      if (told.charAt(at) != '\'') {
        values.add(null);
        at += "NULL".length();
      } else {
        StringBuilder value = new StringBuilder();
        for (at++; told.charAt(at) != '\'' || told.startsWith("''", at); at++) {
          at += told.charAt(at) == '\'' ? 1 : 0;
          value.append(told.charAt(at));
        }
        values.add(value.toString());
        at++;
      }
      at += ", ".length();
    }
    return values;
  }
}
