package org.gongkai.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;
import org.gongkai.form.Forms;
import org.gongkai.form.PlaceLabels;
import org.gongkai.problem.Language;

/** Shapes events for callers. */
@Singleton
class ReportEventViews {

  private final Forms forms;
  private final ObjectMapper mapper;

  ReportEventViews(Forms forms, ObjectMapper mapper) {
    this.forms = forms;
    this.mapper = mapper;
  }

  ReportEventView of(ReportEvent event, Report report, Language language) {
    boolean returned = event.kind() == ReportEventKind.RETURNED;
    boolean remark =
        event.kind() == ReportEventKind.EXPLAINED || event.kind() == ReportEventKind.WAIVED;
    return new ReportEventView(
        event.key().number(),
        event.kind(),
        event.at(),
        event.state().code(),
        event.revision(),
        event.author(),
        event.reason(),
        returned ? reasons(event, report, language) : null,
        remark ? finding(event) : null);
  }

  private List<ReturnReasons.ReturnReason> reasons(
      ReportEvent event, Report report, Language language) {
    PlaceLabels places = new PlaceLabels(forms, Editions.read(report.editions()));
    return ReturnReasons.read(event.detail(), places, language);
  }

  private String finding(ReportEvent event) {
    try {
      return mapper.readTree(event.detail()).path("finding").asText();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
