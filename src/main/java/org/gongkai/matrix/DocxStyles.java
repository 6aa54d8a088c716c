package org.gongkai.matrix;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What styles of a Word file say of text: headings, numbers of lists, what is hidden. */
final class DocxStyles {

  /** More steps from style to style than Word allows. */
  private static final int STEPS = 12;

  private final Map<String, XmlNode> styles = new HashMap<>();
  private @Nullable String paragraph;

  static DocxStyles of(@Nullable XmlNode root) {
    DocxStyles styles = new DocxStyles();
    if (root != null) {
      for (XmlNode node : root.children()) {
        String id = node.attribute("w:styleId");
        if (node.is("w:style") && id != null) {
          styles.styles.put(id, node);
          boolean standard = "1".equals(node.attribute("w:default"));
          if (standard && "paragraph".equals(node.attribute("w:type"))) {
            styles.paragraph = id;
          }
        }
      }
    }
    return styles;
  }

  /** The style of a paragraph, or the one of the file. */
  @Nullable String of(@Nullable XmlNode properties, String element) {
    String own = properties == null ? null : properties.value(element);
    return own == null && element.equals("w:pStyle") ? paragraph : own;
  }

  /** The nearest style, from this one upwards, that says this of paragraphs or of text. */
  @Nullable String with(@Nullable String style, String... way) {
    String id = style;
    for (int i = 0; i < STEPS && id != null; i++) {
      XmlNode node = styles.get(id);
      if (node == null) {
        return null;
      }
      if (node.at(way) != null) {
        return id;
      }
      id = node.value("w:basedOn");
    }
    return null;
  }

  @Nullable XmlNode at(@Nullable String style, String... way) {
    XmlNode node = style == null ? null : styles.get(style);
    return node == null ? null : node.at(way);
  }

  boolean hides(@Nullable String style) {
    String says = with(style, "w:rPr", "w:vanish");
    XmlNode properties = at(says, "w:rPr");
    return properties != null && properties.on("w:vanish");
  }

  boolean heading(@Nullable XmlNode properties, @Nullable String style) {
    String level = properties == null ? null : properties.value("w:outlineLvl");
    if (level == null) {
      XmlNode named = at(with(style, "w:pPr", "w:outlineLvl"), "w:pPr");
      level = named == null ? null : named.value("w:outlineLvl");
    }
    if (level != null) {
      return DocxNumbering.number(level, 9) < 9;
    }
    XmlNode node = at(style);
    String name = node == null ? null : node.value("w:name");
    return name != null && name.toLowerCase(Locale.ROOT).matches("(heading|标题) ?\\d|title|标题");
  }
}
