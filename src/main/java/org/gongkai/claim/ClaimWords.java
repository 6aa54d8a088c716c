package org.gongkai.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.gongkai.form.Forms;
import org.gongkai.language.Phrase;
import org.gongkai.language.SignSet;
import org.gongkai.narrative.Passage;

/** How texts of a report year say what they claim, compiled from {@code forms/claims.yaml}. */
final class ClaimWords {

  /** Its number, as a group of that name where it is asked for. */
  private static final String PERCENTAGE = "[0-9]{1,6}(?:\\.[0-9]{1,6})?%";

  private static final String MULTIPLE = "[0-9]{1,6}(?:\\.[0-9]{1,6})?";

  /** The number of a percentage, or of their difference. */
  private static final String POINTS = "[0-9]{1,3}(?:\\.[0-9]{1,4})?";

  /** What a percentage without a number is of. */
  record Share(Pattern name, List<String> cells) {}

  /** A notice that nothing rests on any more. */
  record Notice(Phrase cited, Phrase unless) {}

  /** What a report must tell: by part, the words of which one must stand there. */
  record Told(String place, List<String> in, Map<String, Phrase> of) {}

  private final int year;
  final Pattern behind;
  final Pattern named;
  final Pattern ofIt;
  final Pattern rest;

  /** The names of a list that leaves nothing out, one a line. */
  final List<Pattern> whole;

  final List<Share> shares;
  final List<List<String>> bases;
  final Pattern others;

  /** How a comparison goes on behind the number that is compared. */
  final Phrase compared;

  /** Of the signs that stand where more, fewer or a multiple is told of, one at least. */
  final SignSet tellsOfChange;

  /** How many times last year's it is said to be, behind the number that is compared. */
  final Phrase times;

  /** Two percentages and their difference. */
  final List<Pattern> points;

  final Pattern theirs;
  final Pattern ours;

  /** A rate of 100 %, of what it must be, and of what not; and the cell of what is left. */
  final Phrase allAnswered;

  final Phrase answeredOf;
  final Phrase answeredOfOthers;
  final String left;

  final List<Notice> notices;
  final Map<String, Told> told = new LinkedHashMap<>();
  final int toldFrom;

  private ClaimWords(WrittenClaims written, int year) {
    this.year = year;
    WrittenClaims.Shares s = written.shares();
    behind = pattern(s.behind());
    named = pattern("(?<name>.{1,24}?)" + s.named());
    ofIt = pattern(s.ofIt());
    rest = pattern(s.rest());
    whole = s.whole().stream().map(w -> Pattern.compile(w, Pattern.DOTALL)).toList();
    shares = s.cells().stream().map(c -> new Share(pattern(c.name()), c.cells())).toList();
    bases = s.bases();
    others = pattern(s.others());
    WrittenClaims.Growth g = written.growth();
    compared =
        phrase(
            "(?<subject>%s)(?<last>(?:%s)?)(?:(?<up>%s)|(?<down>%s))了?(?<about>约|近|超过?)?(?:(?<by>#)(?<more>%s(?<rate>%s))?|(?<only>%s))"
                .formatted(
                    g.subject(), g.last(), g.up(), g.down(), g.again(), PERCENTAGE, PERCENTAGE));
    tellsOfChange = SignSet.of(g.up() + g.down() + "倍番");
    times =
        phrase(
            "(?:%s)?(?:(?:%s)(?<last>[(]?#[)]?)?的?(?<times>%s)倍|(?<than>(?:%s)?)(?:%s)了?(?<more>%s)倍|(?<over>(?:%s)?)翻了?(?<doubled>[一二两三123])番)"
                .formatted(g.subject(), g.times(), MULTIPLE, g.last(), g.up(), MULTIPLE, g.last()));
    points =
        g.points().stream()
            .map(
                p ->
                    pattern(
                        p.replace("{P}", POINTS)
                            .replace("{up}", g.up())
                            .replace("{down}", g.down())))
            .toList();
    theirs = pattern(g.theirs());
    ours = pattern(g.ours());
    allAnswered = phrase(written.allAnswered().rate());
    answeredOf = phrase(written.allAnswered().of());
    answeredOfOthers = phrase(written.allAnswered().others());
    left = written.allAnswered().left();
    notices =
        written.notices().stream()
            .filter(n -> year >= n.from())
            .map(n -> new Notice(phrase(n.cited()), phrase(n.unless())))
            .toList();
    written
        .told()
        .forEach(
            (rule, its) -> {
              Map<String, Phrase> of = new LinkedHashMap<>();
              its.of().forEach((part, words) -> of.put(part, phrase(words)));
              told.put(rule, new Told(its.place(), its.in(), of));
            });
    toldFrom = written.toldFrom();
  }

  static ClaimWords of(Forms forms, int year) {
    return forms.madeOnce(
        ClaimWords.class, year, () -> new ClaimWords(WrittenClaims.of(forms), year));
  }

  /** Compiles what is written, so that a service with wrong words stops at once. */
  @SuppressWarnings("UnusedException") // its text is about the code, not about the file
  static void require(Forms forms) {
    try {
      of(forms, forms.inForce(Integer.MAX_VALUE).firstYear());
    } catch (PatternSyntaxException e) {
      throw forms.contradictory(Forms.CLAIMS, e.getDescription() + ": " + e.getPattern());
    } catch (NullPointerException e) {
      throw forms.contradictory(Forms.CLAIMS, "something is missing");
    }
  }

  private Phrase phrase(String written) {
    return Phrase.of(dated(written));
  }

  private Pattern pattern(String written) {
    return Pattern.compile(dated(written));
  }

  private String dated(String written) {
    return written
        .replace("{year}", Integer.toString(year))
        .replace("{last}", Integer.toString(year - 1))
        .replace('#', Passage.QUANTITY);
  }
}
