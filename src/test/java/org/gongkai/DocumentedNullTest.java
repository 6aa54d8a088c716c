package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What may be null by its Javadoc is so for the compiler. It only sees what has the annotation: of
 * values that come from the database, from JSON or from HTTP it knows nothing.
 */
@Execution(ExecutionMode.CONCURRENT)
class DocumentedNullTest {

  private static final Path SOURCES = Path.of("src", "main", "java");

  private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
  private static final Pattern TEXTS =
      Pattern.compile("\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"", Pattern.DOTALL);
  private static final Pattern PARAMETER = Pattern.compile("@param (\\w+) ([^@]*)");
  private static final Pattern NULL = Pattern.compile("\\b[Nn]ull\\b");

  /** What is given or answered; where null stands elsewhere it may be that of JSON or SQL. */
  private static final Pattern OR_NULL = Pattern.compile("\\bor null\\.|^Null where");

  @Test
  void whatIsSaidToBeNullIsAnnotated() throws IOException {
    List<String> silent = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        silent(Files.readString(file)).forEach(what -> silent.add(file.getFileName() + " " + what));
      }
    }
    assertThat(silent).isEmpty();
  }

  @Test
  void findsParametersComponentsAndAnswers() {
    assertThat(
            silent(
                """
                /**
                 * Said.
                 *
                 * @param first it, or null
                 * @param second null where there is none
                 * @param third null; said as well
                 * @param fourth not empty
                 */
                record Said(@Schema(description = "a; (b)") String first, Map<String, List<String>> second,
                    @Nullable String third, String fourth) {
                  /** What it is, or null. */
                  String answer() { return third; }
                  /** What it is, or null. */
                  @Nullable String other();
                }
                """))
        .containsExactly("first", "second", "String answer()");
  }

  private static List<String> silent(String source) {
    List<String> silent = new ArrayList<>();
    for (MatchResult comment : COMMENT.matcher(source).results().toList()) {
      String said = comment.group(1).replaceAll("\\s*\\n\\s*\\*\\s?", " ").strip();
      if (NULL.matcher(said).find()) {
        String declared = declaration(source.substring(comment.end()));
        PARAMETER
            .matcher(said)
            .results()
            .filter(parameter -> NULL.matcher(parameter.group(2)).find())
            .map(parameter -> parameter.group(1))
            .filter(name -> !isAnnotated(declared, name))
            .forEach(silent::add);
        if (OR_NULL.matcher(said.split("@param")[0].strip()).find() && !isNullable(declared)) {
          silent.add(declared);
        }
      }
    }
    return silent;
  }

  /** From what follows a comment, without what stands in texts. */
  private static String declaration(String follows) {
    String code = TEXTS.matcher(follows).replaceAll("").replaceAll("\\{[\\s,]*\\}", "");
    return code.split("[{;]", 2)[0].replaceAll("\\s+", " ").strip();
  }

  private static boolean isAnnotated(String declared, String name) {
    Matcher before = Pattern.compile("(.*)\\b" + name + " ?[,)]").matcher(declared);
    if (!before.find()) {
      return false;
    }
    int depth = 0;
    String type = before.group(1);
    for (int i = type.length() - 1; i >= 0; i--) {
      char sign = type.charAt(i);
      depth += sign == '>' ? 1 : sign == '<' ? -1 : 0;
      if (depth == 0 && (sign == ',' || sign == '(')) {
        return isNullable(type.substring(i));
      }
    }
    return false;
  }

  private static boolean isNullable(String declared) {
    return declared.contains("@Nullable");
  }
}
