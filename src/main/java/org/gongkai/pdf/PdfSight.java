package org.gongkai.pdf;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.problem.Text;

/**
 * What is seen of a page on which one thing is drawn after the other: what is painted over, white
 * on white, beside the page or below a picture of a page is not.
 */
final class PdfSight {

  private final double width;
  private final double height;
  private final PdfBudget budget;

  private final List<Glyph> glyphs = new ArrayList<>();
  private final BitSet unseen = new BitSet();
  private final List<RuledLine> rules = new ArrayList<>();
  private final List<Rectangle2D> pictures = new ArrayList<>();
  private final PdfFills fills = new PdfFills();
  private int slanted;

  PdfSight(double width, double height, PdfBudget budget) {
    this.width = width;
    this.height = height;
    this.budget = budget;
  }

  /** What is seen of the page after all was drawn. */
  PdfPage page(int number) {
    for (int i = unseen.nextSetBit(0); i >= 0; i = unseen.nextSetBit(i + 1)) {
      boolean before = i > 0 && !unseen.get(i - 1) && glyphs.get(i).goesOn(glyphs.get(i - 1));
      boolean after =
          i + 1 < glyphs.size() && !unseen.get(i + 1) && glyphs.get(i + 1).goesOn(glyphs.get(i));
      if (before || after) {
        throw new PdfBudget.Refused(
            UnreadableFile.Reason.BROKEN,
            new Text(
                "第" + number + "页有数字被页边或者其他内容截断，看不完整",
                "On page "
                    + number
                    + " a number is cut off, by the edge of the page or by something else"));
      }
    }
    List<Glyph> kept = new ArrayList<>(glyphs.size());
    for (int i = 0; i < glyphs.size(); i++) {
      if (!unseen.get(i)) {
        kept.add(glyphs.get(i));
      }
    }
    int hidden = (int) unseen.stream().filter(i -> !glyphs.get(i).blank()).count();
    return new PdfPage(number, width, height, kept, rules, pictured(), hidden, slanted).upright();
  }

  private double pictured() {
    double area = 0;
    for (Rectangle2D picture : pictures) {
      area += picture.getWidth() * picture.getHeight();
    }
    return Math.min(1, area / Math.max(1, width * height));
  }

  /** A sign stands neither upright nor on a side, and so in no table. */
  void slanted() {
    slanted++;
  }

  void sign(String text, Point2D middle, double length, double size, int turn, boolean seen) {
    if (!seen) {
      unseen.set(glyphs.size());
    }
    glyphs.add(new Glyph(text, middle.getX(), middle.getY(), length, size, turn, glyphs.size()));
  }

  /** Whether what is drawn here now has the colour of what is below it. */
  boolean hides(double lightness, Point2D point) {
    return fills.hides(lightness, point);
  }

  /** An area is painted: what was drawn there before is not seen any more. */
  void paint(Rectangle2D area, double lightness) {
    fills.add(area, lightness);
    for (int i = 0; i < glyphs.size(); i++) {
      Glyph glyph = glyphs.get(i);
      if (area.contains(glyph.x(), glyph.y())) {
        unseen.set(i);
      }
    }
    rules.removeIf(rule -> PdfShapes.within(rule, area));
  }

  /** A line is drawn, within what is not clipped. */
  void rule(RuledLine rule, Rectangle2D box, double lightness) {
    double low = rule.level() ? box.getMinY() : box.getMinX();
    double high = rule.level() ? box.getMaxY() : box.getMaxX();
    if (rule.at() < low - 1 || rule.at() > high + 1) {
      return;
    }
    double from = Math.max(rule.from(), rule.level() ? box.getMinX() : box.getMinY());
    double to = Math.min(rule.to(), rule.level() ? box.getMaxX() : box.getMaxY());
    if (to <= from) {
      return;
    }
    double middle = (from + to) / 2;
    Point2D point =
        rule.level()
            ? new Point2D.Double(middle, rule.at())
            : new Point2D.Double(rule.at(), middle);
    if (fills.hides(lightness, point)) {
      return;
    }
    budget.piece();
    rules.add(new RuledLine(rule.level(), rule.at(), from, to));
  }

  void picture(Rectangle2D box) {
    if (box.getWidth() * box.getHeight() > 0.3 * width * height) {
      // text below a picture of a page is the guess of a program
      for (int i = 0; i < glyphs.size(); i++) {
        if (box.contains(glyphs.get(i).x(), glyphs.get(i).y())) {
          unseen.set(i);
        }
      }
    }
    budget.piece();
    pictures.add(box);
  }
}
