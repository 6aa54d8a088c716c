package org.gongkai.matrix;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An element of a part of an office file. Names have the prefixes that are usual for their
 * namespaces, whatever the file says, and the same ones for the strict and the transitional
 * standard.
 */
final class XmlNode {

  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"),
          Map.entry("http://purl.oclc.org/ooxml/wordprocessingml/main", "w"),
          Map.entry("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "s"),
          Map.entry("http://purl.oclc.org/ooxml/spreadsheetml/main", "s"),
          Map.entry("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"),
          Map.entry("http://purl.oclc.org/ooxml/officeDocument/relationships", "r"),
          Map.entry("http://schemas.openxmlformats.org/officeDocument/2006/math", "m"),
          Map.entry("http://purl.oclc.org/ooxml/officeDocument/math", "m"),
          Map.entry("http://schemas.openxmlformats.org/drawingml/2006/main", "a"),
          Map.entry("http://purl.oclc.org/ooxml/drawingml/main", "a"),
          Map.entry("http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"),
          Map.entry("http://schemas.openxmlformats.org/package/2006/relationships", "rel"),
          Map.entry("http://schemas.openxmlformats.org/package/2006/content-types", "ct"),
          Map.entry("urn:schemas-microsoft-com:vml", "v"),
          Map.entry("http://schemas.microsoft.com/office/word/2010/wordml", "w14"));

  private static final int NODES_BETWEEN_CHECKS = 1023;

  private final String name;
  private final String[] attributes;
  private final List<XmlNode> children = new ArrayList<>(2);
  private String text = "";

  private XmlNode(String name, String[] attributes) {
    this.name = name;
    this.attributes = attributes;
  }

  String name() {
    return name;
  }

  boolean is(String other) {
    return name.equals(other);
  }

  List<XmlNode> children() {
    return children;
  }

  /** The text that stands directly in it. */
  String text() {
    return text;
  }

  @Nullable String attribute(String attribute) {
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i].equals(attribute)) {
        return attributes[i + 1];
      }
    }
    return null;
  }

  /** The first child of this name. */
  @Nullable XmlNode child(String child) {
    for (XmlNode node : children) {
      if (node.is(child)) {
        return node;
      }
    }
    return null;
  }

  /** The first descendant by this way of names. */
  @Nullable XmlNode at(String... way) {
    XmlNode node = this;
    for (String step : way) {
      node = node.child(step);
      if (node == null) {
        return null;
      }
    }
    return node;
  }

  /** The value of a child that holds nothing else, as {@code <w:gridSpan w:val="2"/>}. */
  @Nullable String value(String... way) {
    XmlNode node = at(way);
    return node == null ? null : node.attribute("w:val");
  }

  /** Whether a switch is on: it is there, and does not say that it is off. */
  boolean on(String... way) {
    XmlNode node = at(way);
    if (node == null) {
      return false;
    }
    String value = node.attribute("w:val");
    return value == null || !(value.equals("0") || value.equals("false") || value.equals("off"));
  }

  static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    // Without a reporter, the parser writes what it finds wrong to the console.
    factory.setXMLReporter((message, type, information, location) -> {});
    factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
    return factory;
  }

  static String prefixed(@Nullable String namespace, String local) {
    if (namespace == null || namespace.isEmpty()) {
      return local;
    }
    String prefix = PREFIXES.get(namespace);
    return prefix == null ? "other:" + local : prefix + ":" + local;
  }

  /** Reads a part whole. */
  static XmlNode parse(InputStream part) throws UnreadableFile {
    Deque<XmlNode> open = new ArrayDeque<>();
    Deque<StringBuilder> texts = new ArrayDeque<>();
    XmlNode root = null;
    int nodes = 0;
    try {
      XMLStreamReader in = factory().createXMLStreamReader(part);
      while (in.hasNext()) {
        switch (in.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            nodes++;
            if ((nodes & NODES_BETWEEN_CHECKS) == 0) {
              ReadingLimits.check();
            }
            if (nodes > ReadingLimits.ELEMENTS || open.size() >= ReadingLimits.XML_DEPTH) {
              throw ReadingLimits.tooLarge(
                  "文件内部结构过大或嵌套过深", "The file's inner structure is too large or too deep");
            }
            XmlNode node = start(in);
            XmlNode parent = open.peek();
            if (parent == null) {
              root = node;
            } else {
              parent.children.add(node);
            }
            open.push(node);
            texts.push(new StringBuilder(0));
          }
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            StringBuilder text = texts.peek();
            if (text != null) {
              text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
            }
          }
          case XMLStreamConstants.END_ELEMENT -> open.pop().text = texts.pop().toString();
          // Comments and instructions say nothing that is printed.
          default -> refuseEntities(in.getEventType());
        }
      }
    } catch (XMLStreamException e) {
      throw ReadingLimits.broken("文件内部XML损坏", "The XML inside the file is broken").from(e);
    }
    if (root == null) {
      throw ReadingLimits.broken("文件内部XML为空", "The XML inside the file is empty");
    }
    return root;
  }

  /** No part of an office file has a document type; one that has wants to do harm. */
  static void refuseEntities(int event) throws UnreadableFile {
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw ReadingLimits.broken(
          "文件内部含有实体声明，不予读取", "The file declares entities inside and is not read");
    }
  }

  private static XmlNode start(XMLStreamReader in) {
    String[] attributes = new String[in.getAttributeCount() * 2];
    for (int i = 0; i < attributes.length; i += 2) {
      attributes[i] = prefixed(in.getAttributeNamespace(i / 2), in.getAttributeLocalName(i / 2));
      attributes[i + 1] = in.getAttributeValue(i / 2);
    }
    return new XmlNode(prefixed(in.getNamespaceURI(), in.getLocalName()), attributes);
  }
}
