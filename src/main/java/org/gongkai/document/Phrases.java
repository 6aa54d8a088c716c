package org.gongkai.document;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.form.Forms;
import org.gongkai.form.Scope;
import org.gongkai.receipt.ReceiptView;

/**
 * What documents say beside the words of the form: texts with places in braces, of the file {@code
 * documents.yaml}, which an office may word otherwise.
 *
 * @param titles by scope
 * @param proof what stands at the end of a report that has a receipt
 * @param area the texts of a government's report by part of the form, each a list of sentences
 * @param letters notices and letters by kind
 * @param draftNotes what stands above such notes in a draft
 * @param areaUndivided what it must know of a column in which something has to be divided
 * @param areaNotes what whoever goes on with a government's report must know
 */
record Phrases(
    Map<String, String> titles,
    List<String> proof,
    LinkedHashMap<String, List<String>> area,
    List<String> areaNotes,
    List<String> draftNotes,
    List<String> areaUndivided,
    Map<String, LetterPhrases> letters) {

  private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z. ]+)}");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss").withZone(ZONE);

  /** A notice or letter: sentences before and after what it is about. */
  record LetterPhrases(
      String title, List<String> addressee, List<String> opening, List<String> closing) {}

  static Phrases of(Forms forms) {
    return forms.beside(Forms.DOCUMENTS, Phrases.class);
  }

  String title(Scope scope, String name, int year) {
    String title = titles.get(scope.code());
    return filled(
        title == null ? "{name}{year}" : title,
        Map.of("name", name, "year", Integer.toString(year)));
  }

  List<String> proof(ReceiptView receipt, String address) {
    Map<String, String> values =
        Map.of(
            "number",
            receipt.number(),
            "time",
            moment(receipt.receivedAt()),
            "digest",
            receipt.digest(),
            "address",
            address);
    return proof.stream().map(line -> filled(line, values)).toList();
  }

  static String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  /** Sentences one after the other; one that has no value for one of its places is left out. */
  static String joined(List<String> sentences, Map<String, String> values) {
    return sentences.stream()
        .filter(
            sentence ->
                PLACE.matcher(sentence).results().allMatch(p -> values.containsKey(p.group(1))))
        .map(sentence -> filled(sentence, values))
        .collect(Collectors.joining());
  }

  /** A text with its places filled; one that has no value stays, so that it is seen. */
  static String filled(String text, Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
  }
}
