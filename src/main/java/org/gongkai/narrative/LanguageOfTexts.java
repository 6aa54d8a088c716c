package org.gongkai.narrative;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.gongkai.language.Concepts;
import org.gongkai.language.Frame;
import org.gongkai.language.ReportLanguage;

/**
 * The language of texts as it is written: its concepts and frames, and a frame for what was
 * published on each channel, which all channels have alike.
 */
final class LanguageOfTexts {

  private LanguageOfTexts() {}

  /**
   * What words of texts mean, and what they state together.
   *
   * @param dated puts the years of a report into a word
   */
  static ReportLanguage of(
      WrittenTexts texts, List<Lexicon.Channel> channels, UnaryOperator<String> dated) {
    Map<String, List<String>> concepts = new LinkedHashMap<>();
    texts.concepts().forEach((id, its) -> concepts.put(id, its.stream().map(dated).toList()));
    List<Frame> frames = new ArrayList<>(texts.frames());
    for (Lexicon.Channel channel : channels) {
      frames.add(published(channel));
      if (channel.unit().equals("item")) {
        frames.add(pieces(channel));
      }
    }
    ReportLanguage.Roles roles =
        new ReportLanguage.Roles(
            texts.things(),
            texts.nouns(),
            texts.acts(),
            texts.weak(),
            texts.idle(),
            texts.about(),
            texts.totals(),
            texts.spread(),
            texts.reached(),
            texts.askers(),
            texts.few(),
            texts.accounts(),
            texts.sharing(),
            texts.published(),
            texts.outcomes(),
            texts.described(),
            texts.unmarked(),
            texts.listed(),
            texts.describing(),
            texts.main(),
            texts.caused(),
            texts.when(),
            texts.together(),
            texts.apart(),
            texts.undergone());
    return new ReportLanguage(new Concepts(concepts), roles, texts.grammar(), frames);
  }

  /** A number of what was published on a channel, or of what was held. */
  private static Frame published(Lexicon.Channel channel) {
    String id = channel.id();
    boolean held = channel.unit().equals("event");
    String done = held ? "hold" : "publish";
    Set<String> may =
        held
            ? Set.of("ofWhich", "another", "via", "website", "online")
            : Set.of("ofWhich", "another", "edit", "inPrint", "because", "relatedItem");
    List<Set<String>> sure =
        held
            ? List.of(Set.of(id, done))
            : List.of(
                Set.of(id),
                Set.of(id, done),
                Set.of(id, "item"),
                Set.of(id, "piece"),
                Set.of(id, done, "item"),
                Set.of(id, done, "item", "piece"),
                Set.of(id, "newlyPublish"),
                Set.of(id, "newlyPublish", "item"),
                Set.of(id, done, "piece"));
    List<Set<String>> all = new ArrayList<>(sure);
    all.addAll(channel.also());
    List<Set<String>> maybe =
        held
            ? List.of(Set.of(id), Set.of(id, "publish"), Set.of(id, "attend"))
            : List.of(Set.of(id, "media", done, "item"));
    return frame(
        id,
        all,
        maybe,
        held ? List.of(Set.of(id, done)) : List.of(),
        may,
        held ? Set.of(done) : Set.of(),
        channel.doubt(),
        channel.units());
  }

  /** Of what is counted in pieces, where it is named: 短视频132个. */
  private static Frame pieces(Lexicon.Channel channel) {
    return frame(
        channel.id(),
        List.of(Set.of(channel.id(), "publish", "piece")),
        List.of(),
        List.of(),
        Set.of("ofWhich", "another", "edit", "because"),
        Set.of(),
        channel.doubt(),
        Set.of("个", "部", "期", "次"));
  }

  /** A frame of a channel, which needs no more than this. */
  private static Frame frame(
      String id,
      List<Set<String>> sure,
      List<Set<String>> maybe,
      List<Set<String>> none,
      Set<String> may,
      Set<String> inherits,
      Set<String> doubt,
      Set<String> units) {
    return new Frame(
        id, sure, maybe, none, may, inherits, Set.of(), Set.of(), Set.of(), Set.of(), false, doubt,
        Set.of(), List.of(), null, Set.of(), Set.of(), Set.of(), false, false, units, List.of());
  }
}
