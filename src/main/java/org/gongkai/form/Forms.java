package org.gongkai.form;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All editions of the form, and the codes that they share. */
public final class Forms {

  /** Stands between the path of a cell and the unit that a report states for it. */
  public static final String UNIT_MARK = "@";

  /** The file of the derived indicators. */
  public static final String INDICATORS = "indicators.yaml";

  /** The file that says how texts of reports are read. */
  public static final String TEXTS = "texts.yaml";

  /** The file that says how printed reports differ from the form. */
  public static final String PRINTED = "printed.yaml";

  /** What texts claim of proportions, of last year and of notices, and what they must tell. */
  public static final String CLAIMS = "claims.yaml";

  /** What documents say beside the words of the form. */
  public static final String DOCUMENTS = "documents.yaml";

  /** Years are reported one after the other, and with each the one before is read. */
  private static final int MOST_MADE = 16;

  /** What is made of files beside the forms for a report year. */
  private record Made(String digest, Class<?> kind, int year) {}

  /** The lists of codes, as {@code channels.yaml} has them. */
  record Lists(List<Choice> channels, List<Choice> units, List<Choice> amountUnits) {}

  private final Map<String, Form> editions;
  private final Layouts layouts;
  private final Map<String, Form> packaged;
  private final Lists lists;
  private final FormFiles files;
  private final Map<String, byte[]> beside;
  private final Map<String, byte[]> written;
  private final Map<String, byte[]> ofTheDirectory;
  private final String digest;
  private final Map<String, Choice> channels;
  private final Map<String, Choice> units;
  private final Map<String, Choice> amountUnits;
  private final Cache<Made, Object> made;

  /**
   * @param packaged what the package has of the editions, where the forms are of a directory
   */
  private Forms(
      List<Form> forms,
      Lists lists,
      Map<String, Form> packaged,
      FormFiles files,
      Cache<Made, Object> made) {
    Map<String, Form> byEdition = new LinkedHashMap<>();
    forms.forEach(f -> byEdition.put(f.edition(), f));
    this.editions = Collections.unmodifiableMap(byEdition);
    this.layouts = new Layouts(forms);
    this.packaged = packaged;
    this.lists = lists;
    this.files = files;
    this.beside = files.beside();
    this.written = files.written();
    this.ofTheDirectory = files.ofTheDirectory();
    this.digest = HexFormat.of().formatHex(files.digest());
    this.channels = byId("channels", lists.channels());
    this.units = byId("units", lists.units());
    this.amountUnits = byId("amountUnits", lists.amountUnits());
    this.made = made;
  }

  private static Cache<Made, Object> nothingMade() {
    return Caffeine.newBuilder().maximumSize(MOST_MADE).executor(Runnable::run).build();
  }

  /** Reads the files of the package; fails where they contradict themselves or each other. */
  public static Forms load() {
    return of(FormFiles.ofThePackage().forms(), FormFiles.lists());
  }

  /**
   * The same with the files of a directory in the place of those of the package that are called
   * alike.
   */
  public static Forms load(Path directory) {
    return load(directory, load());
  }

  static Forms load(Path directory, Forms packaged) {
    FormFiles files = new FormFiles(Optional.of(directory));
    List<Form> forms = files.forms();
    try {
      CatalogueCheck.editions(forms);
      forms.forEach(f -> packaged.form(f.edition()).ifPresent(p -> FormChange.versions(p, f)));
    } catch (ContradictoryForm e) {
      throw files.located(e);
    }
    return new Forms(forms, packaged.lists, packaged.editions, files, nothingMade());
  }

  static Forms of(List<Form> forms, Lists lists) {
    CatalogueCheck.editions(forms);
    return new Forms(forms, lists, Map.of(), FormFiles.ofThePackage(), nothingMade());
  }

  /**
   * Reads the file of an edition, with every check that one of the package gets, and with what it
   * includes of the files of this catalogue.
   *
   * @param name what to call the file when it is wrong
   * @throws ContradictoryForm where it is unreadable, incomplete or contradicts itself
   */
  public Form read(String name, byte[] yaml) {
    return files.read(name, yaml);
  }

  /**
   * This catalogue with another file of one edition, to try its rules. It must have the cells of
   * the edition that it replaces, since the database numbers those at the start, and a rule that it
   * changes must have a version of its own.
   *
   * @throws ContradictoryForm where it does not, or contradicts the other editions
   */
  @SuppressWarnings("ReferenceEquality")
  public Forms with(Form candidate) {
    String file = candidate.edition() + ".yaml";
    Form inForce = editions.get(candidate.edition());
    if (inForce == null) {
      throw new ContradictoryForm(file, "edition " + candidate.edition() + " is not in force");
    }
    FormChange.cells(inForce, candidate);
    FormChange.versions(inForce, candidate);
    if (packaged.containsKey(candidate.edition())) {
      FormChange.versions(packaged.get(candidate.edition()), candidate);
    }
    List<Form> forms =
        editions.values().stream().map(form -> form == inForce ? candidate : form).toList();
    CatalogueCheck.editions(forms);
    return new Forms(forms, lists, packaged, files, made);
  }

  /**
   * What a file beside the forms says, {@link #INDICATORS}, {@link #TEXTS} or {@link #DOCUMENTS}.
   *
   * @throws ContradictoryForm where it is unreadable or has a key that the type does not know
   */
  public <T> T beside(String file, Class<T> type) {
    try {
      byte[] yaml = beside.get(file);
      if (yaml == null) {
        throw new ContradictoryForm(file, "is missing");
      }
      return FormFile.read(file, yaml, type);
    } catch (ContradictoryForm e) {
      throw files.located(e);
    }
  }

  /**
   * What is made of files beside the forms for a report year, and takes a while: made once, and
   * kept while the year is asked for. Catalogues that are tried share it with the one in force.
   */
  public <T> T madeOnce(Class<T> kind, int year, Supplier<T> make) {
    return kind.cast(made.get(new Made(digest, kind, year), key -> make.get()));
  }

  /** A file beside the forms that is readable and still wrong. */
  public ContradictoryForm contradictory(String file, String what) {
    return files.located(new ContradictoryForm(file, what));
  }

  /**
   * Stands for everything that the files in force say: another one where any of them is another.
   */
  public String digest() {
    return digest;
  }

  /**
   * Writes what these forms have of a directory of the operator's into another, from which they can
   * be loaded again: by then, files in his may be others. False where all are the package's.
   */
  public boolean copyInto(Path other) throws IOException {
    for (Map.Entry<String, byte[]> file : ofTheDirectory.entrySet()) {
      Files.write(other.resolve(file.getKey()), file.getValue());
    }
    return !ofTheDirectory.isEmpty();
  }

  /** The file of an edition as it is in force, to be changed and tried. */
  Optional<byte[]> file(String edition) {
    return Optional.ofNullable(written.get(edition));
  }

  public Optional<Form> form(@Nullable String edition) {
    return Optional.ofNullable(editions.get(edition));
  }

  /** An edition that is known to exist, because a stored report follows it. */
  public Form known(@Nullable String edition) {
    return form(edition).orElseThrow(() -> new IllegalStateException("no edition " + edition));
  }

  /** Oldest first. */
  public Collection<Form> all() {
    return editions.values();
  }

  public List<Form> newestFirst() {
    return List.copyOf(editions.values()).reversed();
  }

  /** A section as the editions that have it lay it out, the newest first. */
  public Stream<Section> sections(String id) {
    return newestFirst().stream()
        .filter(form -> form.sections().containsKey(id))
        .map(form -> form.section(id));
  }

  /** In which sections editions differ. */
  public Layouts layouts() {
    return layouts;
  }

  /** The ids of the rules of all editions. */
  public Set<String> ruleIds() {
    Set<String> ids = new LinkedHashSet<>();
    editions.values().forEach(form -> form.rules().forEach(rule -> ids.add(rule.id())));
    return ids;
  }

  /** The edition that was in force for a report year; the oldest one for years before it. */
  public Form inForce(int year) {
    Iterator<Form> oldestFirst = editions.values().iterator();
    Form inForce = oldestFirst.next();
    while (oldestFirst.hasNext()) {
      Form later = oldestFirst.next();
      inForce = later.firstYear() <= year ? later : inForce;
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
              amountUnits.keySet().forEach(u -> summands.add(cell.path() + UNIT_MARK + u));
            }
          }
        }
      }
    }
    return summands;
  }

  /**
   * What is added up beside the cells: {@code applications#2021}, the reports whose section follows
   * that edition; {@code publications.website.item}, a channel with its unit; {@code
   * publications..item}, the stated totals over all channels.
   */
  public List<String> tallied() {
    List<String> tallied = new ArrayList<>();
    for (Form form : all()) {
      form.sections().keySet().forEach(s -> tallied.add(s + "#" + form.edition()));
    }
    Stream.concat(Stream.of(""), channels().keySet().stream())
        .forEach(c -> units().keySet().forEach(u -> tallied.add("publications." + c + "." + u)));
    return tallied;
  }

  /** Channels of publication by code. */
  public Map<String, Choice> channels() {
    return channels;
  }

  /** Units of publication by code. Counts of different units are never added. */
  public Map<String, Choice> units() {
    return units;
  }

  /** Units of amounts for which the form prints none, by code. */
  public Map<String, Choice> amountUnits() {
    return amountUnits;
  }

  private static Map<String, Choice> byId(String list, List<Choice> choices) {
    CatalogueCheck.choices(list, choices);
    Map<String, Choice> byId = new LinkedHashMap<>();
    choices.forEach(c -> byId.put(c.id(), c));
    return Collections.unmodifiableMap(byId);
  }
}
