package org.gongkai.database;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The commands {@code backup DIRECTORY} and {@code restore FILE}, for the embedded database. */
public final class DatabaseCommands {

  private DatabaseCommands() {}

  /** The status to end with: 0, or 1 where there is no backup. */
  public static int backUp(Path into, PrintStream output, PrintStream errors) {
    DatabaseSettings settings = DatabaseSettings.atStart();
    return carryOut(errors, () -> output.println(backUp(settings, into)));
  }

  /** The status to end with: 0, or 1 where nothing was restored. */
  public static int restore(Path file, PrintStream output, PrintStream errors) {
    Path data = DatabaseSettings.atStart().dataDir();
    return carryOut(
        errors,
        () -> {
          Backup.restore(file, data);
          output.println("已恢复到 " + data + "，下次启动时完成。");
          output.println("Restored into " + data + "; the next start completes it.");
        });
  }

  /** What may fail as files do. */
  private interface Task {

    void run() throws IOException;
  }

  private static int carryOut(PrintStream errors, Task task) {
    try {
      task.run();
      return 0;
    } catch (StartupRefused refused) {
      errors.println(refused.getMessage());
    } catch (IOException e) {
      errors.println("未完成：" + e.getMessage());
      errors.println("Not done: " + e);
    }
    return 1;
  }

  /** Of the database of a service that runs, or else of one that is started for this. */
  private static Path backUp(DatabaseSettings settings, Path into) throws IOException {
    Path data = settings.dataDir();
    PostgresCluster cluster = new PostgresCluster(data.toAbsolutePath().resolve("cluster"));
    if (!Files.isDirectory(cluster.home())) {
      throw new StartupRefused(
          "数据目录中没有数据库：" + data, "There is no database in the data directory " + data);
    }
    Optional<PostmasterFile> runs =
        PostmasterFile.read(cluster.data()).filter(server -> server.readyAt(server.port()));
    if (runs.isPresent() && runs.get().isAlive()) {
      return Backup.make(cluster, runs.get().port(), into);
    }
    try (EmbeddedDatabase database =
        EmbeddedDatabase.open(data, settings.programsDir(), EmbeddedDatabase.DURABLE)) {
      return database.backUp(into);
    }
  }
}
