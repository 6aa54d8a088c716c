package org.gongkai.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.language.Frame;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.narrative.Statement;
import org.gongkai.rule.Relation;
import org.gongkai.rule.Rule;

/**
 * Holds what the text states against the cells. A difference is a warning only where the words can
 * mean nothing else and the number is exact; one matter makes one finding, with every place.
 */
final class TextAgainstCells {

  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final String YUAN = "元";
  private static final String PUBLISHED = "publications.total.count";
  private static final String NEW_MEDIA = "new-media";

  /** What are new media, too. */
  private static final Set<String> ACCOUNTS =
      Set.of(NEW_MEDIA, "wechat", "wechat-video", "weibo", "app", "short-video", "news-aggregator");

  /** What is half of it or twice as much is not about as many. */
  private static final BigDecimal FAR = BigDecimal.TWO;

  /** A text that says the same a thousand times is shown where it says it first. */
  private static final int MOST_PLACES = 100;

  private final Forms forms;
  private final Content content;
  private final KnownTotals totals;
  private final Map<String, Difference> found = new LinkedHashMap<>();
  private final Set<Place> contradicted = new HashSet<>();
  private final Unlisted unlisted = new Unlisted();

  /** What the report states of a frame's cells, each asked for once. */
  private final Map<Frame, List<StatedSum>> stated = new HashMap<>();

  /** Channels of which different numbers are told. */
  private final Set<String> several;

  /** Channels of which a number of its own is told. */
  private final Set<String> single = new HashSet<>();

  /** The largest number that is told for certain of all that was published; 0 where none is. */
  private BigDecimal largestTotal = BigDecimal.ZERO;

  /** Whether what is told of all that was published is right somewhere. */
  private boolean rightTotal;

  /** By the first cells, which numbers are told: more than one where some are of parts. */
  private final Map<List<String>, Set<BigDecimal>> numbers = new HashMap<>();

  /** Where a quantity stands in a part. */
  private record Place(String part, int place) {}

  /** What is said of one place: a finding that grows with every quote. */
  private record Difference(
      Rule rule,
      Form form,
      String place,
      boolean warns,
      BigDecimal left,
      BigDecimal right,
      List<CellState> quotes,
      List<CellState> cells) {

    void at(CellState quote) {
      if (quotes.size() < MOST_PLACES) {
        quotes.add(quote);
      }
    }

    Finding finding() {
      List<CellState> all = new ArrayList<>(quotes);
      all.addAll(cells);
      return Finding.of(
          form,
          rule,
          warns ? FindingKind.TEXT_DIFFERS : FindingKind.TEXT_MAY_DIFFER,
          NarrativeText.NARRATIVE,
          place,
          all,
          left,
          right);
    }
  }

  TextAgainstCells(Forms forms, Content content, KnownTotals totals, List<NarrativeText> texts) {
    this.forms = forms;
    this.content = content;
    this.totals = totals;
    this.several = PublicationsInText.several(texts);
    for (NarrativeText text : texts) {
      for (Statement statement : text.statements()) {
        if (statement.isOfPublications()) {
          single.add(PublicationsInText.channelOf(statement));
        }
        if (statement.isOfAll()) {
          noteTotal(statement);
        }
        Frame frame = statement.frame();
        if (frame != null && !frame.cells().isEmpty()) {
          numbers
              .computeIfAbsent(frame.cells().getFirst(), c -> new HashSet<>())
              .add(statement.number().stripTrailingZeros());
        }
      }
    }
    for (NarrativeText text : texts) {
      for (Statement statement : text.statements()) {
        if (statement.isShared()) {
          checkShared(text, statement);
        } else if (statement.isOfPublications()) {
          checkPublication(text, statement);
        } else {
          checkFrame(text, statement);
        }
      }
    }
  }

  List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    found.values().forEach(difference -> all.add(difference.finding()));
    unlisted.finding(forms.inForce(content.year())).ifPresent(all::add);
    return all;
  }

  /** Whether a quantity of the text was found to differ from its cell. */
  boolean isContradicted(String part, int place) {
    return contradicted.contains(new Place(part, place));
  }

  private void checkFrame(NarrativeText text, Statement statement) {
    List<StatedSum> sums =
        stated.computeIfAbsent(Objects.requireNonNull(statement.frame()), this::sums);
    if (sums.stream().noneMatch(s -> s.whole() || s.least())) {
      return;
    }
    boolean inYuan = statement.unit().equals(YUAN);
    BigDecimal number =
        inYuan
            ? statement.number().divide(TEN_THOUSAND, 10, RoundingMode.HALF_UP)
            : statement.number();
    if (sums.stream()
        .anyMatch(s -> (s.whole() || s.least()) && agrees(statement, number, s.sum()))) {
      return;
    }
    if (inYuan && sums.getFirst().sum().compareTo(statement.number()) == 0) {
      return; // yuan for 10,000 yuan, which has a rule of its own
    }
    boolean open = sums.stream().anyMatch(s -> !s.whole() && !isLess(s, number));
    List<CellState> cells = new ArrayList<>();
    sums.forEach(s -> s.cells().stream().filter(c -> !cells.contains(c)).forEach(cells::add));
    boolean certain =
        !open
            && !canBeAPart(statement)
            && sums.stream().allMatch(s -> isWrong(statement, number, s.sum()));
    add(text, statement, number, sums.getFirst().place(), cells, sums.getFirst().sum(), certain);
  }

  private List<StatedSum> sums(Frame frame) {
    List<StatedSum> sums = new ArrayList<>();
    for (List<String> cells : frame.cells()) {
      totals.sum(cells).ifPresent(sums::add);
    }
    return sums;
  }

  /**
   * What the stated parts of a blank total exceed cannot be that total, whatever the others are.
   */
  private static boolean isLess(StatedSum sum, BigDecimal number) {
    return sum.least() && number.compareTo(sum.sum()) < 0;
  }

  /** One that is described is all of them only where no other number of them is told. */
  private boolean canBeAPart(Statement statement) {
    Frame frame = Objects.requireNonNull(statement.frame());
    return statement.narrowed()
        && numbers.getOrDefault(frame.cells().getFirst(), Set.of()).size() > 1;
  }

  private void checkPublication(NarrativeText text, Statement statement) {
    if (statement.channel() == null) {
      checkTotal(text, statement);
      return;
    }
    List<CellState> cells = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    boolean exact = true;
    boolean agrees = false;
    for (int i = 0; i < content.publications().size(); i++) {
      var entry = content.publications().get(i);
      if (statement.channel().equals(entry.channel()) && statement.unit().equals(entry.unit())) {
        cells.add(CellState.of(i, entry));
        exact &= !entry.approximate() && entry.count() instanceof Figure.Stated;
        if (entry.count() instanceof Figure.Stated stated) {
          sum = sum.add(stated.number());
          agrees |= agrees(statement, statement.number(), stated.number());
        }
      }
    }
    boolean stated =
        cells.stream().anyMatch(cell -> Objects.requireNonNull(cell.stated()).isNumber());
    if (!cells.isEmpty() && !stated) {
      return; // no number to hold it against
    }
    if (NEW_MEDIA.equals(statement.channel()) && isOfAccounts(statement)) {
      return;
    }
    if (cells.isEmpty()) {
      unlisted.add(text, statement, isOnly(statement));
    } else if (!agrees && !agrees(statement, statement.number(), sum)) {
      add(
          text,
          statement,
          statement.number(),
          cells.getFirst().path(),
          cells,
          sum,
          exact
              && cells.size() == 1
              && isOnly(statement)
              && isWrong(statement, statement.number(), sum));
    }
  }

  /** Whether a number of new media is that of an account, or of all accounts together. */
  private boolean isOfAccounts(Statement statement) {
    BigDecimal sum = BigDecimal.ZERO;
    for (var entry : content.publications()) {
      if (entry.channel() != null
          && ACCOUNTS.contains(entry.channel())
          && statement.unit().equals(entry.unit())
          && entry.count() instanceof Figure.Stated stated) {
        if (agrees(statement, statement.number(), stated.number())) {
          return true;
        }
        sum = sum.add(stated.number());
      }
    }
    return agrees(statement, statement.number(), sum);
  }

  /** Whether no other number is told of the same channel, or of all of them. */
  private boolean isOnly(Statement statement) {
    return !several.contains(PublicationsInText.channelOf(statement));
  }

  /**
   * Of several channels together. What stands on more than one of them may be counted once, so that
   * less than their sum can be right, but not less than one of them, and never more than all. Where
   * the text tells of one of them by itself, too, that is held against the report, and not the sum.
   */
  private void checkShared(NarrativeText text, Statement statement) {
    if (statement.sharing().stream().anyMatch(single::contains)) {
      return;
    }
    List<CellState> cells = new ArrayList<>();
    Map<String, String> places = new LinkedHashMap<>();
    Map<String, BigDecimal> byChannel = new HashMap<>();
    for (int i = 0; i < content.publications().size(); i++) {
      var entry = content.publications().get(i);
      if (statement.sharing().contains(entry.channel()) && statement.unit().equals(entry.unit())) {
        if (entry.approximate() || !(entry.count() instanceof Figure.Stated stated)) {
          return;
        }
        CellState cell = CellState.of(i, entry);
        cells.add(cell);
        places.putIfAbsent(entry.channel(), cell.path());
        byChannel.merge(entry.channel(), stated.number(), BigDecimal::add);
      }
    }
    BigDecimal number = statement.number();
    BigDecimal sum = byChannel.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean ofAll =
        content
            .published()
            .filter(
                total ->
                    total.count() instanceof Figure.Stated stated
                        && agrees(statement, number, stated.number()))
            .isPresent();
    if (byChannel.size() < statement.sharing().size() || ofAll || agrees(statement, number, sum)) {
      return;
    }
    boolean possible =
        number.compareTo(sum) < 0
            && byChannel.values().stream().noneMatch(one -> number.compareTo(one) < 0);
    add(
        text,
        statement,
        number,
        String.join(Finding.AND, places.values()),
        cells,
        sum,
        !possible && isWrong(statement, number, sum));
  }

  private void checkTotal(NarrativeText text, Statement statement) {
    if (content.published().isEmpty()) {
      unlisted.add(text, statement, isOnly(statement));
      return;
    }
    var total = content.published().get();
    if (total.unit().equals(statement.unit())
        && total.count() instanceof Figure.Stated stated
        && !agrees(statement, statement.number(), stated.number())) {
      add(
          text,
          statement,
          statement.number(),
          PUBLISHED,
          List.of(CellState.of(PUBLISHED, stated)),
          stated.number(),
          !total.approximate()
              && !isOneOfSeveralTotals(statement)
              && isWrong(statement, statement.number(), stated.number()));
    }
  }

  private void noteTotal(Statement statement) {
    if (statement.certain()) {
      largestTotal = largestTotal.max(statement.number());
    }
    rightTotal |=
        content
            .published()
            .map(total -> total.count())
            .filter(Figure.Stated.class::isInstance)
            .map(count -> ((Figure.Stated) count).number())
            .filter(number -> agrees(statement, statement.number(), number))
            .isPresent();
  }

  /** What is less than another total, or told beside the right one, can be that of a part. */
  private boolean isOneOfSeveralTotals(Statement statement) {
    return rightTotal || largestTotal.compareTo(statement.number()) > 0;
  }

  /** Whether a number that differs can mean nothing else: about how many, if it is far from it. */
  private static boolean isWrong(Statement statement, BigDecimal number, BigDecimal stated) {
    return statement.plain()
        || number.compareTo(stated.multiply(FAR)) > 0
        || number.multiply(FAR).compareTo(stated) < 0;
  }

  /** About how many is right within a tenth. */
  private static boolean agrees(Statement statement, BigDecimal number, BigDecimal stated) {
    return statement.plain()
        ? number.compareTo(stated) == 0
        : number.subtract(stated).abs().compareTo(stated.abs().movePointLeft(1)) <= 0;
  }

  private void add(
      NarrativeText text,
      Statement statement,
      BigDecimal number,
      String place,
      List<CellState> cells,
      BigDecimal right,
      boolean certain) {
    boolean warns = certain && statement.certain();
    contradicted.add(new Place(statement.part(), statement.place()));
    Form form = form(cells.getFirst().path());
    List<Rule> rules = form.rules(warns ? Relation.STATED : Relation.UNSURE);
    if (rules.isEmpty()) {
      return;
    }
    Rule rule = rules.getFirst();
    found
        .computeIfAbsent(
            rule.id() + place,
            key ->
                new Difference(
                    rule,
                    form,
                    place,
                    warns,
                    new Figure.Stated(number).number(),
                    right,
                    new ArrayList<>(),
                    List.copyOf(cells)))
        .at(text.quote(statement));
  }

  private Form form(String path) {
    String edition = content.editions().get(path.substring(0, path.indexOf('.')));
    return edition == null ? forms.inForce(content.year()) : forms.known(edition);
  }
}
