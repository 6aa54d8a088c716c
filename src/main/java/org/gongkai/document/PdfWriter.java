package org.gongkai.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * Makes a PDF of the web page of a paper. It is made by a thread of its own, with a deadline, so
 * that whoever asks for many holds up nobody but those who want PDFs. Nothing is fetched for it.
 */
@Singleton
class PdfWriter {

  private static final Text BUSY =
      new Text(
          "正在生成的 PDF 过多，请稍后重试，或改用其他格式。",
          "Too many PDFs are being made; try again soon, or take another format.");
  private static final Text SLOW =
      new Text("PDF 在限定时间内没有生成，请改用其他格式。", "The PDF was not made in time; take another format.");

  private static final Text TOO_LONG =
      new Text(
          "段落和单元格的行合计超过 %s，不能生成 PDF，请改用其他格式。",
          "It has more than %s paragraphs and lines of cells, too many for a PDF; take another"
              + " format.");

  /**
   * Paragraphs and lines of cells, each of which the library makes many objects of: ten times as
   * many take all memory of the service. A report of a province has some 1,000.
   */
  static final int MOST_BLOCKS = 10_000;

  /** So many may wait for their turn. */
  private static final int WAITING = 8;

  private static final String PICTURE = "data:image/png;base64,";
  private static final String SOON = "10";
  private static final String DISALLOW_DOCTYPE =
      "http://apache.org/xml/features/disallow-doctype-decl";

  static {
    XRLog.setLoggingEnabled(false);
  }

  private final PaperFonts fonts;
  private final Duration timeout;
  private final ExecutorService makers;

  @Inject
  PdfWriter(PaperFonts fonts, DocumentSettings settings) {
    this(fonts, settings.timeout(), settings.maxConcurrent());
  }

  PdfWriter(PaperFonts fonts, Duration timeout, int maxConcurrent) {
    this.fonts = fonts;
    this.timeout = timeout;
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            maxConcurrent,
            maxConcurrent,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("pdf-", 0).factory());
    pool.allowCoreThreadTimeOut(true);
    this.makers = pool;
  }

  @PreDestroy
  void stop() {
    makers.shutdownNow();
  }

  byte[] bytes(Paper paper) {
    if (blocks(paper) > MOST_BLOCKS) {
      throw ProblemException.of(
          ProblemType.NOT_ACCEPTABLE, TOO_LONG.with(Integer.toString(MOST_BLOCKS)));
    }
    return inTime(() -> made(paper));
  }

  private static long blocks(Paper paper) {
    return paper.pieces().stream()
        .mapToLong(
            piece ->
                piece instanceof PaperGrid grid
                    ? grid.cells().stream()
                        .mapToLong(cell -> Math.max(1, cell.text().lines().count()))
                        .sum()
                    : 1)
        .sum();
  }

  /** Made by its own thread, or not at all. */
  @SuppressWarnings("UnusedException") // they say no more than we do
  private <T> T inTime(Supplier<T> making) {
    Future<T> made;
    try {
      made = makers.submit(making::get);
    } catch (RejectedExecutionException e) {
      throw busy(BUSY);
    }
    try {
      return made.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      made.cancel(true);
      throw busy(SLOW);
    } catch (InterruptedException e) {
      made.cancel(true);
      Thread.currentThread().interrupt();
      throw busy(BUSY);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ProblemException problem) {
        throw problem;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static ProblemException busy(Text why) {
    return ProblemException.of(ProblemType.SERVICE_UNAVAILABLE, why)
        .withHeader("Retry-After", SOON);
  }

  private byte[] made(Paper paper) {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    HtmlWriter.write(paper, true, page);
    PaperFonts.Fonts used = fonts.of(signs(paper));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PdfRendererBuilder pdf = new PdfRendererBuilder();
      pdf.useFont(
          () -> new ByteArrayInputStream(used.text()), "paper", 400, FontStyle.NORMAL, false);
      pdf.useFont(
          () -> new ByteArrayInputStream(used.headings()),
          "paper-heading",
          400,
          FontStyle.NORMAL,
          false);
      // the page names nothing to fetch but has a picture within; were it to, nothing would be
      pdf.useUriResolver((base, uri) -> uri.startsWith(PICTURE) ? uri : null);
      for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
        pdf.useExternalResourceAccessControl((uri, type) -> uri.startsWith(PICTURE), when);
      }
      pdf.withW3cDocument(parsed(page.toByteArray()), "");
      pdf.toStream(out).run();
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private static Document parsed(byte[] page)
      throws IOException, SAXException, ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature(DISALLOW_DOCTYPE, true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setXIncludeAware(false);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(page));
  }

  /** All signs of a paper, and those of page numbers. */
  private static Set<Integer> signs(Paper paper) {
    Set<Integer> signs = new TreeSet<>();
    for (int sign = ' '; sign < 0x7F; sign++) {
      signs.add(sign);
    }
    add("—\u00A0\uFFFD" + paper.title(), signs);
    for (Paper.Piece piece : paper.pieces()) {
      switch (piece) {
        case Paper.Words words -> add(words.text(), signs);
        case PaperGrid grid -> {
          add(grid.caption(), signs);
          grid.cells().forEach(cell -> add(cell.text(), signs));
        }
      }
    }
    if (paper.proof() != null) {
      paper.proof().lines().forEach(line -> add(line, signs));
    }
    return signs;
  }

  private static void add(String text, Set<Integer> signs) {
    PrintedXml.writable(text).codePoints().filter(c -> c >= ' ').forEach(signs::add);
  }
}
