package org.gongkai.form;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All editions of the form, and the codes that they share. */
public final class Forms {

  /** Units that an amount may be stated in, where the form prints none. */
  public static final List<String> STATED_UNITS = List.of("yuan", "wanyuan");

  /** Stands between the path of a cell and the unit that a report states for it. */
  public static final String UNIT_MARK = "@";

  private record Index(List<String> editions) {}

  private record Lists(List<Choice> channels, List<Choice> units) {}

  private final Map<String, Form> editions;
  private final Map<String, Choice> channels;
  private final Map<String, Choice> units;

  private Forms(List<Form> forms, Lists lists) {
    Map<String, Form> byEdition = new LinkedHashMap<>();
    forms.forEach(f -> byEdition.put(f.edition(), f));
    this.editions = Collections.unmodifiableMap(byEdition);
    this.channels = byId(lists.channels());
    this.units = byId(lists.units());
  }

  /** Reads the files of {@code forms/}; fails where one of them contradicts itself. */
  public static Forms load() {
    List<Form> forms =
        read("index.yaml", Index.class).editions().stream()
            .map(
                edition -> {
                  String name = edition + ".yaml";
                  try (InputStream file = open(name)) {
                    return FormFile.read(name, file);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                })
            .toList();
    return new Forms(forms, read("channels.yaml", Lists.class));
  }

  public Optional<Form> form(String edition) {
    return Optional.ofNullable(editions.get(edition));
  }

  /** An edition that is known to exist, because a stored report follows it. */
  public Form known(String edition) {
    return form(edition).orElseThrow(() -> new IllegalStateException("no edition " + edition));
  }

  /** Oldest first. */
  public Collection<Form> all() {
    return editions.values();
  }

  /** The edition that was in force for a report year; the oldest one for years before it. */
  public Form inForce(int year) {
    Form inForce = null;
    for (Form form : editions.values()) {
      if (inForce == null || form.firstYear() <= year) {
        inForce = form;
      }
    }
    return inForce;
  }

  /**
   * What rollups add, each once, in the order of the forms: the leaf cells of all editions, and
   * those that a report states the unit of once for each unit, since different units are never
   * added.
   */
  public Set<String> summands() {
    Set<String> summands = new LinkedHashSet<>();
    for (Form form : editions.values()) {
      for (Section section : form.sections().values()) {
        for (Cell cell : section.cells().values()) {
          if (cell.leaf()) {
            summands.add(cell.path());
            if (cell.column().statedUnit()) {
              STATED_UNITS.forEach(unit -> summands.add(cell.path() + UNIT_MARK + unit));
            }
          }
        }
      }
    }
    return summands;
  }

  /** Channels of publication by code. */
  public Map<String, Choice> channels() {
    return channels;
  }

  /** Units of publication by code. Counts of different units are never added. */
  public Map<String, Choice> units() {
    return units;
  }

  private static Map<String, Choice> byId(List<Choice> choices) {
    Map<String, Choice> byId = new LinkedHashMap<>();
    choices.forEach(c -> byId.put(c.id(), c));
    return Collections.unmodifiableMap(byId);
  }

  private static <T> T read(String name, Class<T> type) {
    try (InputStream file = open(name)) {
      return new YAMLMapper().readValue(file, type);
    } catch (IOException e) {
      throw new ContradictoryForm(name, e.getMessage());
    }
  }

  private static InputStream open(String name) {
    InputStream file = Forms.class.getResourceAsStream("/forms/" + name);
    if (file == null) {
      throw new ContradictoryForm(name, "is missing");
    }
    return file;
  }
}
