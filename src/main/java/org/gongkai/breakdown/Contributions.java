package org.gongkai.breakdown;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.platform.Paging;
import org.gongkai.platform.Sql;
import org.gongkai.problem.Language;
import org.gongkai.tally.RollupQuery;
import org.gongkai.tally.RollupStore;
import org.jspecify.annotations.Nullable;

/** Takes a number of a rollup apart, down to the cells of the reports that it is from. */
@ApplicationScoped
class Contributions {

  private final ContributionStore store;
  private final RollupStore rollups;
  private final PrefetchedParts ahead;
  private final KeptParts kept;

  Contributions(
      ContributionStore store, RollupStore rollups, PrefetchedParts ahead, KeptParts kept) {
    this.kept = kept;
    this.store = store;
    this.rollups = rollups;
    this.ahead = ahead;
  }

  /**
   * What is asked for.
   *
   * @param query the rollup of one year that the number stands in
   */
  record Question(
      RollupQuery query,
      NumberSelector of,
      PartBy by,
      ContributionStore.Filter filter,
      Language language) {}

  @Transactional
  ContributionView.Page page(Question asked, Cursor after, int size) {
    PrefetchedParts.@Nullable Turned turned =
        asked.by() == PartBy.ORGAN && asked.query().asOf() == null
            ? ahead(asked, after, size + 1)
            : null;
    FoundContributions found = turned == null ? found(asked, after, size + 1) : turned.found();
    String version = turned == null ? null : turned.version();
    Paging.Page<ContributionView> page = Paging.Page.of(found.parts(), size);
    List<ContributionView> items =
        named(page.items(), asked).stream().map(part -> complete(part, asked)).toList();
    return new ContributionView.Page(
        asked.query().region(),
        asked.query().from(),
        asked.query().basis(),
        asked.by(),
        asked.of().label().in(asked.language()),
        found.sum(),
        found.blank(),
        found.reports(),
        found.others(),
        items,
        found.total(),
        page.more() ? Cursor.after(items.getLast(), version) : null);
  }

  /** Organs that are remembered have no names, which may change without a report. */
  private List<ContributionView> named(List<ContributionView> parts, Question asked) {
    return asked.by() == PartBy.ORGAN && parts.stream().anyMatch(part -> part.name() == null)
        ? store.named(parts, asked.query().from())
        : parts;
  }

  /** Takes all parts, one after the other. */
  interface Parts {
    void take(Stream<ContributionView> all) throws IOException;
  }

  /** All parts, however many: there are few regions and cells. */
  @Transactional
  void read(Question asked, Parts taking) throws IOException {
    if (asked.by() != PartBy.ORGAN) {
      taking.take(page(asked, Cursor.START, Integer.MAX_VALUE - 1).items().stream());
      return;
    }
    store.planEachTime();
    try (Sql.Cursor<Optional<ContributionView>> all =
        store.allOrgans(asked.query(), asked.of(), asked.filter())) {
      taking.take(all.stream().flatMap(Optional::stream).map(part -> complete(part, asked)));
    }
  }

  /** Organs of a region may be many: those that are counted anyway are kept for the next pages. */
  private PrefetchedParts.Turned ahead(Question asked, Cursor after, int limit) {
    KeptParts.Number kept = new KeptParts.Number(asked.query(), asked.of(), asked.filter());
    // known before the snapshot, which has all that was seen then
    KeptParts.@Nullable Added before = this.kept.known(kept);
    rollups.beginSnapshot();
    PrefetchedParts.Number number =
        new PrefetchedParts.Number(
            asked.query(), asked.of(), asked.filter(), rollups.state(asked.query()));
    return ahead.page(
        number,
        after,
        limit,
        (from, most) ->
            from.size() == null && most <= KeptParts.FIRST
                ? this.kept.first(kept, before, most)
                : found(asked, from, most));
  }

  private FoundContributions found(Question asked, Cursor after, int limit) {
    store.planEachTime();
    RollupQuery query = asked.query();
    return switch (asked.by()) {
      case REGION -> store.regions(query, asked.of(), asked.filter(), after, limit);
      case ORGAN -> store.organs(query, asked.of(), asked.filter(), after, limit);
      case CELL ->
          asked.of().cells().isEmpty()
              ? channel(asked, after)
              : store.cells(query, asked.of(), asked.filter(), after, limit);
    };
  }

  /** A channel of publication is a cell of its own. */
  private FoundContributions channel(Question asked, Cursor after) {
    ContributionStore.Filter filter = asked.filter();
    ContributionStore.Filter all =
        new ContributionStore.Filter(filter.organ(), filter.own(), false, false);
    FoundContributions whole =
        store.regions(asked.query(), asked.of(), all, Cursor.START, Integer.MAX_VALUE);
    boolean none =
        whole.reports() == 0 || filter.blank() && whole.blank() == 0 || filter.otherLayout();
    long approximate = whole.parts().stream().mapToLong(ContributionView::approximate).sum();
    String path = "publications." + (asked.of().channel() == null ? "total" : "channels");
    ContributionView part =
        new ContributionView(
            path,
            null,
            null,
            null,
            whole.sum(),
            whole.blank(),
            approximate,
            whole.reports(),
            null,
            null,
            null,
            0,
            null);
    return new FoundContributions(
        none ? 0 : 1,
        whole.sum(),
        whole.blank(),
        whole.reports(),
        0,
        none || after.size() != null ? List.of() : List.of(part));
  }

  /** Says what a part is called and where to go on from it. */
  private static ContributionView complete(ContributionView part, Question asked) {
    boolean counted = asked.of().cells().isEmpty();
    ContributionView shown =
        new ContributionView(
            part.code(),
            asked.by() == PartBy.CELL
                ? asked.of().labelOf(part.code()).in(asked.language())
                : part.name(),
            part.region(),
            part.regionName(),
            part.number(),
            part.blank(),
            counted ? part.approximate() : null,
            part.reports(),
            part.report(),
            part.revision(),
            null,
            part.otherLayout(),
            part.edition());
    return switch (asked.by()) {
      case REGION -> shown.leadingTo(below(part, asked));
      case ORGAN ->
          shown.leadingTo(
              "/api/v1/reports/%d/revisions/%d".formatted(part.report(), part.revision()));
      case CELL -> shown;
    };
  }

  /** The same question of a region below; of the region itself, by its own organs. */
  private static String below(ContributionView part, Question asked) {
    boolean itself = part.code().equals(asked.query().region());
    return ContributionAddress.of(asked.query(), part.code(), asked.of())
        .with("organ", asked.filter().organ())
        .with("blank", asked.filter().blank() ? "true" : null)
        .with("otherLayout", asked.filter().otherLayout() ? "true" : null)
        .with("by", itself ? PartBy.ORGAN.code() : PartBy.REGION.code())
        .with("own", itself ? "true" : null)
        .toString();
  }

  /**
   * Where a page of parts ends.
   *
   * @param size of the last part, without its sign; -1 where it states nothing; null at the start
   * @param code of the last part
   * @param version of which the page is; null where that is not known, or always the same
   */
  record Cursor(@Nullable BigDecimal size, String code, @Nullable String version) {

    static final Cursor START = new Cursor(null, "", null);

    private static final BigDecimal NOTHING = BigDecimal.ONE.negate();
    private static final Pattern SHAPE =
        Pattern.compile(
            "(-1|[0-9]{1,40}(?:\\.[0-9]{1,10})?):([0-9A-Za-z.@-]{1,200})(?::([0-9]{1,19}\\.-?[0-9]{1,19}))?");

    static Cursor read(String cursor) {
      return Paging.parts(cursor, SHAPE)
          .map(parts -> new Cursor(new BigDecimal(parts.group(1)), parts.group(2), parts.group(3)))
          .orElse(START);
    }

    static String after(ContributionView last, @Nullable String version) {
      String place = sizeOf(last).toPlainString() + ":" + last.code();
      return version == null ? place : place + ":" + version;
    }

    /** Whether it is at the same place. */
    boolean isAt(Cursor other) {
      return code.equals(other.code)
          && (size == null
              ? other.size == null
              : other.size != null && size.compareTo(other.size) == 0);
    }

    /** Whether it is after this part. */
    boolean isAt(ContributionView part) {
      return size != null && code.equals(part.code()) && size.compareTo(sizeOf(part)) == 0;
    }

    static BigDecimal sizeOf(ContributionView part) {
      return part.number() == null ? NOTHING : part.number().abs();
    }
  }
}
