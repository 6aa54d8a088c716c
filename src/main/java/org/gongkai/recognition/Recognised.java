package org.gongkai.recognition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.gongkai.form.Scope;
import org.gongkai.matrix.Place;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a document.
 *
 * @param report the report as it is filed, without organ and year where they are not certain: only
 *     what was found stands in it
 * @param cells the cells that were found, in the order of the form
 * @param texts the parts of text that were found, in the order of the document
 * @param publications what the text says was published; not in the report, for a clerk to confirm;
 *     empty where the document has a table of channels, which is in the report
 * @param leftOver what fits nowhere
 * @param notices what a clerk should know, as a remark that was split from a number
 * @param organNames names of organs as printed, best first: from title, signature and head
 * @param organCodes codes as printed (identification code, index number), best first
 * @param years years that the report may be of, best first
 * @param scope whose figures it gives; null where nothing speaks for more than the organ itself
 */
public record Recognised(
    ObjectNode report,
    List<FoundCell> cells,
    List<FoundText> texts,
    List<FoundPublication> publications,
    List<LeftOver> leftOver,
    List<Text> notices,
    List<String> organNames,
    List<String> organCodes,
    List<Integer> years,
    @Nullable FoundScope scope) {

  public Recognised {
    cells = List.copyOf(cells);
    texts = List.copyOf(texts);
    publications = List.copyOf(publications);
    leftOver = List.copyOf(leftOver);
    notices = List.copyOf(notices);
    organNames = List.copyOf(organNames);
    organCodes = List.copyOf(organCodes);
    years = List.copyOf(years);
  }

  /**
   * A cell of the report.
   *
   * @param path as in {@code applications.received.total}
   * @param value as it stands in the report: a number, {@code "n/a"}, a text, or number and remark
   */
  public record FoundCell(String path, JsonNode value, Place place, Certainty certainty) {}

  /**
   * A part of the text.
   *
   * @param path as in {@code narrative.overview}
   * @param heading the heading as printed, or empty
   */
  public record FoundText(String path, String heading, Place place, Certainty certainty) {}

  /**
   * What the text says was published.
   *
   * @param channel its code; null for the total over all channels
   * @param unit code of what is counted
   * @param approximate whether the text says about how many
   * @param path of the part of text where it stands
   * @param words in which it stands
   */
  public record FoundPublication(
      @Nullable String channel,
      String unit,
      BigDecimal count,
      boolean approximate,
      String path,
      String words,
      Certainty certainty) {}

  /**
   * Whose figures the document gives.
   *
   * @param words by which it is known, as printed
   */
  public record FoundScope(Scope scope, Certainty certainty, List<String> words) {

    public FoundScope {
      words = List.copyOf(words);
    }
  }

  /**
   * What fits nowhere.
   *
   * @param text as printed
   * @param reason why it fits nowhere
   */
  public record LeftOver(String text, Place place, Text reason) {}
}
