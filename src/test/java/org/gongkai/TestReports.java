package org.gongkai;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Reports of tests beside those of Surefire, in its format: a file for each class. */
final class TestReports implements TestExecutionListener {

  private static final Path REPORTS = Path.of("target", "surefire-reports");

  private record Case(String name, double seconds, TestExecutionResult result) {}

  private final Map<String, Instant> begun = new ConcurrentHashMap<>();
  private final Map<String, List<Case>> cases = new LinkedHashMap<>();

  @Override
  public void executionStarted(TestIdentifier test) {
    begun.put(test.getUniqueId(), Instant.now());
  }

  @Override
  public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
    test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .filter(method -> test.isTest())
        .ifPresent(
            method ->
                cases
                    .computeIfAbsent(method.getClassName(), name -> new ArrayList<>())
                    .add(new Case(test.getLegacyReportingName(), seconds(test), result)));
  }

  private double seconds(TestIdentifier test) {
    return Duration.between(begun.get(test.getUniqueId()), Instant.now()).toMillis() / 1000.0;
  }

  @Override
  public synchronized void testPlanExecutionFinished(TestPlan plan) {
    try {
      Files.createDirectories(REPORTS);
      for (Map.Entry<String, List<Case>> of : cases.entrySet()) {
        try (Writer file =
            Files.newBufferedWriter(REPORTS.resolve("TEST-" + of.getKey() + ".xml"))) {
          write(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(file), of);
        }
      }
    } catch (IOException | XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(XMLStreamWriter xml, Map.Entry<String, List<Case>> of)
      throws XMLStreamException {
    List<Case> all = of.getValue();
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", of.getKey());
    xml.writeAttribute("time", time(all.stream().mapToDouble(Case::seconds).sum()));
    xml.writeAttribute("tests", Integer.toString(all.size()));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", count(all, TestExecutionResult.Status.ABORTED));
    xml.writeAttribute("failures", count(all, TestExecutionResult.Status.FAILED));
    for (Case one : all) {
      xml.writeStartElement("testcase");
      xml.writeAttribute("name", one.name());
      xml.writeAttribute("classname", of.getKey());
      xml.writeAttribute("time", time(one.seconds()));
      switch (one.result().getStatus()) {
        case FAILED -> write(xml, "failure", one.result());
        case ABORTED -> write(xml, "skipped", one.result());
        case SUCCESSFUL -> {
          // nothing more to say
        }
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private static void write(XMLStreamWriter xml, String element, TestExecutionResult result)
      throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("message", readable(result.getThrowable().map(Throwable::toString)));
    xml.writeEndElement();
  }

  /** What XML has no signs for is left out. */
  private static String readable(java.util.Optional<String> message) {
    return message.orElse("").replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD]", "");
  }

  private static String count(List<Case> cases, TestExecutionResult.Status status) {
    return Long.toString(cases.stream().filter(c -> c.result().getStatus() == status).count());
  }

  private static String time(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }
}
