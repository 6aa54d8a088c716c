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
import java.util.Optional;
import java.util.Set;
import org.gongkai.database.DatabaseAtStart;
import org.gongkai.database.DatabaseCommands;
import org.gongkai.database.StartupRefused;
import org.gongkai.form.FormsProducer;

/**
 * The way in: makes sure that there is a database, then starts the service.
 *
 * <p>{@code migrate} as the only argument brings the database's schema up to date and ends; it is
 * for installations of several instances, where one should do that before the others start. {@code
 * digest} prints the digest that the receipt of the document on standard input has, {@code aot}
 * makes the file from which this Java starts the service faster. {@code verify} looks at all that
 * is stored and says what is wrong, {@code move} copies everything from one database into another,
 * {@code backup} and {@code restore} are for the embedded one.
 */
@QuarkusMain
public final class Gongkai {

  public static void main(String... args) {
    if (args.length == 1 && args[0].equals("digest")) {
      int status = DigestCommand.run(System.in, System.out, errors());
      ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(status, null);
      return;
    }
    if (AotCommand.is(args)) {
      int status = AotCommand.run(System.out, errors(), args);
      ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(status, null);
      return;
    }
    if (DatabaseCommands.include(args)) {
      int status = DatabaseCommands.run(System.out, errors(), args);
      ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(status, null);
      return;
    }
    Relaunch.ifOptionsAreMissing();
    if (args.length == 1 && args[0].equals(Training.COMMAND)) {
      Training.prepare();
    }
    if (args.length > 0 && args[0].equals(VerifyCommand.COMMAND)) {
      VerifyCommand.prepare();
    }
    if (args.length > 0 && args[0].equals(MoveCommand.COMMAND)) {
      MoveCommand.prepare();
    }
    SmallRyeConfig settings = DatabaseAtStart.settings();
    ReadOnlyStart.prepare(settings);
    Optional<String> refusal = serves(args) ? PortsAtStart.refusal(settings) : Optional.empty();
    if (refusal.isPresent()) {
      errors().println(refusal.get());
      ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(1, null);
      return;
    }
    // The server would refuse a malformed address without a word; HttpEdge says what is wrong.
    System.setProperty("vertx.disableURIValidation", "true");
    try {
      DatabaseAtStart.provide(settings, Gongkai::initialiseApplication);
    } catch (StartupRefused refused) {
      errors().println(refused.getMessage());
      int status =
          args.length > 0 && args[0].equals(VerifyCommand.COMMAND) ? VerifyCommand.UNFINISHED : 1;
      ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(status, refused);
      return;
    }
    FormsProducer.readAhead();
    if (args.length == 1 && args[0].equals("migrate")) {
      MigrateCommand.prepare();
      Quarkus.run(MigrateCommand.class, args);
    } else if (args.length > 0 && args[0].equals(MoveCommand.COMMAND)) {
      Quarkus.run(MoveCommand.class, args);
    } else if (args.length > 0 && args[0].equals(VerifyCommand.COMMAND)) {
      Quarkus.run(VerifyCommand.class, VerifyCommand::end, args);
    } else if (args.length == 1 && args[0].equals(Training.COMMAND)) {
      Quarkus.run(Training.class, args);
    } else {
      Quarkus.run(args);
    }
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

  private static boolean serves(String... args) {
    return args.length == 0
        || !Set.of("migrate", MoveCommand.COMMAND, VerifyCommand.COMMAND, Training.COMMAND)
            .contains(args[0]);
  }

  /**
   * A server's locale is often plain ASCII, which would turn the Chinese half into question marks.
   */
  private static PrintStream errors() {
    Charset charset = System.err.charset();
    boolean chinese = charset.canEncode() && charset.newEncoder().canEncode("公开");
    return chinese
        ? System.err
        : new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
  }
}
