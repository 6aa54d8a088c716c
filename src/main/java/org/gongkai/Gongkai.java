package org.gongkai;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.database.DatabaseAtStart;
import org.gongkai.database.DatabaseCommands;
import org.gongkai.database.StartupRefused;
import org.gongkai.form.FormsProducer;

/**
 * The way in: carries a {@link ServiceCommand} out, or makes sure that there is a database, and
 * starts the service or what else works with one.
 */
@QuarkusMain
public final class Gongkai {

  public static void main(String... args) {
    ServiceCommand command = ServiceCommand.of(args).orElse(null);
    if (command == null) {
      errors().println(ServiceCommand.refusal(args));
      end(ServiceCommand.UNUSABLE);
      return;
    }
    switch (command) {
      case HELP -> {
        output().print(ServiceCommand.help());
        end(0);
      }
      case DIGEST -> end(DigestCommand.run(System.in, System.out, errors()));
      case AOT -> end(AotCommand.run(System.out, errors(), args.length > 1));
      case BACKUP -> end(DatabaseCommands.backUp(Path.of(args[1]), System.out, errors()));
      case RESTORE -> end(DatabaseCommands.restore(Path.of(args[1]), System.out, errors()));
      case SERVE -> start(command, () -> {}, () -> Quarkus.run(args));
      case MIGRATE ->
          start(command, () -> {}, () -> MigrateCommand.run(MigrateCommand.class, args));
      case MOVE -> start(command, () -> {}, () -> MigrateCommand.run(MoveCommand.class, args));
      case VERIFY ->
          start(
              command,
              VerifyCommand::prepare,
              () -> Quarkus.run(VerifyCommand.class, VerifyCommand::end, args));
      case TRAIN -> start(command, Training::prepare, () -> Quarkus.run(Training.class, args));
    }
  }

  /**
   * With a database.
   *
   * @param prepare changes settings
   */
  private static void start(ServiceCommand command, Runnable prepare, Runnable run) {
    Relaunch.ifOptionsAreMissing();
    prepare.run();
    SmallRyeConfig settings = DatabaseAtStart.settings();
    ReadOnlyStart.prepare(settings);
    Optional<String> refusal =
        command == ServiceCommand.SERVE ? PortsAtStart.refusal(settings) : Optional.empty();
    if (refusal.isPresent()) {
      errors().println(refusal.get());
      end(1);
      return;
    }
    // The server would refuse a malformed address without a word; HttpEdge says what is wrong.
    System.setProperty("vertx.disableURIValidation", "true");
    try {
      DatabaseAtStart.provide(settings, Gongkai::initialiseApplication);
    } catch (StartupRefused refused) {
      errors().println(refused.getMessage());
      int status = command == ServiceCommand.VERIFY ? VerifyCommand.UNFINISHED : 1;
      ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(status, refused);
      return;
    }
    FormsProducer.readAhead();
    run.run();
  }

  private static void end(int status) {
    ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(status, null);
  }

  /** The part of Quarkus's start that needs no settings: half a second on a small machine. */
  private static void initialiseApplication() {
    try {
      Class.forName(
          Application.APP_CLASS_NAME, true, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      return; // Quarkus comes to it again, and says what is wrong, in each command's own way
    }
  }

  private static PrintStream output() {
    return chinese(System.out, FileDescriptor.out);
  }

  private static PrintStream errors() {
    return chinese(System.err, FileDescriptor.err);
  }

  /**
   * A server's locale is often plain ASCII, which would turn the Chinese half into question marks.
   */
  private static PrintStream chinese(PrintStream stream, FileDescriptor same) {
    Charset charset = stream.charset();
    boolean chinese = charset.canEncode() && charset.newEncoder().canEncode("公开");
    return chinese
        ? stream
        : new PrintStream(new FileOutputStream(same), true, StandardCharsets.UTF_8);
  }
}
