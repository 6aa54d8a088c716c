package org.gongkai.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Content;
import org.gongkai.form.Forms;
import org.gongkai.narrative.Lexicon;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.narrative.OwnStreet;
import org.gongkai.narrative.Statement;
import org.jspecify.annotations.Nullable;

/** What the text of a report says was published on each channel, and in all. */
public final class PublicationsInText {

  /**
   * A number of what was published.
   *
   * @param channel its code; null for the total over all channels
   * @param unit code of what is counted
   * @param certain whether nothing else can be meant, and no sentence says otherwise
   * @param approximate whether the text says about how many
   * @param part of the text where it stands
   * @param words in which it stands, as written
   */
  public record Published(
      @Nullable String channel,
      String unit,
      BigDecimal count,
      boolean certain,
      boolean approximate,
      String part,
      String words) {}

  private PublicationsInText() {}

  /** In the order of the text, each channel and unit once. */
  public static List<Published> of(Forms forms, Content content) {
    Lexicon lexicon = Lexicon.of(forms, content.year());
    OwnStreet street = OwnStreet.of(lexicon, null);
    Map<List<String>, List<Published>> found = new LinkedHashMap<>();
    content
        .narrative()
        .forEach(
            (part, text) -> {
              if (forms.inForce(content.year()).roleOf(part).isText()) {
                NarrativeText read = NarrativeText.of(part, text, lexicon, content, street);
                for (Statement statement : read.statements()) {
                  if (statement.isOfPublications()) {
                    String channel = statement.channel();
                    found
                        .computeIfAbsent(
                            List.of(channel == null ? "" : channel, statement.unit()),
                            key -> new ArrayList<>())
                        .add(published(read, statement));
                  }
                }
              }
            });
    return found.values().stream().map(PublicationsInText::only).toList();
  }

  private static Published published(NarrativeText text, Statement statement) {
    return new Published(
        statement.channel(),
        statement.unit(),
        statement.number(),
        statement.certain(),
        !statement.plain(),
        statement.part(),
        text.sent().substring(statement.start(), statement.end()).strip());
  }

  /** The first that is certain, less certain where another says otherwise. */
  private static Published only(List<Published> said) {
    Published first = said.stream().filter(Published::certain).findFirst().orElse(said.getFirst());
    boolean agree = said.stream().allMatch(p -> p.count().compareTo(first.count()) == 0);
    return new Published(
        first.channel(),
        first.unit(),
        first.count(),
        first.certain() && agree,
        first.approximate(),
        first.part(),
        first.words());
  }
}
