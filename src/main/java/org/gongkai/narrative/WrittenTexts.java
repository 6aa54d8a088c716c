package org.gongkai.narrative;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.form.Forms;
import org.gongkai.language.Frame;
import org.gongkai.language.Grammar;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code forms/texts.yaml} as it is written, where its keys are explained.
 *
 * @param words that patterns share
 */
record WrittenTexts(
    LinkedHashMap<String, String> words,
    Times times,
    Others others,
    Map<String, String> subjects,
    Cases cases,
    String decided,
    String otherCases,
    String allCases,
    List<WrittenChannel> channels,
    Map<String, Set<String>> units,
    List<WrittenYear> years,
    List<String> customary,
    List<String> titles,
    List<String> names,
    List<String> itself,
    Map<String, String> headings,
    String nothing,
    Map<String, List<String>> concepts,
    Set<String> askers,
    Set<String> few,
    Set<String> accounts,
    Set<String> sharing,
    Set<String> published,
    String notShared,
    Set<String> outcomes,
    Map<String, Set<String>> described,
    Set<String> unmarked,
    Set<String> listed,
    Set<String> describing,
    Set<String> main,
    Set<String> caused,
    Set<String> when,
    Set<String> together,
    Set<String> apart,
    Set<String> undergone,
    Set<String> things,
    Set<String> acts,
    Set<String> nouns,
    Set<String> weak,
    Set<String> idle,
    Set<String> about,
    Set<String> totals,
    Set<String> spread,
    Set<String> reached,
    Map<String, Set<String>> sums,
    Grammar grammar,
    LeftOut leftOut,
    List<Frame> frames) {

  record Times(String sticky, String clause, String ownYear, String comparison) {}

  record Others(String own, String ownStreet, String ownStreetName, String always, String wider) {}

  record Cases(
      Set<String> parts,
      Set<String> about,
      Set<String> onRequest,
      Set<String> ofAll,
      Map<String, Set<String>> notOf) {}

  record WrittenChannel(
      String channel, String unit, @Nullable List<Set<String>> also, @Nullable Set<String> doubt) {}

  record LeftOut(
      Set<String> often, Set<String> pieces, Set<String> ways, String way, String added) {}

  record WrittenYear(
      String id,
      List<String> parts,
      String at,
      int year,
      List<Integer> others,
      boolean unsure,
      String pattern) {}

  static WrittenTexts of(Forms forms) {
    return forms.beside(Forms.TEXTS, WrittenTexts.class);
  }

  /** With the shared words put in; the later ones may be made of the earlier ones. */
  String spelled(String pattern) {
    String spelled = pattern;
    for (var shared : words.reversed().entrySet()) {
      spelled = spelled.replace("{" + shared.getKey() + "}", shared.getValue());
    }
    return spelled;
  }
}
