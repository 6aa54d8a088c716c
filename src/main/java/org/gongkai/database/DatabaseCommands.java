package org.gongkai.database;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The commands {@code backup DIRECTORY} and {@code restore FILE}, for the embedded database. */
public final class DatabaseCommands {

  private static final int UNUSABLE = 2;

  private DatabaseCommands() {}

  /** Whether it is one of them, with its argument or without: the service is not to start then. */
  public static boolean include(String... args) {
    return args.length > 0 && (args[0].equals("backup") || args[0].equals("restore"));
  }

  /**
   * Carries it out; the status to end with is 0, 1 where it was not, or 2 where it cannot be told
   * what.
   */
  public static int run(PrintStream output, PrintStream errors, String... args) {
    if (args.length != 2) {
      errors.println("用法：java -jar quarkus-run.jar backup 目录；java -jar quarkus-run.jar restore 文件");
      errors.println(
          "Usage: java -jar quarkus-run.jar backup DIRECTORY, java -jar quarkus-run.jar restore"
              + " FILE");
      return UNUSABLE;
    }
    DatabaseSettings settings = DatabaseSettings.atStart();
    Path data = settings.dataDir();
    try {
      if (args[0].equals("restore")) {
        Backup.restore(Path.of(args[1]), data);
        output.println("已恢复到 " + data + "，下次启动时完成。");
        output.println("Restored into " + data + "; the next start completes it.");
      } else {
        output.println(backUp(settings, Path.of(args[1])));
      }
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
