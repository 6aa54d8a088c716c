package org.gongkai.pdf;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What paths are: lines, boxes, frames. */
final class PdfShapes {

  /** How far a line may lean and still be level or upright, in points. */
  private static final double LEAN = 0.7;

  private PdfShapes() {}

  static Rectangle2D box(List<Point2D> points) {
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (Point2D point : points) {
      minX = Math.min(minX, point.getX());
      minY = Math.min(minY, point.getY());
      maxX = Math.max(maxX, point.getX());
      maxY = Math.max(maxY, point.getY());
    }
    return new Rectangle2D.Double(minX, minY, maxX - minX, maxY - minY);
  }

  /**
   * A stroke between two points as a line. A short thick stroke is a line across its direction:
   * some programs draw an upright line as a level stroke of its height.
   */
  static @Nullable RuledLine segment(Point2D a, Point2D b, double thick) {
    double dx = Math.abs(a.getX() - b.getX());
    double dy = Math.abs(a.getY() - b.getY());
    double x = (a.getX() + b.getX()) / 2;
    double y = (a.getY() + b.getY()) / 2;
    if (dy <= LEAN && dx > dy) {
      return dx <= 3 && thick > 6
          ? new RuledLine(false, x, y - thick / 2, y + thick / 2)
          : new RuledLine(true, y, x - dx / 2, x + dx / 2);
    }
    if (dx <= LEAN && dy > dx) {
      return dy <= 3 && thick > 6
          ? new RuledLine(true, y, x - thick / 2, x + thick / 2)
          : new RuledLine(false, x, y - dy / 2, y + dy / 2);
    }
    return null;
  }

  /** A box as the line that it looks like, or null where it is an area. */
  static @Nullable RuledLine thin(Rectangle2D box, double thick) {
    if (box.getHeight() <= thick && box.getWidth() >= box.getHeight()) {
      return new RuledLine(true, box.getCenterY(), box.getMinX(), box.getMaxX());
    }
    if (box.getWidth() <= thick && box.getHeight() > box.getWidth()) {
      return new RuledLine(false, box.getCenterX(), box.getMinY(), box.getMaxY());
    }
    return null;
  }

  static boolean rectangular(List<Point2D> part) {
    if (part.size() < 4 || part.size() > 6) {
      return false;
    }
    Rectangle2D box = box(part);
    for (Point2D point : part) {
      boolean side =
          Math.abs(point.getX() - box.getMinX()) < LEAN
              || Math.abs(point.getX() - box.getMaxX()) < LEAN;
      boolean end =
          Math.abs(point.getY() - box.getMinY()) < LEAN
              || Math.abs(point.getY() - box.getMaxY()) < LEAN;
      if (!side || !end) {
        return false;
      }
    }
    return true;
  }

  /** The four sides of a frame: two boxes, one within the other, with little between them. */
  static List<Rectangle2D> frames(List<List<Point2D>> path) {
    List<Rectangle2D> sides = new ArrayList<>();
    if (path.size() % 2 != 0) {
      return sides;
    }
    for (int i = 0; i + 1 < path.size(); i += 2) {
      Rectangle2D one = box(path.get(i));
      Rectangle2D two = box(path.get(i + 1));
      Rectangle2D outer = one.getWidth() >= two.getWidth() ? one : two;
      Rectangle2D inner = outer.equals(one) ? two : one;
      boolean close =
          outer.contains(inner.getCenterX(), inner.getCenterY())
              && outer.getWidth() - inner.getWidth() < 8
              && outer.getHeight() - inner.getHeight() < 8
              && inner.getWidth() > 0
              && inner.getHeight() > 0
              && !outer.equals(inner);
      if (!close) {
        return List.of();
      }
      double left = (outer.getMinX() + inner.getMinX()) / 2;
      double right = (outer.getMaxX() + inner.getMaxX()) / 2;
      double top = (outer.getMinY() + inner.getMinY()) / 2;
      double bottom = (outer.getMaxY() + inner.getMaxY()) / 2;
      if (inner.getMinY() - outer.getMinY() > 0.05) {
        sides.add(new Rectangle2D.Double(left, top, right - left, 0));
      }
      if (outer.getMaxY() - inner.getMaxY() > 0.05) {
        sides.add(new Rectangle2D.Double(left, bottom, right - left, 0));
      }
      if (inner.getMinX() - outer.getMinX() > 0.05) {
        sides.add(new Rectangle2D.Double(left, top, 0, bottom - top));
      }
      if (outer.getMaxX() - inner.getMaxX() > 0.05) {
        sides.add(new Rectangle2D.Double(right, top, 0, bottom - top));
      }
    }
    return sides;
  }

  /** Whether an area that is painted takes a line away, and does not only end at it. */
  static boolean within(RuledLine rule, Rectangle2D area) {
    double low = rule.level() ? area.getMinY() : area.getMinX();
    double high = rule.level() ? area.getMaxY() : area.getMaxX();
    double from = rule.level() ? area.getMinX() : area.getMinY();
    double to = rule.level() ? area.getMaxX() : area.getMaxY();
    return rule.at() > low + 1.5
        && rule.at() < high - 1.5
        && rule.from() >= from - 1
        && rule.to() <= to + 1;
  }
}
