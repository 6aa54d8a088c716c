package org.gongkai.difference;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import org.gongkai.finding.CellState;
import org.gongkai.form.Figure;
import org.gongkai.form.Forms;
import org.gongkai.form.PublicationCount;
import org.gongkai.problem.Language;
import org.jspecify.annotations.Nullable;

/** Shapes differences for callers, in their language. */
@Singleton
public class DifferenceViews {

  private final Forms forms;

  DifferenceViews(Forms forms) {
    this.forms = forms;
  }

  public DifferencesView of(
      long report, int from, int to, Differences differences, Language language) {
    DifferenceWording wording = new DifferenceWording(forms, language);
    return new DifferencesView(
        report,
        from,
        to,
        differences.editions().stream()
            .map(
                e ->
                    new DifferencesView.EditionView(
                        e.section(), e.label().in(language), e.from(), e.to()))
            .toList(),
        differences.nil().stream()
            .map(
                n ->
                    new DifferencesView.NilView(
                        n.section(), n.label().in(language), !n.to(), n.to()))
            .toList(),
        differences.units().stream()
            .map(
                u ->
                    new DifferencesView.UnitView(
                        u.path(), u.label().in(language), u.from(), u.to()))
            .toList(),
        differences.cells().stream().map(c -> of(c, language)).toList(),
        differences.publications().stream()
            .filter(p -> !p.isTotal())
            .map(p -> of(p, wording))
            .toList(),
        differences.publications().stream()
            .filter(Differences.Publication::isTotal)
            .map(p -> of(p, wording))
            .toList(),
        differences.narrative().stream().map(n -> of(n, language)).toList(),
        wording.sentences(differences));
  }

  private static DifferencesView.CellView of(Differences.Cell cell, Language language) {
    return new DifferencesView.CellView(
        cell.path(),
        cell.label().in(language),
        DifferenceKind.of(cell.from(), cell.to()),
        stated(cell.from()),
        stated(cell.to()),
        cell.fromRemark(),
        cell.toRemark(),
        cell.difference());
  }

  private static DifferencesView.PublicationView of(
      Differences.Publication publication, DifferenceWording wording) {
    PublicationCount from = publication.from();
    PublicationCount to = publication.to();
    PublicationCount any = publication.any();
    return new DifferencesView.PublicationView(
        DifferenceKind.of(from, to),
        any.channel(),
        any.unit(),
        any.name(),
        wording.label(any),
        from == null ? null : stated(from.count()),
        to == null ? null : stated(to.count()),
        from == null ? null : from.approximate(),
        to == null ? null : to.approximate(),
        from == null ? null : from.remark(),
        to == null ? null : to.remark(),
        publication.difference());
  }

  private static DifferencesView.NarrativeView of(
      Differences.Narrative narrative, Language language) {
    List<DifferencesView.TextChangeView> changes =
        narrative.changes().stream()
            .map(
                c ->
                    new DifferencesView.TextChangeView(
                        DifferenceKind.of(c.from(), c.to()), c.from(), c.to()))
            .toList();
    return new DifferencesView.NarrativeView(
        narrative.part(), narrative.label().in(language), changes);
  }

  private static @Nullable JsonNode stated(@Nullable Figure figure) {
    return figure == null ? null : CellState.stated(figure);
  }
}
