package org.gongkai.report;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.form.Scope;
import org.gongkai.receipt.Receipt;
import org.gongkai.receipt.ReceiptStore;

/** Reports with their revisions and receipts. */
@ApplicationScoped
class ReportRepository implements PanacheRepository<Report> {

  private final ReceiptStore receipts;

  ReportRepository(ReceiptStore receipts) {
    this.receipts = receipts;
  }

  Optional<Report> of(String organ, int year, Scope scope) {
    if (year != (short) year) {
      // cut to the column's size it would name another year
      return Optional.empty();
    }
    return find(
            "organ = :organ and year = :year and scope = :scope",
            Parameters.with("organ", organ).and("year", (short) year).and("scope", scope))
        .firstResultOptional();
  }

  /** Whose report it is, read without loading it: it may change until the organ is held. */
  Optional<String> organOf(long id) {
    return getEntityManager()
        .createQuery("select organ from Report where id = :id", String.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** Whose report it is, where the organ was in its year, and how far it has come. */
  record Place(String organ, String region, int year, ReportState state) {}

  /** Likewise. */
  Optional<Place> placeOf(long id) {
    return getEntityManager()
        .createQuery("select organ, region, year, state from Report where id = :id", Object[].class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .map(
            row ->
                new Place(
                    (String) row[0],
                    (String) row[1],
                    ((Number) row[2]).intValue(),
                    (ReportState) row[3]));
  }

  Optional<Revision> revision(long report, int number) {
    return Optional.ofNullable(
        getEntityManager().find(Revision.class, new Revision.Key(report, number)));
  }

  List<Revision> revisions(long report) {
    return getEntityManager()
        .createQuery("from Revision where key.report = :report order by key.number", Revision.class)
        .setParameter("report", report)
        .getResultList();
  }

  Revision newest(Report report) {
    return revision(report.id(), report.revision()).orElseThrow();
  }

  /** The newest receipt of a revision. */
  Optional<Receipt> receipt(long report, int revision) {
    return receipts.newest(report, revision);
  }

  /** How many receipts a revision has; none: it was never handed in. */
  int receipts(Revision.Key revision) {
    return receipts.count(revision.report(), revision.number());
  }

  /** What has been said of a report's findings. */
  Remarks remarks(long report) {
    return new Remarks(
        getEntityManager()
            .createQuery("from Remark where key.report = :report order by key.number", Remark.class)
            .setParameter("report", report)
            .getResultList());
  }

  /** What had been said of them until an instant. */
  Remarks remarks(long report, Instant until) {
    return new Remarks(
        getEntityManager()
            .createQuery(
                "from Remark where key.report = :report and at <= :until order by key.number",
                Remark.class)
            .setParameter("report", report)
            .setParameter("until", until)
            .getResultList());
  }

  List<ReportEvent> events(long report) {
    return getEntityManager()
        .createQuery(
            "from ReportEvent where key.report = :report order by key.number", ReportEvent.class)
        .setParameter("report", report)
        .getResultList();
  }

  /** The last event until an instant; empty where the report was not there yet. */
  Optional<ReportEvent> lastEvent(long report, Instant until) {
    return getEntityManager()
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
  Optional<ReportEvent> lastEvent(long report, ReportEventKind kind, Instant until) {
    return getEntityManager()
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

  void keep(Revision revision) {
    getEntityManager().persist(revision);
  }

  void keep(Receipt receipt) {
    receipts.add(receipt);
  }

  void keep(ReportEvent event) {
    getEntityManager().persist(event);
  }

  void keep(Remark remark) {
    getEntityManager().persist(remark);
  }
}
