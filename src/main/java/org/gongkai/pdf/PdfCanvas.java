package org.gongkai.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.state.EmptyGraphicsStackException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.MissingResourceException;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3CharProc;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Goes through what a page draws, signs, straight lines, areas and pictures, as far as it is not
 * clipped or in a layer that is off; what is seen of it a {@link PdfSight} judges. No picture and
 * no colour profile is ever decoded.
 */
final class PdfCanvas extends PDFGraphicsStreamEngine {

  /** The thickest line that is a line and not an area, in points. */
  private static final double THICK = 3;

  /** States that are kept at a time: programs keep some 30, and each takes a kilobyte. */
  private static final int STATES = 2_000;

  private final PdfContents contents = new PdfContents();
  private final PdfBudget budget;
  private final PdfLayers layers;
  private final AffineTransform toDisplay;
  private final double width;
  private final double height;

  private final PdfSight sight;
  private final Deque<Boolean> hiddenMarks = new ArrayDeque<>();
  private int hiddenDepth;

  private final PdfPath path;
  private boolean clipping;

  private @Nullable List<Path2D> clipPaths;
  private int clipCount;
  private Rectangle2D clip = new Rectangle2D.Double();

  PdfCanvas(PDPage page, PdfBudget budget, PdfLayers layers) {
    super(page);
    this.budget = budget;
    this.layers = layers;
    PDRectangle box = page.getCropBox();
    boolean lying = page.getRotation() % 180 != 0;
    this.width = lying ? box.getHeight() : box.getWidth();
    this.height = lying ? box.getWidth() : box.getHeight();
    this.sight = new PdfSight(width, height, budget);
    this.toDisplay = display(box, page.getRotation());
    this.path = new PdfPath(toDisplay, budget);
    PdfOperators.register(this);
  }

  private static AffineTransform display(PDRectangle box, int rotation) {
    double x = box.getLowerLeftX();
    double y = box.getLowerLeftY();
    return switch (Math.floorMod(rotation, 360)) {
      case 90 -> new AffineTransform(0, 1, 1, 0, -y, -x);
      case 180 -> new AffineTransform(-1, 0, 0, 1, box.getUpperRightX(), -y);
      case 270 -> new AffineTransform(0, -1, -1, 0, box.getUpperRightY(), box.getUpperRightX());
      default -> new AffineTransform(1, 0, 0, -1, -x, box.getUpperRightY());
    };
  }

  /** What was seen of the page after it was processed. */
  PdfPage seen(int number) {
    return sight.page(number);
  }

  @Override
  public void processPage(PDPage page) throws IOException {
    List<COSStream> streams = new ArrayList<>();
    page.getContentStreams().forEachRemaining(stream -> streams.add(stream.getCOSObject()));
    contents.check(streams);
    super.processPage(page);
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    contents.check(List.of(form.getCOSObject()));
    super.showForm(form);
  }

  @Override
  public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
    contents.check(List.of(group.getCOSObject()));
    super.showTransparencyGroup(group);
  }

  @Override
  protected void processAnnotation(PDAnnotation annotation, PDAppearanceStream appearance)
      throws IOException {
    contents.check(List.of(appearance.getCOSObject()));
    super.processAnnotation(annotation, appearance);
  }

  @Override
  protected void processType3Stream(PDType3CharProc sign, Matrix at) throws IOException {
    contents.check(List.of(sign.getCOSObject()));
    super.processType3Stream(sign, at);
  }

  @Override
  public void saveGraphicsState() {
    if (getGraphicsStackSize() > STATES) {
      throw PdfBudget.tooLarge();
    }
    super.saveGraphicsState();
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    budget.operator();
    super.processOperator(operator, operands);
  }

  @Override
  protected void unsupportedOperator(Operator operator, List<COSBase> operands) {
    // nothing is seen of it
  }

  @Override
  protected void operatorException(Operator operator, List<COSBase> operands, IOException exception)
      throws IOException {
    if (exception instanceof EmptyGraphicsStackException
        || exception instanceof MissingResourceException
            && !operator.getName().equals(OperatorName.DRAW_OBJECT)
            && !operator.getName().equals(OperatorName.SET_FONT_AND_SIZE)) {
      // changes how something looks, not what is there
      return;
    }
    throw exception;
  }

  @Override
  public void beginMarkedContentSequence(
      @Nullable COSName tag, @Nullable COSDictionary properties) {
    boolean hides = COSName.OC.equals(tag) && layers.off(properties);
    hiddenMarks.push(hides);
    hiddenDepth += hides ? 1 : 0;
  }

  @Override
  public void endMarkedContentSequence() {
    if (!hiddenMarks.isEmpty() && hiddenMarks.pop()) {
      hiddenDepth--;
    }
  }

  boolean inHiddenLayer(COSDictionary object) {
    return hiddenDepth > 0 || layers.off(object.getCOSDictionary(COSName.OC));
  }

  // signs

  @Override
  protected void showGlyph(Matrix at, PDFont font, int code, Vector displacement)
      throws IOException {
    budget.sign();
    if (hiddenDepth > 0) {
      return;
    }
    PDGraphicsState state = getGraphicsState();
    double advance = font.isVertical() ? font.getWidth(code) / 1000.0 : displacement.getX();
    double body = 1;
    double rise = 0.3;
    if (font instanceof PDType3Font type3) {
      // glyphs of these fonts have a scale of their own
      double drawn =
          type3.getFontBBox() == null
              ? 0
              : type3.getFontBBox().getHeight() * Math.abs(font.getFontMatrix().getScaleY());
      body = drawn > 0.2 && drawn < 5 ? drawn : 1;
      rise = 0.3 * body;
    }
    Point2D origin = shown(at, 0, 0);
    Point2D end = shown(at, advance, 0);
    Point2D top = shown(at, 0, body);
    Point2D middle = shown(at, advance / 2, rise);
    double size = origin.distance(top);
    double length = origin.distance(end);
    if (!(size > 0.5) || size > 2000 || !Double.isFinite(length)) {
      return;
    }
    double reach = Math.max(Math.abs(advance), 0.01);
    Point2D ahead = shown(at, reach, 0);
    double dx = (ahead.getX() - origin.getX()) / (size * reach);
    double dy = (ahead.getY() - origin.getY()) / (size * reach);
    int turn = turn(dx, dy);
    if (turn < 0) {
      sight.slanted();
      return;
    }
    String text = PdfSigns.text(font, code);
    if (text.isEmpty()) {
      return;
    }
    sight.sign(text, middle, length, size, turn, seen(state, middle));
  }

  private boolean seen(PDGraphicsState state, Point2D middle) {
    if (middle.getX() < 0 || middle.getX() > width || middle.getY() < 0 || middle.getY() > height) {
      return false;
    }
    RenderingMode mode = state.getTextState().getRenderingMode();
    if (mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP) {
      return false;
    }
    if (!clip().contains(middle)) {
      return false;
    }
    if (mode.isFill() && state.getNonStrokeAlphaConstant() < 0.02) {
      return false;
    }
    double lightness =
        mode.isFill()
            ? PdfOperators.lightness(state.getNonStrokingColor())
            : PdfOperators.lightness(state.getStrokingColor());
    return !sight.hides(lightness, middle);
  }

  private Point2D shown(Matrix matrix, double x, double y) {
    Point2D.Double point =
        new Point2D.Double(
            x * matrix.getScaleX() + y * matrix.getShearX() + matrix.getTranslateX(),
            x * matrix.getShearY() + y * matrix.getScaleY() + matrix.getTranslateY());
    toDisplay.transform(point, point);
    return point;
  }

  private static int turn(double dx, double dy) {
    if (Math.abs(dy) < 0.1 * Math.abs(dx)) {
      return dx > 0 ? 0 : 2;
    }
    if (Math.abs(dx) < 0.1 * Math.abs(dy)) {
      return dy > 0 ? 1 : 3;
    }
    return -1;
  }

  // lines and areas

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
    path.moveTo(p0);
    path.lineTo(p1);
    path.lineTo(p2);
    path.lineTo(p3);
    path.close();
  }

  @Override
  public void moveTo(float x, float y) {
    path.moveTo(new Point2D.Double(x, y));
  }

  @Override
  public void lineTo(float x, float y) {
    path.lineTo(new Point2D.Double(x, y));
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    // corners of boxes may be round; what curves otherwise is no line of a table
    lineTo(x3, y3);
  }

  @Override
  public @Nullable Point2D getCurrentPoint() {
    return path.current();
  }

  @Override
  public void closePath() {
    path.close();
  }

  @Override
  public void clip(int windingRule) {
    clipping = true;
  }

  @Override
  public void endPath() {
    Path2D bounds = clipping ? path.bounds() : null;
    if (bounds != null) {
      // kept in what the page looks like, as only boxes are asked for
      getGraphicsState().intersectClippingPath(new java.awt.geom.GeneralPath(bounds));
    }
    clipping = false;
    path.clear();
  }

  @Override
  public void strokePath() {
    stroke();
    endPath();
  }

  @Override
  public void fillPath(int windingRule) {
    fill();
    endPath();
  }

  @Override
  public void fillAndStrokePath(int windingRule) {
    fill();
    stroke();
    endPath();
  }

  private void stroke() {
    if (!drawn() || getGraphicsState().getAlphaConstant() < 0.02) {
      return;
    }
    double lightness = PdfOperators.lightness(getGraphicsState().getStrokingColor());
    double thick = transformWidth(getGraphicsState().getLineWidth());
    for (List<Point2D> part : path.parts()) {
      for (int i = 1; i < part.size(); i++) {
        note(PdfShapes.segment(part.get(i - 1), part.get(i), thick), lightness);
      }
    }
  }

  private void fill() {
    if (!drawn() || getGraphicsState().getNonStrokeAlphaConstant() < 0.02) {
      return;
    }
    PDGraphicsState state = getGraphicsState();
    double lightness = PdfOperators.lightness(state.getNonStrokingColor());
    boolean opaque =
        state.getNonStrokeAlphaConstant() > 0.98
            && state.getSoftMask() == null
            && (state.getBlendMode() == null || state.getBlendMode().equals(BlendMode.NORMAL));
    List<Rectangle2D> frames = PdfShapes.frames(path.parts());
    for (Rectangle2D side : frames) {
      note(PdfShapes.thin(side, THICK), lightness);
    }
    if (!frames.isEmpty()) {
      return;
    }
    for (List<Point2D> part : path.parts()) {
      Rectangle2D box = PdfShapes.box(part);
      Rectangle2D shown = box.createIntersection(clip());
      if (shown.getWidth() < 0 || shown.getHeight() < 0) {
        continue;
      }
      RuledLine thin = PdfShapes.thin(shown, THICK);
      if (thin != null) {
        note(thin, lightness);
      } else if (opaque && PdfShapes.rectangular(part)) {
        sight.paint(shown, lightness);
      }
    }
  }

  private void note(@Nullable RuledLine rule, double lightness) {
    if (rule != null) {
      sight.rule(rule, clip(), lightness);
    }
  }

  private boolean drawn() {
    return hiddenDepth == 0 && !path.isDrawing();
  }

  @Override
  public void shadingFill(COSName shadingName) {
    // a background
  }

  // pictures

  @Override
  public void drawImage(PDImage image) {
    picture();
  }

  /** A picture stands in the unit square as it is transformed now. */
  void picture() {
    if (hiddenDepth > 0) {
      return;
    }
    Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
    List<Point2D> corners =
        List.of(shown(matrix, 0, 0), shown(matrix, 1, 0), shown(matrix, 1, 1), shown(matrix, 0, 1));
    Rectangle2D box = PdfShapes.box(corners).createIntersection(clip());
    if (box.getWidth() < 0 || box.getHeight() < 0) {
      return;
    }
    RuledLine thin = PdfShapes.thin(box, THICK);
    if (thin != null) {
      // some printers draw lines as pictures
      note(thin, 0);
      return;
    }
    sight.picture(box);
  }

  /** A state that clips further is another list: the same list grows only. */
  @SuppressWarnings("ReferenceEquality")
  private Rectangle2D clip() {
    List<Path2D> paths = getGraphicsState().getCurrentClippingPaths();
    if (paths == clipPaths && paths.size() == clipCount) {
      return clip;
    }
    boolean grown = paths == clipPaths && paths.size() > clipCount;
    Rectangle2D box = grown ? clip : new Rectangle2D.Double(0, 0, width, height);
    for (int i = grown ? clipCount : 0; i < paths.size(); i++) {
      Rectangle2D next = toDisplay.createTransformedShape(paths.get(i).getBounds2D()).getBounds2D();
      box = box.createIntersection(next);
    }
    clipPaths = paths;
    clipCount = paths.size();
    clip = box;
    return clip;
  }
}
