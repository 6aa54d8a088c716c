package org.gongkai.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How texts of a report year say what they state, compiled from {@code forms/texts.yaml}: the words
 * for a year are those of the report.
 */
final class Lexicon {

  /** A channel's own name may stand behind it. */
  private static final String NAME = "(?:[《“\"][^》”\"，。#]{1,15})?[》”\"]?";

  private static final String ORGAN_NAME =
      "(?<name>[\\u4e00-\\u9fff]{2,30}?(?:局|委|办|办公室|委员会|中心|街道|街道办事处|镇|乡|处|院|厅|会|政府))";

  private static final WrittenTexts WRITTEN = WrittenTexts.read();
  private static final Map<Integer, Lexicon> OF_YEARS = new ConcurrentHashMap<>();

  /** A channel of publication and its words. */
  record Channel(String id, String unit, Set<String> units, Phrase words) {}

  /**
   * A customary sentence that names a year.
   *
   * @param parts of the text that it stands in; empty for all
   * @param opening whether a sentence begins with it
   * @param year that must stand there
   * @param others that are wrong there; empty for all others
   */
  record NamedYear(
      String id,
      List<String> parts,
      boolean opening,
      int year,
      List<Integer> others,
      Phrase words) {}

  final int year;
  final Phrase times;
  final Phrase own;
  final Phrase others;
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
  final Phrase customary;

  /** Of the beginning of a report, with the organ's name as a group. */
  final List<Pattern> titles;

  /** Of sentences that name the organ, with its name as a group. */
  final List<Phrase> names;

  private Lexicon(int year) {
    this.year = year;
    WrittenTexts.Times t = WRITTEN.times();
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
    this.own = phrase(WRITTEN.others().own());
    this.others = phrase(WRITTEN.others().always() + "|" + WRITTEN.others().wider());
    this.othersOfAnArea = phrase("下属|所属|下级|指导|督促");
    this.partly = phrase(WRITTEN.partly());
    this.whole = phrase(WRITTEN.whole());
    this.headings = phrase(WRITTEN.outcomes().headings());
    this.leaves = phrase(WRITTEN.outcomes().leaves());
    this.grounds = phrase(WRITTEN.outcomes().grounds());
    this.decided = phrase(WRITTEN.decided());
    this.channelEnd = pattern(NAME + WRITTEN.channel().published());
    this.doubtful = pattern(NAME + WRITTEN.channel().doubtful());
    this.held = pattern(NAME + WRITTEN.channel().held());
    this.heldBefore = phrase(WRITTEN.channel().heldBefore());
    this.published = phrase(WRITTEN.published().before());
    this.publishedUnits = WRITTEN.published().units();
    this.channels =
        WRITTEN.channels().stream()
            .map(
                c ->
                    new Channel(
                        c.channel(), c.unit(), WRITTEN.units().get(c.unit()), phrase(c.words())))
            .toList();
    this.anyChannel =
        phrase(
            String.join(
                    "|",
                    WRITTEN.channels().stream().map(WrittenTexts.WrittenChannel::words).toList())
                + "|[网平]台?|栏目|公众号|新媒体");
    this.cases = new LinkedHashMap<>();
    WRITTEN.cases().forEach((id, words) -> cases.put(id, phrase(words)));
    this.subjects =
        WRITTEN.subjects().stream()
            .map(this::subject)
            .collect(
                Collectors.groupingBy(Subject::about, LinkedHashMap::new, Collectors.toList()));
    this.nothing = pattern(WRITTEN.nothing());
    this.years = WRITTEN.years().stream().map(this::namedYear).toList();
    this.customary = phrase(String.join("|", WRITTEN.customary()));
    this.titles = WRITTEN.titles().stream().map(this::pattern).toList();
    this.names = WRITTEN.names().stream().map(this::phrase).toList();
  }

  static Lexicon of(int year) {
    return OF_YEARS.computeIfAbsent(year, Lexicon::new);
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
        s.aCase());
  }

  private NamedYear namedYear(WrittenTexts.WrittenYear y) {
    return new NamedYear(
        y.id(),
        y.parts() == null ? List.of() : y.parts(),
        y.at().equals("sentence"),
        year + y.year(),
        y.others() == null ? List.of() : y.others().stream().map(o -> year + o).toList(),
        phrase(y.pattern()));
  }

  private String dated(String written) {
    return WRITTEN
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
