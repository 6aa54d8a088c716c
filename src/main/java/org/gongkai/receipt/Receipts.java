package org.gongkai.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.access.Access;
import org.gongkai.access.Visibility;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.OrganInYear;
import org.gongkai.registry.Registry;
import org.jspecify.annotations.Nullable;

/** Shows receipts to callers who may read their report. */
@ApplicationScoped
public class Receipts {

  private static final Pattern NUMBER =
      Pattern.compile("GK-[0-9]{8}-[0-9]{8,18}-[0-9]{2,9}(-[1-9][0-9]{0,8})?");

  private final ReceiptStore store;
  private final Registry registry;
  private final Access access;

  Receipts(ReceiptStore store, Registry registry, Access access) {
    this.store = store;
    this.registry = registry;
    this.access = access;
  }

  /**
   * The receipt with this number.
   *
   * @param digest to compare with the receipt's, or null
   */
  ReceiptCheckView check(String number, byte @Nullable [] digest) {
    ReceiptStore.Found receipt = find(number);
    access.requireReadingReport(receipt.organ(), receipt.region(), false);
    @Nullable String name =
        registry.organInYear(receipt.organ(), receipt.year()).map(OrganInYear::name).orElse(null);
    @Nullable Boolean matches =
        digest == null ? null : MessageDigest.isEqual(digest, receipt.digest());
    return ReceiptCheckView.of(receipt, name, matches);
  }

  /** All receipts of a report that the caller may read, oldest first. */
  public List<ReceiptStore.Found> of(long report) {
    return store.of(report);
  }

  /** One of them, by its place: the end of its number. */
  public ReceiptStore.Found of(long report, String place) {
    return ReceiptPlace.read(place)
        .flatMap(p -> store.find(report, p.revision(), p.sequence()))
        .orElseThrow(Receipts::notFound);
  }

  /**
   * Numbers can be guessed: callers who may not see every report get 403 whether or not one exists.
   */
  private ReceiptStore.Found find(String number) {
    Optional<ReceiptStore.Found> found =
        NUMBER.matcher(number).matches() ? store.find(number) : Optional.empty();
    return found.orElseThrow(
        () ->
            access.visibleReports() instanceof Visibility.Everything
                ? notFound()
                : ProblemException.of(ProblemType.FORBIDDEN));
  }

  private static ProblemException notFound() {
    return ProblemException.of(ProblemType.NOT_FOUND);
  }
}
