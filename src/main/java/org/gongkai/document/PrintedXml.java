package org.gongkai.document;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes XML as it is needed here: elements with attributes, and text of which XML can hold every
 * sign. What no XML can hold (U+0001, half of a pair) is written as U+FFFD, so that a reader sees
 * that something stood there.
 */
final class PrintedXml implements AutoCloseable {

  /** The JDK's own, whatever else lies on the class path. */
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private static final int UNKNOWN = 0xFFFD;

  private final Writer out;
  private final XMLStreamWriter xml;

  PrintedXml(OutputStream out) {
    this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    this.xml = made(() -> FACTORY.createXMLStreamWriter(this.out));
  }

  /** Says that it is XML; not for web pages. */
  PrintedXml declaration() {
    return done(() -> xml.writeStartDocument("UTF-8", "1.0"));
  }

  PrintedXml doctype(String doctype) {
    return done(() -> xml.writeDTD(doctype));
  }

  /**
   * Begins an element.
   *
   * @param attributes names and values by turns
   */
  PrintedXml open(String name, String... attributes) {
    return done(
        () -> {
          xml.writeStartElement(name);
          attributes(attributes);
        });
  }

  /** An element with nothing in it. */
  PrintedXml empty(String name, String... attributes) {
    return done(
        () -> {
          xml.writeEmptyElement(name);
          attributes(attributes);
        });
  }

  PrintedXml text(String text) {
    return done(() -> xml.writeCharacters(writable(text)));
  }

  PrintedXml close(int elements) {
    return done(
        () -> {
          for (int i = 0; i < elements; i++) {
            // the text makes sure that an element without content is not written as <td/>
            xml.writeCharacters("");
            xml.writeEndElement();
          }
        });
  }

  @Override
  public void close() {
    done(
        () -> {
          xml.writeEndDocument();
          xml.flush();
        });
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], writable(attributes[i + 1]));
    }
  }

  static String writable(String text) {
    return text.codePoints().allMatch(PrintedXml::isWritable)
        ? text
        : text.codePoints()
            .map(c -> isWritable(c) ? c : UNKNOWN)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  /** The signs of XML 1.0, less those that are no characters. */
  private static boolean isWritable(int c) {
    return c == '\t'
        || c == '\r'
        || c == '\n'
        || c >= 0x20 && c < 0x7F
        || c > 0x9F && c < 0xD800
        || c > 0xDFFF && c < 0xFFFE
        || c > 0xFFFF && (c & 0xFFFE) != 0xFFFE;
  }

  private interface Step {
    void run() throws XMLStreamException;
  }

  private interface Making<T> {
    T make() throws XMLStreamException;
  }

  private PrintedXml done(Step step) {
    made(
        () -> {
          step.run();
          return this;
        });
    return this;
  }

  private static <T> T made(Making<T> making) {
    try {
      return making.make();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }
}
