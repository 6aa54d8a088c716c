package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.gongkai.access.Access;
import org.gongkai.check.Finding;
import org.gongkai.form.Content;
import org.gongkai.registry.Registry;

/** Applies the rules to a report without keeping it. */
@ApplicationScoped
class Trial {

  private final Judge judge;
  private final Neighbours neighbours;
  private final Registry registry;
  private final Access access;

  Trial(Judge judge, Neighbours neighbours, Registry registry, Access access) {
    this.judge = judge;
    this.neighbours = neighbours;
    this.registry = registry;
    this.access = access;
  }

  /** What would be found; beside other reports only for those who may file for the organ. */
  @Transactional
  Assessment assess(Content content) {
    boolean mayFile =
        registry
            .organInYear(content.organ(), content.year())
            .filter(organ -> access.mayFile(organ.code(), registry.regionInCharge(organ)))
            .isPresent();
    List<Finding> around = mayFile ? judge.around(neighbours.before(content), content) : List.of();
    return Assessment.of(judge.own(content), around);
  }
}
