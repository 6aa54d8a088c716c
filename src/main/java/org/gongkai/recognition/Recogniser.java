package org.gongkai.recognition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.check.PublicationsInText;
import org.gongkai.form.CellPath;
import org.gongkai.form.ContentReader;
import org.gongkai.form.Forms;
import org.gongkai.form.PartRole;
import org.gongkai.matrix.FileKind;
import org.gongkai.matrix.Paragraph;
import org.gongkai.matrix.PrintedDocument;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.narrative.TextReader;
import org.gongkai.problem.Text;
import org.gongkai.recognition.Recognised.FoundCell;
import org.gongkai.recognition.Recognised.FoundPublication;
import org.gongkai.recognition.Recognised.FoundScope;
import org.gongkai.recognition.Recognised.LeftOver;
import org.gongkai.recognition.SectionHeadings.Heading;
import org.gongkai.recognition.SectionTables.Candidate;
import org.gongkai.recognition.Strand.TableOf;
import org.jspecify.annotations.Nullable;

/** Finds a report in a printed document, by the labels of the forms. */
public final class Recogniser {

  private static final Text NO_REPORT =
      new Text(
          "文件中没有找到年度报告：既没有附表的数字，也没有各部分的文字。请核对是否选错了文件，或者报告在附件、图片里。",
          "No annual report is found in the file: neither figures of its tables nor text of its"
              + " sections. Check that it is the right file, and that the report is not in an"
              + " attachment or a picture.");

  private static final Text DATA =
      new Text(
          "这是供程序用的数据文件（JSON 或 CSV），不在这里读入。请用同一份报告的 Word、Excel、PDF 文件或者网页；程序可以直接报送 JSON（POST"
              + " /reports）。",
          "This is a file of data for programs (JSON or CSV), which is not read here. Send the same"
              + " report as Word, Excel, PDF or a web page; programs file JSON at once (POST"
              + " /reports).");

  /** How a text of data begins: an object, a list, or the head of the CSV of a report. */
  private static final Pattern OF_DATA =
      Pattern.compile("(?s)\\{\\s*(?:\".*)?|\\[\\s*(?:[{\\[\"].*)?|path,label,.*");

  private static final Text NO_TABLE =
      new Text(
          "没有找到“%s”的表格，这部分数字须核对填写", "The table of \"%s\" was not found; its figures want typing");

  /** Stands for the organ, which is not known yet. */
  private static final String NOBODY = "X";

  private static final int LONGEST_CAPTION = 60;

  private final Forms forms;
  private final PrintedWords words;
  private final InlineHeadings inline;
  private final SectionTables tables;
  private final CellText cellText;
  private final ContentReader contents;
  private final TextReader texts;

  public Recogniser(Forms forms) {
    this.forms = forms;
    this.words = PrintedWords.of(forms);
    this.inline = new InlineHeadings(forms, words);
    this.tables = new SectionTables(forms, words);
    this.contents = new ContentReader(forms);
    this.texts = new TextReader(forms);
    this.cellText = new CellText(words.measures(), forms.amountUnits().values());
  }

  /**
   * Finds the report for somebody who has sent one.
   *
   * @throws UnreadableFile where nothing of a report is found, which is no empty report
   */
  public Recognised required(PrintedDocument printed) throws UnreadableFile {
    Recognised found = recognise(printed);
    boolean told = found.texts().stream().anyMatch(text -> isOfTheBody(text.path()));
    if (found.cells().isEmpty() && !told) {
      throw new UnreadableFile(UnreadableFile.Reason.NO_REPORT, isData(printed) ? DATA : NO_REPORT);
    }
    return found;
  }

  private static boolean isData(PrintedDocument printed) {
    return printed.kind() == FileKind.TEXT
        && !printed.blocks().isEmpty()
        && printed.blocks().getFirst() instanceof Paragraph first
        && OF_DATA.matcher(first.text().strip()).matches();
  }

  private boolean isOfTheBody(String path) {
    String part = CellPath.inSection(path);
    return forms.inForce(Integer.MAX_VALUE).roleOf(part) == PartRole.BODY;
  }

  public Recognised recognise(PrintedDocument printed) {
    ChannelRows.Found channels =
        ChannelRows.of(ListedCells.without(printed, words.list()), forms, words, cellText);
    PrintedDocument document = channels.rest();
    SectionTables.All all = tables.find(document);
    List<Strand> strands = DocumentStrands.of(document, tables.sections(), words, inline, all);
    Map<String, Heading> headings = SectionHeadings.find(forms, words, strands);
    NarrativeSplitter.Split split = NarrativeSplitter.split(forms, words, strands, headings);
    ReporterProposals.Proposed proposed = ReporterProposals.of(document, strands, split, words);
    FoundScope scope = ReportScope.of(split, words);
    Map<String, FoundSection> sections = new LinkedHashMap<>();
    for (SectionLabels labels : tables.sections().values()) {
      List<Candidate> candidates = candidates(labels.id(), document, all, split.title());
      sections.put(
          labels.id(),
          new SectionChoice(labels, cellText, List.copyOf(forms.amountUnits().values()))
              .of(candidates, inPlace(candidates, document, strands, headings, labels.id())));
    }
    ObjectNode report = report(split, sections, channels);
    List<LeftOver> leftOver = new ArrayList<>(split.leftOver());
    List<FoundCell> cells = new ArrayList<>();
    for (FoundSection found : sections.values()) {
      leftOver.addAll(found.leftOver());
      cells.addAll(found.cells());
    }
    return new Recognised(
        report,
        cells,
        split.found(),
        channels.publications() == null ? publications(report, proposed, scope) : List.of(),
        leftOver,
        missing(document, sections),
        proposed.names(),
        proposed.codes(),
        proposed.years(),
        scope);
  }

  /** The tables that may be a section's; what is of others is refused. */
  private List<Candidate> candidates(
      String section,
      PrintedDocument document,
      SectionTables.All all,
      @Nullable ReportTitle title) {
    List<Candidate> candidates = all.bySection().getOrDefault(section, List.of());
    for (Candidate candidate : candidates) {
      Text other = ofOthers(document, candidate, title);
      if (other != null) {
        candidate.reading().refuseAll(other);
      }
    }
    return candidates;
  }

  /** The report as {@code POST /reports} takes it, as far as the document says it. */
  private static ObjectNode report(
      NarrativeSplitter.Split split,
      Map<String, FoundSection> sections,
      ChannelRows.Found channels) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    if (split.title() != null && split.title().year() != null) {
      report.put("year", split.title().year());
    }
    ObjectNode editions = JsonNodeFactory.instance.objectNode();
    sections.forEach(
        (section, found) -> {
          if (found.edition() != null) {
            editions.put(section, found.edition());
          }
          found.cells().forEach(c -> put(report, c.path(), c.value()));
          found.units().forEach(u -> put(report, u.row() + ".unit", text(u.code())));
        });
    if (!editions.isEmpty()) {
      report.set("editions", editions);
    }
    split.parts().forEach((part, words) -> put(report, "narrative." + part, text(words)));
    if (channels.publications() != null) {
      report.set("publications", channels.publications());
    }
    return report;
  }

  private static JsonNode text(String words) {
    return JsonNodeFactory.instance.textNode(words);
  }

  /** What is wrong with the document as a whole, and of which sections it has no table. */
  private List<Text> missing(PrintedDocument document, Map<String, FoundSection> sections) {
    List<Text> missing = new ArrayList<>(document.notices());
    sections.forEach(
        (section, found) -> {
          if (found.cells().isEmpty()) {
            missing.add(
                NO_TABLE.with(forms.inForce(Integer.MAX_VALUE).knownSection(section).title()));
          }
        });
    return missing;
  }

  /** What the text says was published, as the checks read it. */
  private List<FoundPublication> publications(
      ObjectNode report, ReporterProposals.Proposed proposed, @Nullable FoundScope scope) {
    Integer year = report.has("year") ? Integer.valueOf(report.get("year").intValue()) : null;
    year = year == null && !proposed.years().isEmpty() ? proposed.years().getFirst() : year;
    if (year == null || !report.has("narrative")) {
      return List.of();
    }
    ObjectNode read = JsonNodeFactory.instance.objectNode();
    read.put("organ", NOBODY).put("year", year).set("narrative", report.get("narrative"));
    if (scope != null) {
      read.put("scope", scope.scope().code());
    }
    List<FoundPublication> found = new ArrayList<>();
    for (var its : PublicationsInText.of(texts, contents.read(read))) {
      found.add(
          new FoundPublication(
              its.channel(),
              its.unit(),
              its.count(),
              its.approximate(),
              "narrative." + its.part(),
              its.words(),
              its.certain() ? Certainty.SURE : Certainty.LIKELY));
    }
    return found;
  }

  private static void put(ObjectNode report, String path, JsonNode value) {
    ObjectNode place = report;
    int from = 0;
    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', from)) {
      place = place.withObjectProperty(path.substring(from, dot));
      from = dot + 1;
    }
    place.set(path.substring(from), value);
  }

  /** Why a table is of others, or of another year, by the lines over it; null where it is not. */
  private @Nullable Text ofOthers(
      PrintedDocument document, Candidate candidate, @Nullable ReportTitle title) {
    Set<String> captions = new LinkedHashSet<>();
    for (String around : candidate.reading().around()) {
      if (around.length() <= LONGEST_CAPTION) {
        captions.add(around);
      }
    }
    for (int i = candidate.block() - 1; i >= 0 && i >= candidate.block() - 2; i--) {
      if (document.blocks().get(i) instanceof Paragraph paragraph
          && !CellText.isFigure(paragraph.text())
          && paragraph.text().length() <= LONGEST_CAPTION
          && paragraph.text().indexOf('。') < 0) {
        captions.add(paragraph.text());
      } else {
        break;
      }
    }
    for (String caption : captions) {
      if (isTitle(caption)) {
        break;
      }
      String joined = LabelText.joined(caption);
      Integer year = ReportTitle.year(joined);
      if (title != null && title.year() != null && year != null && !year.equals(title.year())) {
        return new Text("表上方写的是 %s 年", "The lines over the table name the year %s")
            .with(Integer.toString(year));
      }
      if (words.foreign().matcher(joined).find() && isOfNoHeading(joined)) {
        return new Text(
                "表上方的文字表明这是汇总、明细或对比表：%s",
                "By the lines over it the table is a summary or a comparison: %s")
            .with(caption);
      }
    }
    return null;
  }

  private boolean isTitle(String caption) {
    return words.title().matcher(LabelText.joined(caption)).find();
  }

  private boolean isOfNoHeading(String joined) {
    return Numbering.of(joined).style() != Numbering.Style.CHINESE;
  }

  /** Which candidates stand below the heading of their section. */
  private static Set<Candidate> inPlace(
      List<Candidate> candidates,
      PrintedDocument document,
      List<Strand> strands,
      Map<String, Heading> headings,
      String section) {
    Set<Candidate> inPlace = new LinkedHashSet<>();
    Heading heading = headings.get(section);
    if (heading == null || document.blocks().isEmpty()) {
      return inPlace;
    }
    int next = strands.size();
    for (Heading other : headings.values()) {
      if (other.strand() > heading.strand()) {
        next = Math.min(next, other.strand());
      }
    }
    int nth = -1;
    for (int i = 0; i < strands.size(); i++) {
      if (strands.get(i) instanceof TableOf table && table.section().equals(section)) {
        nth++;
        if (i > heading.strand() && i < next && nth < candidates.size()) {
          inPlace.add(candidates.get(nth));
        }
      }
    }
    return inPlace;
  }
}
