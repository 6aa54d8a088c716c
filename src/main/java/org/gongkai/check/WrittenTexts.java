package org.gongkai.check;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.form.Forms;

/**
 * The file {@code forms/texts.yaml} as it is written, where its keys are explained.
 *
 * @param words that patterns share
 */
record WrittenTexts(
    LinkedHashMap<String, String> words,
    Times times,
    Others others,
    String objects,
    String partly,
    String whole,
    Outcomes outcomes,
    String decided,
    List<WrittenChannel> channels,
    Map<String, Set<String>> units,
    OfChannel channel,
    Published published,
    Map<String, String> cases,
    List<WrittenSubject> subjects,
    List<WrittenYear> years,
    List<String> customary,
    List<String> titles,
    List<String> names,
    Map<String, String> headings,
    String nothing) {

  record Times(String sticky, String clause, String ownYear, String comparison) {}

  record Others(String own, String ownStreet, String ownStreetName, String always, String wider) {}

  record WrittenChannel(String channel, String unit, String words) {}

  record OfChannel(String published, String held, String heldBefore, String doubtful) {}

  record Published(String before, Set<String> units) {}

  record Outcomes(String headings, String leaves, String grounds) {}

  record WrittenSplit(String before, String after) {}

  record WrittenSubject(
      String id,
      List<String> about,
      Set<String> units,
      String before,
      WrittenSplit split,
      String after,
      String except,
      String nil,
      List<List<String>> cells,
      boolean certain,
      boolean whole,
      boolean result,
      boolean leaf,
      boolean open,
      boolean current,
      boolean across,
      boolean bare,
      @JsonProperty("case") String aCase) {}

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
