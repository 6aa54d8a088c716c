package org.gongkai.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.gongkai.access.Access;
import org.gongkai.access.Role;

/** The feed, as far as the caller may see it. */
@ApplicationScoped
class Changes {

  private final Sequencer sequencer;
  private final ChangeQuery query;
  private final Access access;

  Changes(Sequencer sequencer, ChangeQuery query, Access access) {
    this.sequencer = sequencer;
    this.query = query;
    this.access = access;
  }

  /**
   * Contains every change committed before the request: a caller who files and then asks finds it.
   */
  ChangeView.Page page(ChangeQuery.Filter wanted, long after, int size) {
    sequencer.catchUp();
    if (size == 0) {
      return new ChangeView.Page(List.of(), after, query.newest());
    }
    return visible(wanted)
        .map(filter -> query.page(filter, after, size))
        .orElseGet(() -> nothingTill(query.newest(), after));
  }

  private static ChangeView.Page nothingTill(long newest, long after) {
    return new ChangeView.Page(List.of(), Math.max(after, newest), newest);
  }

  private Optional<ChangeQuery.Filter> visible(ChangeQuery.Filter wanted) {
    return access.current().role() == Role.READER
        ? wanted.forReaders().seenBy(access.visiblePublishedReports())
        : wanted.seenBy(access.visibleReports());
  }
}
