package org.gongkai.form;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.platform.Digests;

/**
 * The files that a catalogue is read from: those of the package, and before them those of a
 * directory, where the operator has one. Nothing in the directory is passed over: a file that
 * changes nothing although somebody thinks that it does would be noticed when the season is over.
 */
record FormFiles(Optional<Path> directory) {

  static final String INDEX = "index.yaml";
  static final String CHANNELS = "channels.yaml";

  /** Beside the forms, what is derived from them and how texts are read: each a file of its own. */
  private static final List<String> BESIDE = List.of(Forms.INDICATORS, Forms.TEXTS);

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
      requireNoOther(index.editions());
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

  /** Stands for everything that the files say. */
  byte[] digest() {
    MessageDigest digest = Digests.sha256();
    Index index = FormFile.read(INDEX, bytes(INDEX), Index.class);
    Stream.of(Stream.of(INDEX), BESIDE.stream(), index.editions().stream().map(e -> e + ".yaml"))
        .flatMap(names -> names)
        .forEach(name -> digest.update(Digests.sha256(bytes(name))));
    return digest.digest(packaged(CHANNELS));
  }

  /** The lists of codes, which are of the package only. */
  static Forms.Lists lists() {
    return FormFile.read(CHANNELS, packaged(CHANNELS), Forms.Lists.class);
  }

  /** Says in which directory a file lies that is wrong. */
  ContradictoryForm located(ContradictoryForm wrong) {
    return own(wrong.file()).map(path -> wrong.at(path.toString())).orElse(wrong);
  }

  private Form form(String edition) {
    String name = edition + ".yaml";
    Form form = FormFile.read(name, bytes(name));
    if (!form.edition().equals(edition)) {
      throw new ContradictoryForm(name, "edition is " + form.edition());
    }
    return form;
  }

  private void requireNoOther(List<String> editions) {
    if (directory.isEmpty()) {
      return;
    }
    try (Stream<Path> files = Files.list(directory.get())) {
      Set<String> known =
          Stream.of(Stream.of(INDEX), BESIDE.stream(), editions.stream().map(e -> e + ".yaml"))
              .flatMap(names -> names)
              .collect(Collectors.toSet());
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
      throw new ContradictoryForm("", "cannot be read").at(directory.get().toString());
    }
  }

  private Optional<Path> own(String name) {
    return directory.map(d -> d.resolve(name)).filter(Files::exists);
  }

  private byte[] bytes(String name) {
    Optional<Path> own = own(name);
    try {
      return own.isPresent() ? Files.readAllBytes(own.get()) : packaged(name);
    } catch (IOException e) {
      throw new ContradictoryForm(name, "cannot be read");
    }
  }

  private static byte[] packaged(String name) {
    try (InputStream file = FormFiles.class.getResourceAsStream("/forms/" + name)) {
      if (file == null) {
        throw new ContradictoryForm(name, "is missing");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new ContradictoryForm(name, "cannot be read");
    }
  }
}
