package org.gongkai.form;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.gongkai.problem.Text;
import org.gongkai.rule.WrittenRule;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads an edition's file into a form, or says where the file is wrong. */
final class FormFile {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** In bytes; the longest of ours has a twentieth. The parser takes long for one endless value. */
  private static final int LONGEST = 1_000_000;

  /** What editions include, as it was read last: each of them includes the same file. */
  private static final Map<String, Included> INCLUDED = new ConcurrentHashMap<>();

  private record Included(byte[] yaml, YamlNode tree) {}

  private FormFile() {}

  /** The file as it is written. */
  private record Written(
      String edition,
      int version,
      String document,
      int firstYear,
      Integer lastYear,
      Text title,
      List<WrittenSection> sections,
      List<Part> narrative,
      List<WrittenRule> rules) {}

  private record WrittenSection(
      String id,
      Text title,
      Text note,
      List<Column> columns,
      List<Row> rows,
      @Nullable TableLayout print) {}

  /**
   * Reads a form, with what its file includes.
   *
   * @param name what to call the file when it is wrong
   * @param included gives the bytes of a file by its name; null where there is none
   * @throws ContradictoryForm where the file is unreadable, incomplete or contradicts itself
   */
  static Form read(String name, byte[] yaml, Function<String, byte @Nullable []> included) {
    YamlNode tree = whole(name, yaml, included);
    try {
      Form form = form(name, read(name, tree, Written.class));
      new FormCheck(name, form).run();
      return form;
    } catch (ContradictoryForm wrong) {
      throw traced(wrong, tree);
    }
  }

  /** The same, with the file and the line where that stands, if an included file says it. */
  static ContradictoryForm traced(
      ContradictoryForm wrong, byte[] yaml, Function<String, byte @Nullable []> included) {
    return traced(wrong, whole(wrong.file(), yaml, included));
  }

  private static ContradictoryForm traced(ContradictoryForm wrong, YamlNode tree) {
    YamlNode.Origin origin = tree.origin(wrong.place());
    return origin.file().equals(wrong.file()) ? wrong : wrong.from(origin);
  }

  /** The file with what it includes written out. */
  static YamlNode whole(String name, byte[] yaml, Function<String, byte @Nullable []> included) {
    return Inclusion.resolve(
        name,
        tree(name, yaml),
        file -> {
          byte @Nullable [] bytes = included.apply(file);
          return bytes == null ? null : treeOfIncluded(file, bytes);
        });
  }

  private static YamlNode treeOfIncluded(String file, byte[] yaml) {
    return INCLUDED
        .compute(
            file,
            (name, last) ->
                last != null && Arrays.equals(last.yaml(), yaml)
                    ? last
                    : new Included(yaml, tree(name, yaml)))
        .tree();
  }

  /** The file that this one includes. */
  static Optional<String> included(String name, byte[] yaml) {
    return Optional.ofNullable(Inclusion.nameIn(name, tree(name, yaml)));
  }

  /** Reads any file of {@code forms/}: no key unknown, none twice. */
  static <T> T read(String name, byte[] yaml, Class<T> type) {
    return read(name, tree(name, yaml), type);
  }

  private static <T> T read(String name, YamlNode tree, Class<T> type) {
    try {
      T read = YAML.treeToValue(tree.json(), type);
      if (read == null) {
        throw new ContradictoryForm(name, "line:1", "the file is empty");
      }
      return read;
    } catch (JsonProcessingException e) {
      throw YamlFault.of(name, e, tree);
    }
  }

  private static YamlNode tree(String name, byte[] yaml) {
    if (yaml.length > LONGEST) {
      throw tooLong(name);
    }
    try {
      // decoded here, because the parser would guess the encoding
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(yaml)).toString();
      YamlNode tree = YamlNode.read(name, text, YAML);
      if (tree == null) {
        throw new ContradictoryForm(name, "line:1", "line 1, column 1: an object is wanted");
      }
      return tree;
    } catch (CharacterCodingException e) {
      throw new ContradictoryForm(name, "line:1", "the file is not UTF-8").because(e);
    } catch (JsonProcessingException e) {
      throw YamlFault.unparsable(name, e);
    } catch (NumberFormatException | YAMLException e) {
      // bare: a number with an exponent out of range
      throw tooLong(name).because(e);
    }
  }

  private static ContradictoryForm tooLong(String name) {
    return new ContradictoryForm(name, "line:1", "the file is too long, or a number is too large");
  }

  private static Form form(String name, Written written) {
    Map<String, Section> sections = new LinkedHashMap<>();
    for (WrittenSection s : whole(name, "sections", written.sections())) {
      String place = "sections." + orFail(name, "sections.id", s.id());
      List<Column> columns = whole(name, place + ".columns", s.columns());
      List<Row> rows = whole(name, place + ".rows", s.rows());
      // cells are named and labelled by these
      columns.forEach(c -> orFail(name, place + ".columns.id", c.id()));
      columns.forEach(c -> orFail(name, place + ".columns." + c.id() + ".label", c.label()));
      rows.forEach(r -> orFail(name, place + ".rows.id", r.id()));
      rows.forEach(r -> orFail(name, place + ".rows." + r.id() + ".label", r.label()));
      if (sections.put(s.id(), new Section(s.id(), s.title(), s.note(), columns, rows, s.print()))
          != null) {
        throw new ContradictoryForm(name, place + " stands twice");
      }
    }
    return new Form(
        orFail(name, "edition", written.edition()),
        written.version(),
        orFail(name, "document", written.document()),
        written.firstYear(),
        written.lastYear(),
        orFail(name, "title", written.title()),
        Collections.unmodifiableMap(sections),
        whole(name, "narrative", written.narrative()),
        whole(name, "rules", written.rules()).stream().map(new RuleReader(name)::rule).toList());
  }

  private static <T> List<T> whole(String name, String place, List<T> list) {
    if (orFail(name, place, list).stream().anyMatch(Objects::isNull)) {
      throw new ContradictoryForm(name, place + " has an empty entry");
    }
    return List.copyOf(list);
  }

  private static <T> T orFail(String name, String place, T value) {
    if (value == null) {
      throw new ContradictoryForm(name, place + " is missing");
    }
    return value;
  }
}
