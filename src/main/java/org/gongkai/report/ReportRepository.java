package org.gongkai.report;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.gongkai.form.Scope;

/** Reports with their revisions and receipts. */
@ApplicationScoped
class ReportRepository implements PanacheRepository<Report> {

  Optional<Report> of(String organ, int year, Scope scope) {
    if (year != (short) year) {
      // cut to the column's size it would name another year
      return Optional.empty();
    }
    return find("organ = ?1 and year = ?2 and scope = ?3", organ, (short) year, scope)
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

  Optional<Receipt> receipt(long report, int revision) {
    return getEntityManager()
        .createQuery("from Receipt where report = :report and revision = :revision", Receipt.class)
        .setParameter("report", report)
        .setParameter("revision", revision)
        .getResultStream()
        .findFirst();
  }

  void keep(Revision revision) {
    getEntityManager().persist(revision);
  }

  void keep(Receipt receipt) {
    getEntityManager().persist(receipt);
  }
}
