package org.gongkai.document;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;

/**
 * The outline of a sign as TrueType has it: closed lines of points, some of which only bend the
 * line. A curve of third degree becomes two of second degree or more.
 */
record GlyphOutline(List<List<Point>> contours) {

  /** How far a curve may lie from the one that it stands for, in units of the font. */
  private static final double TOLERANCE = 0.5;

  /** A point, in units of the font. */
  record Point(int x, int y, boolean onCurve) {}

  List<Point> points() {
    return contours.stream().flatMap(List::stream).toList();
  }

  /**
   * What is shown where there is no outline.
   *
   * @param em units of the font by which signs are set
   */
  static GlyphOutline box(int em) {
    int low = em / 10;
    int high = em * 8 / 10;
    int line = em / 20;
    return new GlyphOutline(
        List.of(
            rectangle(low, 0, high, high, false),
            rectangle(low + line, line, high - line, high - line, true)));
  }

  private static List<Point> rectangle(int left, int bottom, int right, int top, boolean inside) {
    List<Point> corners =
        List.of(
            new Point(left, bottom, true),
            new Point(left, top, true),
            new Point(right, top, true),
            new Point(right, bottom, true));
    return inside ? corners.reversed() : corners;
  }

  /** The outline that a path draws. */
  static GlyphOutline of(GeneralPath path) {
    List<List<Point>> contours = new ArrayList<>();
    List<Point> open = new ArrayList<>();
    double[] at = new double[2];
    double[] c = new double[6];
    for (PathIterator steps = path.getPathIterator(null); !steps.isDone(); steps.next()) {
      switch (steps.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> {
          end(open, contours);
          open = new ArrayList<>();
          open.add(point(c[0], c[1], true));
          at(at, c[0], c[1]);
        }
        case PathIterator.SEG_LINETO -> {
          open.add(point(c[0], c[1], true));
          at(at, c[0], c[1]);
        }
        case PathIterator.SEG_QUADTO -> {
          open.add(point(c[0], c[1], false));
          open.add(point(c[2], c[3], true));
          at(at, c[2], c[3]);
        }
        case PathIterator.SEG_CUBICTO -> {
          curve(at, c, open);
          at(at, c[4], c[5]);
        }
        default -> {
          // closed when the next one begins
        }
      }
    }
    end(open, contours);
    return new GlyphOutline(contours);
  }

  private static void at(double[] at, double x, double y) {
    at[0] = x;
    at[1] = y;
  }

  private static Point point(double x, double y, boolean onCurve) {
    return new Point((int) Math.round(x), (int) Math.round(y), onCurve);
  }

  /** A curve of third degree by so many of second degree that nobody sees a difference. */
  private static void curve(double[] from, double[] c, List<Point> into) {
    double dx = c[4] - 3 * c[2] + 3 * c[0] - from[0];
    double dy = c[5] - 3 * c[3] + 3 * c[1] - from[1];
    double error = Math.sqrt(3) / 36 * Math.hypot(dx, dy);
    int parts = Math.max(1, (int) Math.ceil(Math.cbrt(error / TOLERANCE)));
    for (int i = 0; i < parts; i++) {
      double t0 = (double) i / parts;
      double t1 = (double) (i + 1) / parts;
      double[] start = on(from, c, t0);
      double[] end = on(from, c, t1);
      double[] slope0 = slope(from, c, t0);
      double step = (t1 - t0) / 3;
      double[] slope1 = slope(from, c, t1);
      double x = control(start[0], end[0], slope0[0], slope1[0], step);
      double y = control(start[1], end[1], slope0[1], slope1[1], step);
      into.add(point(x, y, false));
      into.add(point(end[0], end[1], true));
    }
  }

  /** The control point of the second degree that is nearest to those two of the third. */
  private static double control(
      double start, double end, double slope0, double slope1, double step) {
    double first = start + slope0 * step;
    double second = end - slope1 * step;
    return (3 * (first + second) - start - end) / 4;
  }

  private static double[] on(double[] p, double[] c, double t) {
    double u = 1 - t;
    double a = u * u * u;
    double b = 3 * u * u * t;
    double d = 3 * u * t * t;
    double e = t * t * t;
    return new double[] {
      a * p[0] + b * c[0] + d * c[2] + e * c[4], a * p[1] + b * c[1] + d * c[3] + e * c[5]
    };
  }

  private static double[] slope(double[] p, double[] c, double t) {
    double u = 1 - t;
    double a = 3 * u * u;
    double b = 6 * u * t;
    double d = 3 * t * t;
    return new double[] {
      a * (c[0] - p[0]) + b * (c[2] - c[0]) + d * (c[4] - c[2]),
      a * (c[1] - p[1]) + b * (c[3] - c[1]) + d * (c[5] - c[3])
    };
  }

  private static void end(List<Point> open, List<List<Point>> contours) {
    if (open.size() > 1 && open.getFirst().equals(open.getLast())) {
      open.removeLast();
    }
    if (open.size() > 1) {
      contours.add(open);
    }
  }
}
