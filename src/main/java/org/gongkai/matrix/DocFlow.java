package org.gongkai.matrix;

import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.gongkai.matrix.Piece.Words;

/** Paragraphs and tables of an old Word file. */
final class DocFlow {

  /** Levels of headings; a paragraph of the text has the one after. */
  private static final int HEADINGS = 9;

  private static final char PICTURE = '\u0001';
  private static final char DRAWING = '\b';
  private static final char FIELD_BEGINS = '\u0013';
  private static final char FIELD_SEPARATES = '\u0014';
  private static final char FIELD_ENDS = '\u0015';
  private static final char HYPHEN_WITHOUT_BREAK = '\u001e';

  private final Assembly assembly;
  private final DocFields fields;
  private final DocNumbering numbering;

  /** Text of paragraphs whose mark was deleted: it goes on in the next one. */
  private final StringBuilder carried = new StringBuilder();

  DocFlow(HWPFDocument document, Assembly assembly) {
    this.assembly = assembly;
    this.fields = new DocFields(assembly);
    this.numbering = new DocNumbering(document);
  }

  /**
   * @param level how many tables the range stands in
   */
  void blocks(Range range, int level, List<Piece> out) throws UnreadableFile {
    int i = 0;
    int count = range.numParagraphs();
    while (i < count) {
      ReadingLimits.check();
      Paragraph paragraph = range.getParagraph(i);
      if (paragraph.isInTable() && paragraph.getTableLevel() > level) {
        Table table = range.getTable(paragraph);
        out.add(new DocTable(this, assembly).read(table));
        i += Math.max(1, table.numParagraphs());
      } else {
        paragraph(paragraph, out);
        i++;
      }
    }
  }

  private void paragraph(Paragraph paragraph, List<Piece> out) throws UnreadableFile {
    StringBuilder text = new StringBuilder();
    boolean markDeleted = false;
    for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
      CharacterRun run = paragraph.getCharacterRun(i);
      boolean deleted = run.isMarkedDeleted();
      if (run.isVanished() && !deleted && !run.text().isBlank()) {
        assembly.notice("隐藏文字未读取", "Hidden text was left out");
      }
      run(run, deleted || run.isVanished(), text);
      markDeleted = deleted && run.text().endsWith("\r");
    }
    if (markDeleted) {
      carried.append(text);
      return;
    }
    String label = numbering.label(paragraph);
    out.add(new Words(carried + label + text, paragraph.getLvl() < HEADINGS));
    carried.setLength(0);
  }

  private void run(CharacterRun run, boolean gone, StringBuilder text) throws UnreadableFile {
    if (run.isSymbol()) {
      show(FontSymbol.shown(run.getSymbolCharacter()), gone, text);
      return;
    }
    boolean special = run.isSpecialCharacter();
    String raw = run.text();
    for (int i = 0; i < raw.length(); i++) {
      char sign = raw.charAt(i);
      switch (sign) {
        case FIELD_BEGINS -> fields.begin();
        case FIELD_SEPARATES -> fields.separate();
        case FIELD_ENDS -> fields.end();
        case HYPHEN_WITHOUT_BREAK -> show("-", gone, text);
        case PICTURE, DRAWING -> {
          if (special && !gone && fields.shown()) {
            assembly.notice("图片未读取", "Pictures were not read");
          }
        }
        default -> {
          fields.code(String.valueOf(sign));
          show(String.valueOf(sign), gone, text);
        }
      }
    }
  }

  private void show(String sign, boolean gone, StringBuilder text) {
    if (!gone && fields.shown()) {
      text.append(sign);
    }
  }
}
