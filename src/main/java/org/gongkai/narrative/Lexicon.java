package org.gongkai.narrative;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.gongkai.form.Forms;
import org.gongkai.language.Frame;
import org.gongkai.language.Phrase;
import org.gongkai.language.ReportLanguage;
import org.jspecify.annotations.Nullable;

/**
 * How texts of a report year say what they state, compiled from {@code forms/texts.yaml}: the words
 * for a year are those of the report.
 */
public final class Lexicon {

  private static final String ORGAN_NAME =
      "(?<name>[\\u4e00-\\u9fff]{2,30}?(?:局|委|办|办公室|委员会|中心|街道|街道办事处|镇|乡|处|院|厅|会|政府))";

  /** A channel of publication and its words. */
  public record Channel(
      String id, String unit, Set<String> units, List<Set<String>> also, Set<String> doubt) {}

  /**
   * A customary sentence that names a year.
   *
   * @param parts of the text that it stands in; empty for all
   * @param opening whether a sentence begins with it
   * @param first whether it must be the first sentence of the part, which does not name the year
   *     that must stand there anywhere near
   * @param year that must stand there
   * @param others that are wrong there; empty for all others
   * @param unsure whether the sentence may well tell of another year
   */
  public record NamedYear(
      String id,
      List<String> parts,
      boolean opening,
      boolean first,
      int year,
      List<Integer> others,
      boolean unsure,
      Phrase words) {}

  private final WrittenTexts texts;
  public final int year;
  final String yearDigits;
  final Phrase times;
  final Phrase own;
  public final Phrase others;

  /** A street office of itself; null where it is not told apart. */
  final @Nullable Phrase ownStreet;

  final String ownStreetName;

  final Phrase othersOfAnArea;

  /** By part of the text, what it is about where it says nothing else. */
  final Map<String, String> subjects;

  /** By which words cases are about open government information. */
  final WrittenTexts.Cases cases;

  /** Beside which several channels that are named together do not share their number. */
  final Phrase notShared;

  final Phrase decided;

  /** By which words cases are about something else. */
  final Phrase otherCases;

  final Phrase allCases;
  public final List<Channel> channels;
  private final Map<String, Channel> channelsById = new HashMap<>();
  public final List<NamedYear> years;
  public final Pattern nothing;

  /** Whose numbers a sum can be of, by what it is the number of. */
  final Map<String, Set<String>> sums;

  /** What is contested, and what of it is told. */
  final Set<String> contested =
      Set.of("application", "reconsideration", "litigation", "direct", "after");

  /** What stands beside cases and does not make them cases of something else. */
  final Set<String> besideContested =
      Set.of(
          "application",
          "reconsideration",
          "litigation",
          "direct",
          "after",
          "processingFee",
          "fees");

  /** What became of cases: such as are told so, among applications, are about these. */
  final Set<String> results =
      Set.of("upheld", "corrected", "otherResult", "dismissed", "undecided", "direct", "after");

  /** What opens what is told of some of those that were counted. */
  final String ofWhich;

  /** How a number is read whose clause leaves out what stands at the one before it. */
  final LeftOut leftOut;

  /** What words mean and what they state together. */
  final ReportLanguage language;

  /** Sentences that every report must have, or may have in the same words each year. */
  public final Phrase customary;

  /** Of the beginning of a report, with the organ's name as a group. */
  public final List<Pattern> titles;

  /** Of sentences that name the organ, with its name as a group. */
  public final List<Phrase> names;

  /** Of sentences that tell of the organ itself or of another one, likewise. */
  public final List<Phrase> itself;

  /** By section, the words that only its heading has. */
  public final Map<String, Pattern> sectionHeadings;

  private Lexicon(WrittenTexts texts, int year) {
    this.texts = texts;
    this.year = year;
    this.yearDigits = Integer.toString(year);
    WrittenTexts.Times t = texts.times();
    this.times =
        phrase(
            "(?<compared>%s[0-9]{4}年)|(?<period>(?<first>[0-9]{4})年0?1(?:月(?:0?1日|份)?)?起?[,，]?[至到-]+(?:[0-9]{4}年)?12月(?:31日|份|底|末)?(?:期间)?)"
                    .formatted(t.comparison())
                + "|(?<sticky>自(?=[0-9]{4}(?!年0?1月(?:0?1日)?起?[至到-](?:[0-9]{4}年)?12月)|成立|施行|实施)[^，。#]{0,14}|截[至止](?!到?(?:{year}年)?(?:度)?(?:12月底|12月末|12月31日|12月(?=[，,])|年底|年末)|{year}年[底末]|{year}1231日)[^，。#]{0,12}|(?<!截[至止])(?<!截[至止]到)[0-9]{4}年[0-9]{1,2}月|"
                + t.sticky()
                + ")|(?<year>(?<![至到〔转待结])(?<named>[0-9]{4})年(?!度?(?:结转|顺延|接转|转至|转入|延至)))|(?<own>"
                + t.ownYear()
                + ")|(?<clause>"
                + t.clause()
                + ")");
    this.own = phrase(texts.others().own());
    String street = texts.others().ownStreet();
    this.ownStreet = street == null ? null : phrase(street);
    this.ownStreetName = texts.others().ownStreetName();
    this.others = phrase(texts.others().always() + "|" + texts.others().wider());
    this.othersOfAnArea = phrase("下属|所属|下级|指导|督促");
    this.subjects = texts.subjects();
    this.cases = texts.cases();
    this.notShared = phrase(texts.notShared());
    this.decided = phrase(texts.decided());
    this.otherCases = phrase(texts.otherCases());
    this.allCases = phrase(texts.allCases());
    this.channels =
        texts.channels().stream()
            .map(
                c ->
                    new Channel(
                        c.channel(),
                        c.unit(),
                        Objects.requireNonNull(texts.units().get(c.unit())),
                        c.also() == null ? List.of() : c.also(),
                        c.doubt() == null ? Set.of() : c.doubt()))
            .toList();
    channels.forEach(channel -> channelsById.put(channel.id(), channel));
    this.nothing = pattern(texts.nothing());
    this.sums = texts.sums();
    this.ofWhich = texts.grammar().ofWhich();
    this.leftOut = new LeftOut(texts.leftOut());
    this.language = LanguageOfTexts.of(texts, channels, this::dated);
    this.years = texts.years().stream().map(this::namedYear).toList();
    this.customary = phrase(String.join("|", texts.customary()));
    this.titles = texts.titles().stream().map(this::pattern).toList();
    this.names = texts.names().stream().map(this::phrase).toList();
    this.itself = texts.itself().stream().map(this::phrase).toList();
    this.sectionHeadings = new LinkedHashMap<>();
    if (texts.headings() != null) {
      texts.headings().forEach((section, words) -> sectionHeadings.put(section, pattern(words)));
    }
  }

  public static Lexicon of(Forms forms, int year) {
    return forms.madeOnce(Lexicon.class, year, () -> new Lexicon(WrittenTexts.of(forms), year));
  }

  /** Compiles what is written, so that a service with wrong texts stops at once. */
  @SuppressWarnings("UnusedException") // its text is about the code, not about the file
  public static void require(Forms forms) {
    try {
      of(forms, forms.inForce(Integer.MAX_VALUE).firstYear());
    } catch (PatternSyntaxException e) {
      throw forms.contradictory(Forms.TEXTS, e.getDescription() + ": " + e.getPattern());
    } catch (IllegalArgumentException e) {
      throw forms.contradictory(Forms.TEXTS, String.valueOf(e.getMessage()));
    } catch (NullPointerException e) {
      throw forms.contradictory(Forms.TEXTS, "something is missing");
    }
  }

  /** The frames of cells. */
  Set<String> frames() {
    return texts.frames().stream()
        .filter(frame -> !isPublished(frame))
        .map(Frame::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The frame of that name. */
  Frame frame(String id) {
    return texts.frames().stream().filter(frame -> frame.id().equals(id)).findFirst().orElseThrow();
  }

  /** The channel that a frame is of; empty where it is of all, or of none. */
  Optional<Channel> channel(Frame frame) {
    return Optional.ofNullable(channelsById.get(frame.id()));
  }

  /** Whether a frame is of what was published. */
  boolean isPublished(Frame frame) {
    return channelsById.containsKey(frame.id()) || frame.id().startsWith("published");
  }

  private NamedYear namedYear(WrittenTexts.WrittenYear y) {
    return new NamedYear(
        y.id(),
        y.parts() == null ? List.of() : y.parts(),
        y.at().equals("sentence") || y.at().equals("part"),
        y.at().equals("part"),
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
