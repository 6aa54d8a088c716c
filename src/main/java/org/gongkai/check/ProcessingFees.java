package org.gongkai.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gongkai.form.Content;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.narrative.Statement;
import org.gongkai.narrative.TextReader;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of the fees that it charged for handling applications (信息处理费), for which the
 * form has no cell.
 *
 * @param words the sentences that speak of them, private matters masked
 * @param yuan what was charged in all; null where the words do not say it for certain
 */
public record ProcessingFees(String words, @Nullable BigDecimal yuan) {

  private static final String NAME = "处理费";
  private static final String FRAME = "processingFee";
  private static final String IN_TEN_THOUSANDS = "万元";
  private static final Pattern SENTENCE = Pattern.compile("[^。！？；\\n]+[。！？；]?");
  private static final int LONGEST = 200;

  /** What a report says; null where it does not speak of them. */
  public static @Nullable ProcessingFees in(TextReader reader, Content content) {
    List<String> words = new ArrayList<>();
    Set<BigDecimal> told = new TreeSet<>();
    boolean certain = true;
    for (NarrativeText text : reader.read(content, sent -> sent.contains(NAME))) {
      boolean said = false;
      for (Statement statement : text.statements()) {
        if (statement.frame() != null && statement.frame().id().equals(FRAME)) {
          said = true;
          certain &= statement.certain() && statement.plain();
          told.add(yuan(statement));
        }
      }
      certain &= said;
      SENTENCE
          .matcher(text.masked())
          .results()
          .map(match -> match.group().strip())
          .filter(sentence -> sentence.contains(NAME))
          .forEach(words::add);
    }
    if (words.isEmpty()) {
      return null;
    }
    String all = String.join("", words);
    return new ProcessingFees(
        all.length() > LONGEST ? all.substring(0, LONGEST) + "…" : all,
        certain && told.size() == 1 ? told.iterator().next() : null);
  }

  private static BigDecimal yuan(Statement statement) {
    return statement.unit().equals(IN_TEN_THOUSANDS)
        ? statement.number().movePointRight(4)
        : statement.number();
  }
}
