package org.gongkai.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.check.ProcessingFees;
import org.gongkai.form.Content;
import org.gongkai.form.ContentReader;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Scope;
import org.gongkai.form.StoredDocumentReader;
import org.gongkai.narrative.TextReader;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;
import org.gongkai.registry.OrganInYear;
import org.gongkai.registry.Region;
import org.gongkai.registry.Registry;
import org.gongkai.report.Editions;
import org.gongkai.rollup.SectionRows;
import org.gongkai.tally.Coverage;
import org.gongkai.tally.RollupQuery;
import org.gongkai.tally.RollupStore;
import org.gongkai.tally.StoredSums;
import org.gongkai.tally.SumKey;
import org.gongkai.tally.Tallies;
import org.gongkai.tally.Tally;
import org.jspecify.annotations.Nullable;

/**
 * The report that the government of a region publishes, made of the sums of its organs: the tables
 * of the form in force for the year, and the sentences that say the same.
 */
@ApplicationScoped
class AreaReports {

  private static final String NOTES_STAND_IN = "otherMatters";

  private final RollupStore rollups;
  private final StoredSums kept;
  private final AreaReportStore store;
  private final Forms forms;
  private final ContentReader contents;
  private final SectionRows.All sections;
  private final Registry registry;
  private final StoredDocumentReader documents;
  private final Phrases phrases;
  private final TextReader texts;

  AreaReports(
      RollupStore rollups,
      StoredSums kept,
      AreaReportStore store,
      Forms forms,
      ContentReader contents,
      SectionRows.All sections,
      Registry registry,
      StoredDocumentReader documents) {
    this.rollups = rollups;
    this.kept = kept;
    this.store = store;
    this.forms = forms;
    this.contents = contents;
    this.sections = sections;
    this.registry = registry;
    this.documents = documents;
    this.phrases = Phrases.of(forms);
    this.texts = new TextReader(forms);
  }

  /**
   * Makes it.
   *
   * @param organ code of the office that files it, or null for the only general office there is
   */
  @Transactional
  AreaReportView make(Region region, RollupQuery of, @Nullable String organ) {
    rollups.beginSnapshot();
    int year = of.from();
    Form form = forms.inForce(year);
    OrganInYear office = office(region, year, organ);
    AreaFigures now = figures(form, kept, of);
    AreaFigures last = figures(form, kept, of.ofYears(year - 1, year - 1));
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("organ", office.code()).put("year", year).put("scope", Scope.AREA.code());
    ObjectNode editions = report.putObject("editions");
    form.sections().keySet().forEach(section -> editions.put(section, form.edition()));
    now.into(report, form);
    Coverage coverage = kept.coverage(of).getOrDefault(key(of), Coverage.NONE);
    List<AreaReportView.FeesView> fees = fees(of);
    Map<String, String> names = new LinkedHashMap<>();
    names.put("name", region.name());
    names.put("year", Integer.toString(year));
    names.put("office", office.name());
    names.put("title", phrases.title(Scope.AREA, region.name(), year));
    putFees(fees, coverage.reported(), names);
    AreaText.into(report, phrases, form, now, last, names);
    return new AreaReportView(
        region.code(),
        region.name(),
        year,
        of.basis().code(),
        coverage.expected(),
        coverage.reported(),
        store.missing(of).stream().map(AreaReportView.SourceView::missing).toList(),
        otherLayouts(of, form),
        undivided(of, now),
        fees,
        report);
  }

  /**
   * The reports whose tables are not those of the form in force: some of their cells are not in.
   */
  private List<AreaReportView.SourceView> otherLayouts(RollupQuery of, Form form) {
    List<AreaReportView.SourceView> others = new ArrayList<>();
    for (AreaReportStore.Source source : store.ofOtherEditions(of, form.edition())) {
      Map<String, String> differing = new LinkedHashMap<>();
      Editions.read(source.editions())
          .forEach(
              (section, edition) -> {
                if (forms.layouts().isOther(section, edition, form.edition())) {
                  differing.put(section, edition);
                }
              });
      if (!differing.isEmpty()) {
        others.add(new AreaReportView.SourceView(source.code(), source.name(), differing));
      }
    }
    return others;
  }

  private List<AreaReportView.UndividedView> undivided(RollupQuery of, AreaFigures figures) {
    if (figures.rests().isEmpty()) {
      return List.of();
    }
    Map<String, List<AreaReportView.RestView>> organs = new LinkedHashMap<>();
    for (AreaReportStore.Stated stated :
        store.stating(of, figures.rests().stream().map(AreaFigures.Rest::path).toList())) {
      organs
          .computeIfAbsent(stated.path(), path -> new ArrayList<>())
          .add(new AreaReportView.RestView(stated.code(), stated.name(), stated.number()));
    }
    return figures.rests().stream()
        .map(
            rest ->
                new AreaReportView.UndividedView(
                    rest.section().id() + "." + rest.whole().id(),
                    rest.whole().label().zh(),
                    rest.column().id(),
                    rest.column().label().zh(),
                    rest.number(),
                    rest.parts(),
                    organs.getOrDefault(rest.path(), List.of())))
        .toList();
  }

  private List<AreaReportView.FeesView> fees(RollupQuery of) {
    List<AreaReportView.FeesView> told = new ArrayList<>();
    for (AreaReportStore.Sent sent : store.ofFees(of)) {
      ProcessingFees fees = ProcessingFees.in(texts, documents.read(sent.document()));
      if (fees != null) {
        told.add(new AreaReportView.FeesView(sent.code(), sent.name(), fees.words(), fees.yuan()));
      }
    }
    return told;
  }

  /** A sum that lacks one of the reports is not written into the text. */
  private static void putFees(
      List<AreaReportView.FeesView> told, long reported, Map<String, String> values) {
    BigDecimal sum = AreaNotes.sum(told);
    if (sum != null && told.size() == reported) {
      values.put(
          sum.signum() == 0 ? "fees.none" : "fees.sum",
          sum.signum() == 0 ? "" : sum.toPlainString());
    }
  }

  private AreaFigures figures(Form form, Tallies sums, RollupQuery of) {
    SumKey key = key(of);
    return AreaFigures.of(
        form, section -> sums.tallies(of, section).getOrDefault(key, Tally.empty()), sections);
  }

  static SumKey key(RollupQuery of) {
    return new SumKey(of.region(), of.from());
  }

  private OrganInYear office(Region region, int year, @Nullable String organ) {
    List<String> found = organ == null ? store.offices(region.code(), year) : List.of(organ);
    if (found.size() == 1) {
      OrganInYear office = registry.organInYear(found.getFirst(), year).orElse(null);
      if (office != null && office.region().equals(region.code())) {
        return office;
      }
    }
    if (organ == null && found.isEmpty()) {
      throw ProblemException.invalid(
          Violation.at(
              "?organ",
              "该地区没有登记政府或政府办公厅（室），不知由哪个机关编制政府年报：请先登记" + "（类别 general-office），或写明机关代码。",
              "The region has no general office or government in the registry that could make its"
                  + " report: register one (kind general-office), or give the code of the organ."));
    }
    throw ProblemException.invalid(
        Violation.at(
            "?organ",
            "须为该地区编制政府年报的机关代码（如办公室）；仅当该地区只有一个时可以省略。",
            "The code of the organ of this region that makes the government's report, such as the"
                + " general office; may be left out where the region has only one."));
  }

  /** The report on paper, with what whoever goes on with it must know below. */
  Paper paper(AreaReportView made, OfficialForm official, String title) {
    Content content = contents.read(made.report());
    Paper paper = official.of(content, title, null);
    List<Paper.Piece> pieces = new ArrayList<>(paper.pieces());
    for (String note : notes(made)) {
      pieces.addAll(OfficialForm.words(Paper.Part.NOTE, note));
    }
    return new Paper(paper.title(), pieces, null);
  }

  /** The report as a draft, with what whoever goes on with it must know before the last section. */
  ObjectNode draft(AreaReportView made) {
    ObjectNode report = made.report().deepCopy();
    ObjectNode narrative = report.withObject("/narrative");
    List<String> lines = new ArrayList<>(phrases.draftNotes());
    lines.addAll(notes(made));
    String own = narrative.path(NOTES_STAND_IN).asText();
    if (!own.isEmpty()) {
      lines.add(own);
    }
    narrative.put(NOTES_STAND_IN, String.join("\n", lines));
    return report;
  }

  /** What whoever goes on with it must know. */
  List<String> notes(AreaReportView made) {
    return new AreaNotes(phrases, made).lines();
  }
}
