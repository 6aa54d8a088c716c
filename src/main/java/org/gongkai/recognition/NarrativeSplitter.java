package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.form.Forms;
import org.gongkai.problem.Text;
import org.gongkai.recognition.Numbering.Style;
import org.gongkai.recognition.Recognised.FoundText;
import org.gongkai.recognition.Recognised.LeftOver;
import org.gongkai.recognition.SectionHeadings.Heading;
import org.gongkai.recognition.Strand.OtherTable;
import org.gongkai.recognition.Strand.Words;
import org.jspecify.annotations.Nullable;

/**
 * Splits the text of a document into the parts of a report, by its headings. What stands before the
 * title and behind the signature is the page around the report.
 */
final class NarrativeSplitter {

  /**
   * The text of a report.
   *
   * @param parts text by part, as {@code overview} or {@code headings.overview}
   */
  record Split(
      Map<String, String> parts,
      List<FoundText> found,
      List<LeftOver> leftOver,
      @Nullable ReportTitle title,
      @Nullable ReportSignature signature,
      Map<String, Heading> headings) {}

  private static final Text FRAME = new Text("报告前后的其他内容，不属于报告", "Around the report, no part of it");
  private static final Text REPEATED = new Text("标题的重复", "The heading again");
  private static final Text PICTURE = new Text("图片中的文字", "Of a picture");
  private static final Text NO_TABLE = new Text("不是表样中的表", "No table of the form");
  private static final Text NO_HEADINGS =
      new Text("没有找到各部分的标题", "No headings of sections were found");
  private static final Pattern SENTENCE = Pattern.compile("[。；！？]");
  private static final int FRAME_LINE = 80;
  private static final int LONGEST_LINE = 500;
  private static final int LONGEST_TEXT = 100_000;
  private static final int FEWEST_HEADINGS = 2;

  private final PrintedWords words;
  private final AspectHeadings aspectHeadings;
  private final List<Strand> strands;
  private final Map<String, StringBuilder> parts = new LinkedHashMap<>();
  private final List<FoundText> found = new ArrayList<>();
  private final List<LeftOver> leftOver = new ArrayList<>();

  private NarrativeSplitter(Forms forms, PrintedWords words, List<Strand> strands) {
    this.words = words;
    this.strands = strands;
    this.aspectHeadings = new AspectHeadings(forms, words);
  }

  static Split split(
      Forms forms, PrintedWords words, List<Strand> strands, Map<String, Heading> headings) {
    return new NarrativeSplitter(forms, words, strands).split(headings);
  }

  private Split split(Map<String, Heading> headings) {
    int begin = strands.size();
    int lastHeading = -1;
    for (Heading heading : headings.values()) {
      begin = Math.min(begin, heading.strand());
      lastHeading = Math.max(lastHeading, heading.strand());
    }
    ReportTitle title = ReportTitle.find(strands, begin, words);
    if (headings.size() < FEWEST_HEADINGS) {
      strands.forEach(s -> leave(s, NO_HEADINGS));
      return new Split(Map.of(), List.of(), leftOver, title, null, headings);
    }
    String name = title == null ? "" : title.name();
    ReportSignature signature = ReportSignature.find(strands, lastHeading, name, words);
    int end = signature == null ? end(lastHeading) : signature.first();
    before(title, begin);
    List<Heading> ordered = List.copyOf(headings.values());
    for (int i = 0; i < ordered.size(); i++) {
      Heading its = ordered.get(i);
      int to = i + 1 < ordered.size() ? ordered.get(i + 1).strand() : end;
      section(its, Math.max(to, its.strand() + 1), i == 0);
    }
    if (signature != null) {
      sign(signature);
    }
    for (int i = signature == null ? end : signature.last() + 1; i < strands.size(); i++) {
      leave(strands.get(i), FRAME);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    parts.forEach((part, text) -> texts.put(part, text.toString()));
    return new Split(texts, found, leftOver, title, signature, headings);
  }

  private void before(@Nullable ReportTitle title, int begin) {
    int from = title == null ? 0 : title.last() + 1;
    for (int i = 0; i < (title == null ? 0 : title.first()); i++) {
      leave(strands.get(i), FRAME);
    }
    if (title != null) {
      put(
          "title",
          title.text(),
          new FoundText("narrative.title", "", title.place(), Certainty.SURE));
    }
    for (int i = from; i < begin; i++) {
      if (strands.get(i) instanceof Words line
          && !isFrame(line.text())
          && (title != null || SENTENCE.matcher(line.text()).find())) {
        text("introduction", line, "", title == null ? Certainty.LIKELY : Certainty.SURE);
      } else {
        leave(strands.get(i), FRAME);
      }
    }
  }

  private boolean isFrame(String text) {
    return PrintedWords.isPageNumber(text)
        || text.length() <= FRAME_LINE
            && text.indexOf('。') < 0
            && words.frame().matcher(LabelText.joined(text)).find();
  }

  /** The receipt that our own documents print: it says nothing that somebody would look for. */
  private boolean isProof(String text) {
    return words.proof().matcher(LabelText.joined(text)).matches();
  }

  /** Where the page begins again behind the last section: at its first line that is no text. */
  private int end(int lastHeading) {
    int lastSentence = lastHeading;
    for (int i = lastHeading + 1; i < strands.size(); i++) {
      if (strands.get(i) instanceof Words line) {
        if (isFrame(line.text()) && !PrintedWords.isPageNumber(line.text())) {
          break;
        }
        if (SENTENCE.matcher(line.text()).find() || line.text().length() > AspectHeadings.SHORT) {
          lastSentence = i;
        }
      } else {
        lastSentence = i;
      }
    }
    if (lastSentence == lastHeading
        && lastHeading + 1 < strands.size()
        && strands.get(lastHeading + 1) instanceof Words only
        && !isFrame(only.text())) {
      return lastHeading + 2;
    }
    return lastSentence + 1;
  }

  private void section(Heading heading, int to, boolean first) {
    Words line = (Words) strands.get(heading.strand());
    String head = CellText.stripped(line.text().substring(0, heading.length()));
    String rest = line.text().substring(heading.length());
    rest = CellText.stripped(rest.replaceFirst("^[。：:；;！]", ""));
    put(
        "headings." + heading.section(),
        head,
        new FoundText(
            "narrative.headings." + heading.section(), head, line.place(), Certainty.SURE));
    List<Strand> body = new ArrayList<>();
    if (!rest.isEmpty()) {
      body.add(new Words(rest, line.place(), false, line.inTable()));
    }
    for (Strand strand : strands.subList(heading.strand() + 1, to)) {
      if (strand instanceof Words again
          && LabelText.joined(again.text()).equals(LabelText.joined(head))) {
        leave(strand, REPEATED);
      } else {
        body.add(strand);
      }
    }
    if (first) {
      aspects(heading.section(), head, body);
    } else {
      for (Strand strand : withoutPictures(body)) {
        if (strand instanceof Words text && !PrintedWords.isPageNumber(text.text())) {
          text(heading.section(), text, head, Certainty.SURE);
        } else {
          leave(strand, NO_TABLE);
        }
      }
    }
  }

  /** The lines without those that a program took out of a picture. */
  private List<Strand> withoutPictures(List<Strand> body) {
    List<Strand> rest = new ArrayList<>();
    boolean inPicture = false;
    for (Strand strand : body) {
      if (strand instanceof Words line) {
        boolean begins = words.picture().matcher(line.text()).find();
        boolean ends =
            SENTENCE.matcher(line.text()).find() || Numbering.of(line.text()).length() > 0;
        inPicture = begins || inPicture && !ends;
      }
      if (inPicture && strand instanceof Words) {
        leave(strand, PICTURE);
      } else {
        rest.add(strand);
      }
    }
    return rest;
  }

  private void aspects(String section, String head, List<Strand> all) {
    List<Strand> body = withoutPictures(all);
    Style style = aspectHeadings.style(body);
    Set<String> seen = new HashSet<>();
    String part = section;
    String heading = head;
    Certainty certainty = Certainty.SURE;
    for (Strand strand : body) {
      if (!(strand instanceof Words line) || PrintedWords.isPageNumber(line.text())) {
        leave(strand, NO_TABLE);
        continue;
      }
      AspectHeadings.Head its = style == null ? null : aspectHeadings.of(line);
      if (its != null && its.numbering().style() == style) {
        String aspect = its.aspect();
        boolean known =
            aspect != null && words.sections().keySet().iterator().next().equals(section);
        part = known && seen.add(String.valueOf(aspect)) ? String.valueOf(aspect) : section;
        heading = line.text().substring(0, its.end());
        boolean own = aspectHeadings.isLabelAlone(part, line, its);
        certainty =
            own || part.equals(section) || aspectHeadings.isLabelOf(part, its.words())
                ? Certainty.SURE
                : Certainty.LIKELY;
        if (own && !part.equals(section)) {
          note(part, heading, line, certainty);
          continue;
        }
      }
      text(part, line, heading, certainty);
    }
  }

  private void sign(ReportSignature signature) {
    if (!signature.name().isEmpty()) {
      put(
          "signature.name",
          signature.name(),
          new FoundText("narrative.signature.name", "", signature.place(), Certainty.SURE));
    }
    if (!signature.date().isEmpty()) {
      put(
          "signature.date",
          signature.date(),
          new FoundText("narrative.signature.date", "", signature.place(), Certainty.SURE));
    }
  }

  private void put(String part, String text, FoundText its) {
    if (text.length() > LONGEST_LINE) {
      leftOver.add(new LeftOver(text, its.place(), new Text("过长，不像一行标题", "Too long for a line")));
      return;
    }
    parts.put(part, new StringBuilder(text));
    found.add(its);
  }

  private void note(String part, String heading, Words line, Certainty certainty) {
    String path = "narrative." + part;
    if (found.stream().noneMatch(f -> f.path().equals(path))) {
      found.add(new FoundText(path, heading, line.place(), certainty));
    }
  }

  private void text(String part, Words line, String heading, Certainty certainty) {
    StringBuilder text = parts.computeIfAbsent(part, p -> new StringBuilder());
    if (text.length() + line.text().length() >= LONGEST_TEXT) {
      leftOver.add(
          new LeftOver(line.text(), line.place(), new Text("文字过长", "The text is too long")));
      return;
    }
    text.append(text.isEmpty() ? "" : "\n").append(line.text());
    note(part, heading, line, certainty);
  }

  private void leave(Strand strand, Text reason) {
    switch (strand) {
      case Words line -> {
        if (!isProof(line.text())) {
          leftOver.add(new LeftOver(line.text(), line.place(), reason));
        }
      }
      case OtherTable table -> leftOver.add(new LeftOver(table.text(), table.place(), NO_TABLE));
      case Strand.TableOf table -> {
        // its cells were taken or are listed by themselves
      }
    }
  }
}
