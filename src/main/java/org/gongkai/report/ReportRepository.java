package org.gongkai.report;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.form.Scope;
import org.gongkai.receipt.Receipt;
import org.gongkai.receipt.ReceiptStore;

/** Reports with their revisions and receipts. */
@ApplicationScoped
public class ReportRepository {

  /** Panache stays within: of what it offers, nobody is to delete or change what is kept. */
  @Singleton
  static class Kept implements PanacheRepository<Report> {}

  private final Kept kept;
  private final ReceiptStore receipts;

  ReportRepository(Kept kept, ReceiptStore receipts) {
    this.kept = kept;
    this.receipts = receipts;
  }

  public Optional<Report> byId(long id) {
    return kept.findByIdOptional(id);
  }

  public Optional<Report> of(String organ, int year, Scope scope) {
    if (year != (short) year) {
      // cut to the column's size it would name another year
      return Optional.empty();
    }
    return kept.find(
            "organ = :organ and year = :year and scope = :scope",
            Parameters.with("organ", organ).and("year", (short) year).and("scope", scope))
        .firstResultOptional();
  }

  /** Which report it is, where its organ was in its year, and how far it has come. */
  public record Place(FilingContext.Key key, String region, ReportState state) {

    public String organ() {
      return key.organ();
    }

    public int year() {
      return key.year();
    }

    public Scope scope() {
      return key.scope();
    }
  }

  /**
   * Of some reports, by their ids, read without loading them: they may change until their organs
   * are held.
   */
  public Map<Long, Place> places(Collection<Long> ids) {
    return places("id in :ids", Map.of("ids", ids));
  }

  /** All reports of some organs and years, by their ids. */
  public Map<Long, Place> places(Collection<String> organs, Collection<Integer> years) {
    List<Short> stored =
        years.stream().filter(year -> year == year.shortValue()).map(Integer::shortValue).toList();
    return places("organ in :organs and year in :years", Map.of("organs", organs, "years", stored));
  }

  private Map<Long, Place> places(String which, Map<String, Collection<?>> parameters) {
    Map<Long, Place> places = new HashMap<>();
    TypedQuery<Object[]> query =
        kept.getEntityManager()
            .createQuery(
                "select id, organ, year, scope, region, state from Report where " + which,
                Object[].class);
    parameters.forEach(query::setParameter);
    query
        .getResultStream()
        .forEach(
            row ->
                places.put(
                    (Long) row[0],
                    new Place(
                        new FilingContext.Key(
                            (String) row[1], ((Number) row[2]).intValue(), (Scope) row[3]),
                        (String) row[4],
                        (ReportState) row[5])));
    return places;
  }

  /** What has been said of the findings of some reports. */
  public Map<Long, Remarks> remarks(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<Long, List<Remark>> made =
        kept.getEntityManager()
            .createQuery(
                "from Remark where key.report in :reports order by key.report, key.number",
                Remark.class)
            .setParameter("reports", ids)
            .getResultStream()
            .collect(Collectors.groupingBy(Remark::report));
    return made.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, of -> new Remarks(of.getValue())));
  }

  public Optional<Revision> revision(long report, int number) {
    return Optional.ofNullable(
        kept.getEntityManager().find(Revision.class, new Revision.Key(report, number)));
  }

  public List<Revision> revisions(long report) {
    return kept.getEntityManager()
        .createQuery("from Revision where key.report = :report order by key.number", Revision.class)
        .setParameter("report", report)
        .getResultList();
  }

  Revision newest(Report report) {
    return revision(report.id(), report.revision()).orElseThrow();
  }

  /** The newest receipt of a revision. */
  public Optional<Receipt> receipt(long report, int revision) {
    return receipts.newest(report, revision);
  }

  /** What has been said of a report's findings. */
  public Remarks remarks(long report) {
    return new Remarks(
        kept.getEntityManager()
            .createQuery("from Remark where key.report = :report order by key.number", Remark.class)
            .setParameter("report", report)
            .getResultList());
  }

  /** What had been said of them until an instant. */
  public Remarks remarks(long report, Instant until) {
    return new Remarks(
        kept.getEntityManager()
            .createQuery(
                "from Remark where key.report = :report and at <= :until order by key.number",
                Remark.class)
            .setParameter("report", report)
            .setParameter("until", until)
            .getResultList());
  }

  public List<ReportEvent> events(long report) {
    return kept.getEntityManager()
        .createQuery(
            "from ReportEvent where key.report = :report order by key.number", ReportEvent.class)
        .setParameter("report", report)
        .getResultList();
  }

  /** The last event until an instant; empty where the report was not there yet. */
  public Optional<ReportEvent> lastEvent(long report, Instant until) {
    return kept.getEntityManager()
        .createQuery(
            "from ReportEvent where key.report = :report and at <= :until order by key.number desc",
            ReportEvent.class)
        .setParameter("report", report)
        .setParameter("until", until)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The last event of a kind until an instant. */
  public Optional<ReportEvent> lastEvent(long report, ReportEventKind kind, Instant until) {
    return kept.getEntityManager()
        .createQuery(
            "from ReportEvent where key.report = :report and kind = :kind and at <= :until"
                + " order by key.number desc",
            ReportEvent.class)
        .setParameter("report", report)
        .setParameter("kind", kind)
        .setParameter("until", until)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  Optional<ReportEvent> event(long report, int number) {
    return Optional.ofNullable(
        kept.getEntityManager().find(ReportEvent.class, new ReportEvent.Key(report, number)));
  }

  /** The event by which what was published was hidden, where it was hidden at an instant. */
  public Optional<ReportEvent> hiding(long report, Instant until) {
    return kept.getEntityManager()
        .createQuery(
            "from ReportEvent where key.report = :report and kind in :kinds and at <= :until"
                + " order by key.number desc",
            ReportEvent.class)
        .setParameter("report", report)
        .setParameter(
            "kinds",
            List.of(ReportEventKind.HIDDEN, ReportEventKind.UNHIDDEN, ReportEventKind.PUBLISHED))
        .setParameter("until", until)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .filter(last -> last.kind() == ReportEventKind.HIDDEN);
  }

  /**
   * Forgets what was loaded in this transaction: what is looked up past Hibernate from now on may
   * be much, and loaded entities would stay in memory until the end.
   */
  public void forgetLoaded() {
    kept.getEntityManager().clear();
  }

  public void keep(Remark remark) {
    kept.getEntityManager().persist(remark);
  }
}
