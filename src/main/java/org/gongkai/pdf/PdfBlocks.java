package org.gongkai.pdf;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.matrix.Block;
import org.gongkai.matrix.Paragraph;
import org.gongkai.matrix.Place;
import org.jspecify.annotations.Nullable;

/** Tables and paragraphs of all pages in the order of reading. */
final class PdfBlocks {

  private final List<Object> sequence = new ArrayList<>();

  private PdfBlocks() {}

  static List<Block> of(List<PdfPage> pages, List<RuledTables.Found> found) {
    List<List<PdfFlow.PageLine>> lines = PdfFlow.lines(pages, found);
    PdfBlocks blocks = new PdfBlocks();
    for (int i = 0; i < pages.size(); i++) {
      blocks.page(found.get(i).tables(), lines.get(i));
    }
    List<PdfFlow.PageLine> all = lines.stream().flatMap(List::stream).toList();
    return blocks.numbered(new PdfParagraphs(all));
  }

  private void page(List<RuledTable> tables, List<PdfFlow.PageLine> lines) {
    int next = 0;
    for (RuledTable table : tables) {
      while (next < lines.size() && lines.get(next).line().y() < table.grid().top()) {
        sequence.add(lines.get(next++));
      }
      @Nullable Object last = sequence.isEmpty() ? null : sequence.get(sequence.size() - 1);
      if (!(last instanceof PdfTableParts parts && parts.takes(table))) {
        sequence.add(new PdfTableParts(table));
      }
    }
    while (next < lines.size()) {
      sequence.add(lines.get(next++));
    }
  }

  private List<Block> numbered(PdfParagraphs paragraphs) {
    List<Block> blocks = new ArrayList<>();
    List<PdfFlow.PageLine> run = new ArrayList<>();
    int tables = 0;
    int texts = 0;
    for (Object next : sequence) {
      if (next instanceof PdfFlow.PageLine line) {
        run.add(line);
      } else if (next instanceof PdfTableParts parts) {
        texts = flush(paragraphs, run, blocks, texts);
        blocks.add(parts.matrix(++tables));
      }
    }
    flush(paragraphs, run, blocks, texts);
    return blocks;
  }

  private static int flush(
      PdfParagraphs paragraphs, List<PdfFlow.PageLine> run, List<Block> blocks, int before) {
    int number = before;
    for (PdfParagraphs.Found paragraph : paragraphs.join(run)) {
      number++;
      Place place = new Place(paragraph.page(), number, null, null, null);
      blocks.add(new Paragraph(paragraph.text(), false, place));
    }
    run.clear();
    return number;
  }
}
