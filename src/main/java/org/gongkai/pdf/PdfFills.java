package org.gongkai.pdf;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The painted areas of a page, and what cannot be seen on them. */
final class PdfFills {

  /** Lighter than this, a colour is white; the lightest backgrounds that are chosen are darker. */
  private static final double WHITE = 0.97;

  /** More areas are a drawing; what stands on it is taken as seen. */
  private static final int MOST = 5_000;

  private record Fill(Rectangle2D area, double lightness) {}

  private final List<Fill> fills = new ArrayList<>();

  void add(Rectangle2D area, double lightness) {
    if (fills.size() < MOST) {
      fills.add(new Fill(area, lightness));
    }
  }

  /** Whether a sign or line of a colour is not seen at a place: white on white. */
  boolean hides(double lightness, Point2D point) {
    if (lightness < WHITE) {
      return false;
    }
    for (int i = fills.size() - 1; i >= 0; i--) {
      Fill fill = fills.get(i);
      if (fill.area.contains(point)) {
        return fill.lightness >= WHITE;
      }
    }
    return fills.size() < MOST;
  }
}
