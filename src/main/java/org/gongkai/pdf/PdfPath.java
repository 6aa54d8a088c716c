package org.gongkai.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The path that is being drawn, as it is displayed, up to the operator that ends it. */
final class PdfPath {

  /** A longer path is a drawing. */
  private static final int POINTS = 2_000;

  private final AffineTransform toDisplay;
  private final PdfBudget budget;
  private final List<List<Point2D>> parts = new ArrayList<>();
  private int points;
  private @Nullable Point2D current;

  PdfPath(AffineTransform toDisplay, PdfBudget budget) {
    this.toDisplay = toDisplay;
    this.budget = budget;
  }

  void moveTo(Point2D point) {
    List<Point2D> part = new ArrayList<>(5);
    part.add(display(point));
    current = point;
    points++;
    parts.add(part);
    budget.piece();
  }

  void lineTo(Point2D point) {
    if (parts.isEmpty()) {
      moveTo(point);
      return;
    }
    if (++points <= POINTS) {
      parts.get(parts.size() - 1).add(display(point));
    }
    current = point;
    budget.piece();
  }

  void close() {
    if (!parts.isEmpty()) {
      List<Point2D> part = parts.get(parts.size() - 1);
      Point2D first = part.get(0);
      if (!part.get(part.size() - 1).equals(first)) {
        part.add(first);
      }
    }
  }

  void clear() {
    parts.clear();
    points = 0;
    current = null;
  }

  /** Where it has come to, as the page says it. */
  @Nullable Point2D current() {
    return current;
  }

  List<List<Point2D>> parts() {
    return parts;
  }

  /** Whether it is too long for a line or an area. */
  boolean isDrawing() {
    return points > POINTS;
  }

  /** The box around it, as the page says it; null where there is none, or it is a drawing. */
  @Nullable Path2D bounds() {
    if (isDrawing() || parts.isEmpty()) {
      return null;
    }
    Rectangle2D box = PdfShapes.box(parts.get(0));
    for (List<Point2D> part : parts.subList(1, parts.size())) {
      box = box.createUnion(PdfShapes.box(part));
    }
    return undisplayed(new Path2D.Double(box));
  }

  private Point2D display(Point2D point) {
    return toDisplay.transform(point, new Point2D.Double());
  }

  private Path2D undisplayed(Path2D bounds) {
    try {
      return new Path2D.Double(bounds, toDisplay.createInverse());
    } catch (java.awt.geom.NoninvertibleTransformException e) {
      throw new IllegalStateException(e);
    }
  }
}
