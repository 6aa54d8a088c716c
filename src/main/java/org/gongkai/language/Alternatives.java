package org.gongkai.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a pattern chooses between. At a sign of a text only those can be found that begin with that
 * sign, which are a few of a hundred.
 */
final class Alternatives {

  private static final String NEVER = "(?!)";
  private static final Pattern NAME = Pattern.compile("\\(\\?<([a-zA-Z]+)>");

  /** One of them, in a group with a name, or in none. */
  private record One(String group, String words, Pattern beginning) {}

  private final List<One> all = new ArrayList<>();
  private final Set<String> names = new LinkedHashSet<>();
  private final Map<String, Pattern> compiled = new LinkedHashMap<>();

  /** By sign, those that can begin with it. */
  private final Map<Character, List<One>> bySign = new HashMap<>();

  Alternatives(String written) {
    NAME.matcher(written).results().forEach(name -> names.add(name.group(1)));
    add("", written);
  }

  /** The pattern of those that can begin with a sign; null where none can. */
  @Nullable Pattern beginningWith(char sign) {
    StringBuilder some = new StringBuilder();
    String group = "";
    List<One> its = beginning(all, Character.toString(sign));
    for (One alternative : its) {
      boolean goesOn = !group.isEmpty() && group.equals(alternative.group());
      if (!goesOn && !group.isEmpty()) {
        some.append(')');
      }
      some.append(some.isEmpty() ? "" : "|");
      if (!goesOn && !alternative.group().isEmpty()) {
        some.append("(?<").append(alternative.group()).append('>');
      }
      some.append(alternative.words());
      group = alternative.group();
    }
    if (some.isEmpty()) {
      return null;
    }
    bySign.put(sign, its);
    some.append(group.isEmpty() ? "" : ")");
    for (String name : names) {
      if (some.indexOf("(?<" + name + ">") < 0) {
        some.append("|(?<").append(name).append('>').append(NEVER).append(')');
      }
    }
    return compiled.computeIfAbsent(some.toString(), Pattern::compile);
  }

  /** Whether one of them can begin with two signs, as far as these tell. */
  boolean canBegin(char sign, char next) {
    String two = new String(new char[] {sign, next});
    return !beginning(bySign.getOrDefault(sign, List.of()), two).isEmpty();
  }

  /** Of some, those that can begin with these signs. */
  private static List<One> beginning(List<One> some, String signs) {
    List<One> its = new ArrayList<>();
    for (One alternative : some) {
      Matcher matcher = alternative.beginning().matcher(signs);
      if (matcher.lookingAt() || matcher.hitEnd()) {
        its.add(alternative);
      }
    }
    return its;
  }

  private void add(String group, String words) {
    for (String one : split(words)) {
      Matcher name = NAME.matcher(one);
      if (name.lookingAt() && end(one, 0) == one.length() && group.isEmpty()) {
        add(name.group(1), one.substring(name.end(), one.length() - 1));
      } else if (one.startsWith("(?:") && end(one, 0) == one.length()) {
        add(group, one.substring(3, one.length() - 1));
      } else {
        all.add(new One(group, one, Pattern.compile(beginning(one))));
      }
    }
  }

  /** Without what must stand before: a single sign has nothing before it. */
  private static String beginning(String one) {
    String rest = one;
    while (rest.startsWith("(?<=") || rest.startsWith("(?<!")) {
      rest = rest.substring(end(rest, 0));
    }
    return rest;
  }

  private static List<String> split(String words) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < words.length(); ) {
      if (words.charAt(at) == '|') {
        parts.add(words.substring(from, at));
        from = ++at;
      } else {
        at = end(words, at);
      }
    }
    parts.add(words.substring(from));
    return parts;
  }

  /** Behind a sign, a class of signs or a group. */
  private static int end(String words, int from) {
    return switch (words.charAt(from)) {
      case '\\' -> words.startsWith("\\Q", from) ? words.indexOf("\\E", from) + 2 : from + 2;
      case '[' -> {
        int at = from + 1;
        while (words.charAt(at) != ']') {
          at =
              words.charAt(at) == '[' ? end(words, at) : words.charAt(at) == '\\' ? at + 2 : at + 1;
        }
        yield at + 1;
      }
      case '(' -> {
        int at = from + 1;
        while (words.charAt(at) != ')') {
          at = end(words, at);
        }
        yield at + 1;
      }
      default -> from + 1;
    };
  }
}
