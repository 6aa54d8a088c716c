package org.gongkai.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which modules of the page import which, as their text says. */
final class PageModules {

  private static final String START = "start.js";
  private static final String VIEWS = "views.js";

  private static final Pattern IMPORT = Pattern.compile("from '\\./([^']+)'");
  private static final Pattern VIEW =
      Pattern.compile("(?m)^  '?([a-z-]*)'?: \\{ load: \\(\\) => import\\('\\./([^']+)'\\)");

  private final Map<String, byte[]> files;
  private final Map<String, String> modulesOfViews = new TreeMap<>();

  PageModules(Map<String, byte[]> files) {
    this.files = files;
    Matcher views = VIEW.matcher(text(VIEWS));
    while (views.find()) {
      modulesOfViews.put(views.group(1), views.group(2));
    }
  }

  Set<String> views() {
    return modulesOfViews.keySet();
  }

  /**
   * All modules that are read before a view is drawn; of a view that is none, those of the start.
   */
  Set<String> neededBy(String view) {
    Set<String> needed = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(START);
    open.add(modulesOfViews.getOrDefault(view, START));
    while (!open.isEmpty()) {
      String module = open.remove();
      if (files.containsKey(module) && needed.add(module)) {
        Matcher imports = IMPORT.matcher(text(module));
        while (imports.find()) {
          open.add(imports.group(1));
        }
      }
    }
    return needed;
  }

  private String text(String module) {
    byte[] content = files.get(module);
    return content == null ? "" : new String(content, StandardCharsets.UTF_8);
  }
}
