package org.gongkai.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.gongkai.form.Forms;

/**
 * How texts of a report year say what they state, compiled from {@code forms/texts.yaml}: the words
 * for a year are those of the report.
 */
public final class Lexicon {

  /** A channel's own name may stand behind it. */
  private static final String NAME = "(?:[《“\"][^》”\"，。#]{1,15})?[》”\"]?";

  private static final String ORGAN_NAME =
      "(?<name>[\\u4e00-\\u9fff]{2,30}?(?:局|委|办|办公室|委员会|中心|街道|街道办事处|镇|乡|处|院|厅|会|政府))";

  /** Catalogues that are only tried read texts as the one in force does. */
  private record Key(String catalogue, int year) {}

  private static final Map<Key, Lexicon> KNOWN = new ConcurrentHashMap<>();

  /** A channel of publication and its words. */
  record Channel(String id, String unit, Set<String> units, Phrase words) {}

  /**
   * A customary sentence that names a year.
   *
   * @param parts of the text that it stands in; empty for all
   * @param opening whether a sentence begins with it
   * @param year that must stand there
   * @param others that are wrong there; empty for all others
   * @param unsure whether the sentence may well tell of another year
   */
  record NamedYear(
      String id,
      List<String> parts,
      boolean opening,
      int year,
      List<Integer> others,
      boolean unsure,
      Phrase words) {}

  private final WrittenTexts texts;
  final int year;
  final Phrase times;
  final Phrase own;
  final Phrase others;

  /** A street office of itself; null where it is not told apart. */
  final Phrase ownStreet;

  final String ownStreetName;

  /** What a bare verb is said of: applications for information, or those of something else. */
  final Phrase objects;

  final Phrase othersOfAnArea;
  final Phrase partly;
  final Phrase whole;
  final Phrase headings;
  final Phrase leaves;
  final Phrase grounds;
  final Phrase decided;
  final Pattern channelEnd;
  final Pattern held;
  final Phrase heldBefore;
  final Pattern doubtful;
  final Phrase published;
  final Set<String> publishedUnits;
  final List<Channel> channels;
  final Phrase anyChannel;
  final Map<String, Phrase> cases;
  final Map<List<String>, List<Subject>> subjects;
  final List<NamedYear> years;
  final Pattern nothing;

  /** Sentences that every report must have, or may have in the same words each year. */
  public final Phrase customary;

  /** Of the beginning of a report, with the organ's name as a group. */
  public final List<Pattern> titles;

  /** Of sentences that name the organ, with its name as a group. */
  public final List<Phrase> names;

  /** By section, the words that only its heading has. */
  final Map<String, Pattern> sectionHeadings;

  private Lexicon(WrittenTexts texts, int year) {
    this.texts = texts;
    this.year = year;
    WrittenTexts.Times t = texts.times();
    this.times =
        phrase(
            "(?<compared>%s[0-9]{4}年)|(?<period>(?<first>[0-9]{4})年0?1月0?1日起?[,，]?[至到-]+(?:[0-9]{4}年)?12月31日)"
                    .formatted(t.comparison())
                + "|(?<sticky>自(?=[0-9]{4}|成立|施行|实施)[^，。#]{0,14}|截至[^，。#]{0,12}|[0-9]{4}年[0-9]{1,2}月|"
                + t.sticky()
                + ")|(?<year>(?<![至到〔])(?<named>[0-9]{4})年(?!度?(?:结转|顺延|接转)))|(?<own>"
                + t.ownYear()
                + ")|(?<clause>"
                + t.clause()
                + ")");
    this.own = phrase(texts.others().own());
    String street = texts.others().ownStreet();
    this.ownStreet = street == null ? null : phrase(street);
    this.ownStreetName = texts.others().ownStreetName();
    this.objects = phrase(texts.objects() == null ? "(?<ours>$.)|(?<theirs>$.)" : texts.objects());
    this.others = phrase(texts.others().always() + "|" + texts.others().wider());
    this.othersOfAnArea = phrase("下属|所属|下级|指导|督促");
    this.partly = phrase(texts.partly());
    this.whole = phrase(texts.whole());
    this.headings = phrase(texts.outcomes().headings());
    this.leaves = phrase(texts.outcomes().leaves());
    this.grounds = phrase(texts.outcomes().grounds());
    this.decided = phrase(texts.decided());
    this.channelEnd = pattern(NAME + texts.channel().published());
    this.doubtful = pattern(NAME + texts.channel().doubtful());
    this.held = pattern(NAME + texts.channel().held());
    this.heldBefore = phrase(texts.channel().heldBefore());
    this.published = phrase(texts.published().before());
    this.publishedUnits = texts.published().units();
    this.channels =
        texts.channels().stream()
            .map(
                c ->
                    new Channel(
                        c.channel(), c.unit(), texts.units().get(c.unit()), phrase(c.words())))
            .toList();
    this.anyChannel =
        phrase(
            String.join(
                    "|", texts.channels().stream().map(WrittenTexts.WrittenChannel::words).toList())
                + "|[网平]台?|栏目|公众号|新媒体");
    this.cases = new LinkedHashMap<>();
    texts.cases().forEach((id, words) -> cases.put(id, phrase(words)));
    this.subjects =
        texts.subjects().stream()
            .map(this::subject)
            .collect(
                Collectors.groupingBy(Subject::about, LinkedHashMap::new, Collectors.toList()));
    this.nothing = pattern(texts.nothing());
    this.years = texts.years().stream().map(this::namedYear).toList();
    this.customary = phrase(String.join("|", texts.customary()));
    this.titles = texts.titles().stream().map(this::pattern).toList();
    this.names = texts.names().stream().map(this::phrase).toList();
    this.sectionHeadings = new LinkedHashMap<>();
    if (texts.headings() != null) {
      texts.headings().forEach((section, words) -> sectionHeadings.put(section, pattern(words)));
    }
  }

  public static Lexicon of(Forms forms, int year) {
    return KNOWN.computeIfAbsent(
        new Key(forms.digest(), year), key -> new Lexicon(WrittenTexts.of(forms), year));
  }

  /** Compiles what is written, so that a service with wrong texts stops at once. */
  @SuppressWarnings("UnusedException") // its text is about the code, not about the file
  public static void require(Forms forms) {
    try {
      of(forms, forms.inForce(Integer.MAX_VALUE).firstYear());
    } catch (PatternSyntaxException e) {
      throw forms.contradictory(Forms.TEXTS, e.getDescription() + ": " + e.getPattern());
    } catch (NullPointerException e) {
      throw forms.contradictory(Forms.TEXTS, "something is missing");
    }
  }

  /** What a sentence may speak of. */
  List<Subject> subjectsOf(String sentence) {
    List<Subject> of = new ArrayList<>();
    subjects.forEach(
        (words, its) -> {
          for (String word : words) {
            if (sentence.contains(word)) {
              of.addAll(its);
              return;
            }
          }
        });
    return of;
  }

  private Subject subject(WrittenTexts.WrittenSubject s) {
    return new Subject(
        s.id(),
        s.about().stream().map(this::dated).toList(),
        s.units(),
        s.before() == null ? null : phrase(s.before()),
        s.split() == null
            ? null
            : new Subject.Split(phrase(s.split().before()), phrase(s.split().after())),
        s.after() == null ? null : phrase(s.after()),
        s.except() == null ? null : phrase(s.except()),
        s.nil() == null ? null : phrase(s.nil()),
        s.cells(),
        s.certain(),
        s.whole(),
        s.result(),
        s.leaf(),
        s.open(),
        s.current(),
        s.across(),
        s.bare(),
        s.aCase());
  }

  private NamedYear namedYear(WrittenTexts.WrittenYear y) {
    return new NamedYear(
        y.id(),
        y.parts() == null ? List.of() : y.parts(),
        y.at().equals("sentence"),
        year + y.year(),
        y.others() == null ? List.of() : y.others().stream().map(o -> year + o).toList(),
        y.unsure(),
        phrase(y.pattern()));
  }

  private String dated(String written) {
    return texts
        .spelled(written)
        .replace("{year}", Integer.toString(year))
        .replace("{last}", Integer.toString(year - 1))
        .replace("{next}", Integer.toString(year + 1))
        .replace("{Y}", "[0-9]{4}")
        .replace("{N}", ORGAN_NAME);
  }

  private Phrase phrase(String written) {
    return Phrase.of(dated(written).replace('#', Passage.QUANTITY));
  }

  private Pattern pattern(String written) {
    return Pattern.compile(dated(written).replace('#', Passage.QUANTITY));
  }
}
