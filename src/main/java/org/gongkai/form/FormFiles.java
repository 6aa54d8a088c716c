package org.gongkai.form;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.platform.Digests;
import org.jspecify.annotations.Nullable;

/**
 * The files that a catalogue is read from: those of the package, and before them those of a
 * directory, where the operator has one. Nothing in the directory is passed over: a file that
 * changes nothing although somebody thinks that it does would be noticed when the season is over.
 */
record FormFiles(Optional<Path> directory) {

  static final String INDEX = "index.yaml";
  static final String CHANNELS = "channels.yaml";

  /**
   * Beside the forms, what is derived from them, how texts are read, how documents are recognised:
   * each a file of its own.
   */
  private static final List<String> BESIDE =
      List.of(Forms.INDICATORS, Forms.TEXTS, Forms.CLAIMS, Forms.PRINTED, Forms.DOCUMENTS);

  private record Index(List<String> editions) {}

  static FormFiles ofThePackage() {
    return new FormFiles(Optional.empty());
  }

  /** Reads the forms of all editions, oldest first. */
  List<Form> forms() {
    try {
      Index index = FormFile.read(INDEX, bytes(INDEX), Index.class);
      if (index.editions() == null || index.editions().contains(null)) {
        throw new ContradictoryForm(INDEX, "editions are missing");
      }
      requireNoOther(namesOf(index));
      return index.editions().stream().map(this::form).toList();
    } catch (ContradictoryForm e) {
      throw located(e);
    }
  }

  /** What there is beside the forms, as it is written, by the name of the file. */
  Map<String, byte[]> beside() {
    Map<String, byte[]> beside = new LinkedHashMap<>();
    BESIDE.forEach(name -> beside.put(name, bytes(name)));
    return beside;
  }

  /** The file of each edition as it is written, without what it includes. */
  Map<String, byte[]> written() {
    Map<String, byte[]> written = new LinkedHashMap<>();
    FormFile.read(INDEX, bytes(INDEX), Index.class)
        .editions()
        .forEach(edition -> written.put(edition, bytes(edition + ".yaml")));
    return written;
  }

  /** The files of the directory, as they are written, by their names. */
  Map<String, byte[]> ofTheDirectory() {
    Map<String, byte[]> its = new LinkedHashMap<>();
    if (directory.isPresent()) {
      for (String name : namesOf(FormFile.read(INDEX, bytes(INDEX), Index.class))) {
        if (own(name).isPresent()) {
          its.put(name, bytes(name));
        }
      }
    }
    return its;
  }

  /** Stands for everything that the files say. */
  byte[] digest() {
    MessageDigest digest = Digests.sha256();
    namesOf(FormFile.read(INDEX, bytes(INDEX), Index.class))
        .forEach(name -> digest.update(Digests.sha256(bytes(name))));
    return digest.digest(packaged(CHANNELS));
  }

  /** The lists of codes, which are of the package only. */
  static Forms.Lists lists() {
    return FormFile.read(CHANNELS, packaged(CHANNELS), Forms.Lists.class);
  }

  /**
   * The files that can be in a directory: the index, those beside it, editions, what they include.
   */
  private Set<String> namesOf(Index index) {
    Set<String> names = new LinkedHashSet<>(List.of(INDEX));
    names.addAll(BESIDE);
    for (String edition : index.editions()) {
      String name = edition + ".yaml";
      names.add(name);
      FormFile.included(name, bytes(name)).ifPresent(names::add);
    }
    return names;
  }

  /** Whether a file of this name is something else than an edition or a part of one. */
  static boolean isOther(String name) {
    return name.equals(INDEX) || name.equals(CHANNELS) || BESIDE.contains(name);
  }

  /** Reads an edition's file, wherever it lies, with what it includes of these. */
  Form read(String name, byte[] yaml) {
    return FormFile.read(name, yaml, this::included);
  }

  /** Says in which directory a file lies that is wrong, and where what it includes is. */
  ContradictoryForm located(ContradictoryForm wrong) {
    ContradictoryForm traced = wrong;
    byte[] edition = isOther(wrong.file()) ? null : included(wrong.file());
    if (edition != null) {
      try {
        traced = FormFile.traced(wrong, edition, this::included);
      } catch (ContradictoryForm unreadable) {
        // then that is what is wrong, and says itself where
      }
    }
    ContradictoryForm said = traced;
    return own(wrong.file()).map(path -> said.at(path.toString())).orElse(said);
  }

  private Form form(String edition) {
    String name = edition + ".yaml";
    Form form = read(name, bytes(name));
    if (!form.edition().equals(edition)) {
      throw new ContradictoryForm(name, "edition is " + form.edition());
    }
    return form;
  }

  private void requireNoOther(Set<String> known) {
    if (directory.isEmpty()) {
      return;
    }
    try (Stream<Path> files = Files.list(directory.get())) {
      files
          .map(path -> path.getFileName().toString())
          // what Kubernetes mounts beside the files of a ConfigMap
          .filter(name -> !name.startsWith("."))
          .filter(name -> !known.contains(name))
          .findFirst()
          .ifPresent(
              name -> {
                throw new ContradictoryForm(name, "is the file of no edition of index.yaml");
              });
    } catch (IOException e) {
      throw new ContradictoryForm("", "cannot be read").because(e).at(directory.get().toString());
    }
  }

  private Optional<Path> own(String name) {
    return directory.map(d -> d.resolve(name)).filter(Files::exists);
  }

  private byte[] bytes(String name) {
    byte[] bytes = included(name);
    if (bytes == null) {
      throw new ContradictoryForm(name, "is missing");
    }
    return bytes;
  }

  /** Null where there is no such file. */
  private byte @Nullable [] included(String name) {
    Optional<Path> own = own(name);
    try {
      return own.isPresent() ? Files.readAllBytes(own.get()) : ofThePackage(name);
    } catch (IOException e) {
      throw new ContradictoryForm(name, "cannot be read").because(e);
    }
  }

  private static byte[] packaged(String name) {
    try {
      byte[] bytes = ofThePackage(name);
      if (bytes == null) {
        throw new ContradictoryForm(name, "is missing");
      }
      return bytes;
    } catch (IOException e) {
      throw new ContradictoryForm(name, "cannot be read").because(e);
    }
  }

  private static byte @Nullable [] ofThePackage(String name) throws IOException {
    try (InputStream file = FormFiles.class.getResourceAsStream("/forms/" + name)) {
      return file == null ? null : file.readAllBytes();
    }
  }
}
