package org.gongkai.pdf;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.contentstream.operator.graphics.DrawObject;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.jspecify.annotations.Nullable;

/**
 * Operators that are carried out otherwise than for showing: pictures are not decoded, of colours
 * only the lightness is kept, without their profiles.
 */
final class PdfOperators {

  private static final float[] DARK = {0};

  private PdfOperators() {}

  static void register(PdfCanvas canvas) {
    canvas.addOperator(new Objects(canvas));
    canvas.addOperator(new InlineImage(canvas));
    for (String name :
        Set.of(
            OperatorName.NON_STROKING_GRAY,
            OperatorName.NON_STROKING_RGB,
            OperatorName.NON_STROKING_CMYK,
            OperatorName.NON_STROKING_COLOR,
            OperatorName.NON_STROKING_COLOR_N,
            OperatorName.NON_STROKING_COLORSPACE)) {
      canvas.addOperator(new Colour(canvas, name, false));
    }
    for (String name :
        Set.of(
            OperatorName.STROKING_COLOR_GRAY,
            OperatorName.STROKING_COLOR_RGB,
            OperatorName.STROKING_COLOR_CMYK,
            OperatorName.STROKING_COLOR,
            OperatorName.STROKING_COLOR_N,
            OperatorName.STROKING_COLORSPACE)) {
      canvas.addOperator(new Colour(canvas, name, true));
    }
  }

  /** From 0, black, to 1, white. What is not known counts as dark, as it is seen. */
  static double lightness(@Nullable PDColor colour) {
    if (colour == null || colour.getComponents().length == 0) {
      return 0;
    }
    float[] parts = colour.getComponents();
    return switch (parts.length) {
      case 1 -> parts[0];
      case 3 -> Math.min(parts[0], Math.min(parts[1], parts[2]));
      case 4 -> Math.max(0, 1 - Math.max(parts[0], Math.max(parts[1], parts[2])) - parts[3]);
      default -> 0;
    };
  }

  /** Draws forms; notes of pictures only where they stand. */
  private static final class Objects extends OperatorProcessor {

    /** Forms within forms beyond any that programs make. */
    private static final int DEEPEST = 12;

    /** One is its name; what stands beside it is kept as long as the form is drawn. */
    private static final int OPERANDS = 16;

    private final DrawObject forms;
    private final PdfCanvas canvas;

    Objects(PdfCanvas canvas) {
      super(canvas);
      this.canvas = canvas;
      this.forms = new DrawObject(canvas);
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
      if (operands.isEmpty()
          || operands.size() > OPERANDS
          || !(operands.get(0) instanceof COSName name)) {
        throw new IOException("Object without a name");
      }
      COSBase object = entry(canvas.getResources(), COSName.XOBJECT, name);
      if (!(object instanceof COSStream stream)) {
        throw new IOException("Object that is not there");
      }
      if (canvas.inHiddenLayer(stream)) {
        return;
      }
      if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
        canvas.picture();
        return;
      }
      if (canvas.getLevel() > DEEPEST) {
        throw new IOException("Forms within forms without end");
      }
      forms.process(operator, operands);
    }

    @Override
    public String getName() {
      return OperatorName.DRAW_OBJECT;
    }
  }

  private static final class InlineImage extends OperatorProcessor {

    private final PdfCanvas canvas;

    InlineImage(PdfCanvas canvas) {
      super(canvas);
      this.canvas = canvas;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) {
      canvas.picture();
    }

    @Override
    public String getName() {
      return OperatorName.BEGIN_INLINE_IMAGE;
    }
  }

  /** Sets a colour, or the space of the colours to come. */
  private static final class Colour extends OperatorProcessor {

    private final PdfCanvas canvas;
    private final String name;
    private final boolean strokes;

    Colour(PdfCanvas canvas, String name, boolean strokes) {
      super(canvas);
      this.canvas = canvas;
      this.name = name;
      this.strokes = strokes;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) {
      boolean space =
          name.equals(OperatorName.NON_STROKING_COLORSPACE)
              || name.equals(OperatorName.STROKING_COLORSPACE);
      if (space) {
        set(initial(operands));
        return;
      }
      float[] parts = new float[operands.size()];
      for (int i = 0; i < parts.length; i++) {
        parts[i] = operands.get(i) instanceof COSNumber number ? number.floatValue() : Float.NaN;
      }
      set(colour(parts, operator.getName()));
    }

    private PDColor colour(float[] parts, String operator) {
      for (float part : parts) {
        if (Float.isNaN(part)) {
          return new PDColor(DARK, PDDeviceGray.INSTANCE);
        }
      }
      boolean ofSpace = operator.toLowerCase(java.util.Locale.ROOT).startsWith("sc");
      PDColorSpace space =
          strokes
              ? canvas.getGraphicsState().getStrokingColorSpace()
              : canvas.getGraphicsState().getNonStrokingColorSpace();
      if (ofSpace && parts.length == 1 && PDDeviceCMYK.INSTANCE.equals(space)) {
        // the amount of one ink: none is white
        return new PDColor(new float[] {1 - parts[0]}, PDDeviceCMYK.INSTANCE);
      }
      return switch (parts.length) {
        case 1 -> new PDColor(parts, PDDeviceGray.INSTANCE);
        case 3 -> new PDColor(parts, PDDeviceRGB.INSTANCE);
        case 4 -> new PDColor(parts, PDDeviceCMYK.INSTANCE);
        default -> new PDColor(DARK, PDDeviceGray.INSTANCE);
      };
    }

    private PDColor initial(List<COSBase> operands) {
      COSBase space = operands.isEmpty() ? null : operands.get(0);
      if (space instanceof COSName known) {
        COSBase named = entry(canvas.getResources(), COSName.COLORSPACE, known);
        space = named == null ? known : named;
      }
      String kind =
          space instanceof COSName direct
              ? direct.getName()
              : space instanceof COSArray array
                      && array.size() > 0
                      && array.getObject(0) instanceof COSName first
                  ? first.getName()
                  : "";
      // of inks of their own the first colour is full; elsewhere it is black
      return kind.equals("Separation") || kind.equals("DeviceN")
          ? new PDColor(DARK, PDDeviceCMYK.INSTANCE)
          : new PDColor(DARK, PDDeviceGray.INSTANCE);
    }

    private void set(PDColor colour) {
      PDColorSpace space = colour.getColorSpace();
      if (strokes) {
        canvas.getGraphicsState().setStrokingColorSpace(space);
        canvas.getGraphicsState().setStrokingColor(colour);
      } else {
        canvas.getGraphicsState().setNonStrokingColorSpace(space);
        canvas.getGraphicsState().setNonStrokingColor(colour);
      }
    }

    @Override
    public String getName() {
      return name;
    }
  }

  private static @Nullable COSBase entry(
      @Nullable PDResources resources, COSName kind, COSName name) {
    COSDictionary entries =
        resources == null ? null : resources.getCOSObject().getCOSDictionary(kind);
    return entries == null ? null : entries.getDictionaryObject(name);
  }
}
