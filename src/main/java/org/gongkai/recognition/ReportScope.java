package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.gongkai.form.Scope;
import org.gongkai.recognition.Recognised.FoundScope;
import org.jspecify.annotations.Nullable;

/**
 * Whose figures a report gives, by its own words. A title that names a place, or its people's
 * government, is a government's; that it is of the whole area is sure where the text speaks of it.
 */
final class ReportScope {

  /** Parts that tell of what is wanting speak of all organs in any report. */
  private static final List<String> OF_OTHERS = List.of("problems", "otherMatters");

  private ReportScope() {}

  /** Null where nothing speaks for more than the organ itself. */
  static @Nullable FoundScope of(NarrativeSplitter.Split split, PrintedWords words) {
    PrintedWords.Scopes scopes = words.scope();
    String titled = split.title() == null ? "" : LabelText.joined(split.title().name());
    if (scopes.level().matcher(titled).find()) {
      return new FoundScope(Scope.LEVEL, Certainty.SURE, List.of(titled));
    }
    String wide = wide(split, scopes);
    if (scopes.government().matcher(titled).find()) {
      return wide == null
          ? new FoundScope(Scope.AREA, Certainty.LIKELY, List.of(titled))
          : new FoundScope(Scope.AREA, Certainty.SURE, List.of(titled, wide));
    }
    String signed = split.signature() == null ? "" : LabelText.joined(split.signature().name());
    boolean ofGovernment =
        scopes.government().matcher(signed).find() || scopes.office().matcher(signed).find();
    return titled.isEmpty() && ofGovernment && wide != null
        ? new FoundScope(Scope.AREA, Certainty.LIKELY, List.of(signed, wide))
        : null;
  }

  /** Words are quoted with the whole of a number in which they would end. */
  private static int endOfNumber(String text, int end) {
    int whole = end;
    while (whole < text.length()
        && Character.isDigit(text.charAt(whole - 1))
        && Character.isDigit(text.charAt(whole))) {
      whole++;
    }
    return whole;
  }

  /** The first words of all that a government governs. */
  private static @Nullable String wide(NarrativeSplitter.Split split, PrintedWords.Scopes scopes) {
    List<String> told = new ArrayList<>();
    split.parts().forEach((part, text) -> told.add(OF_OTHERS.contains(part) ? "" : text));
    for (String text : told) {
      String joined = LabelText.joined(text);
      Matcher matcher = scopes.wide().matcher(joined);
      if (matcher.find()) {
        return joined.substring(matcher.start(), endOfNumber(joined, matcher.end()));
      }
    }
    return null;
  }
}
