package org.gongkai;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.QuarkusApplication;
import java.io.PrintStream;
import java.nio.file.Path;
import org.gongkai.integrity.IntegrityCheck;
import org.jboss.logging.Logger;

/**
 * The command {@code verify}: looks at all that is stored, serves nobody, changes nothing, and ends
 * with 0 where nothing is wrong, 1 where something is, 2 where it could not look at everything.
 */
public class VerifyCommand implements QuarkusApplication {

  /** The status where it could not look at everything, or did not even start. */
  static final int UNFINISHED = 2;

  private static final Logger LOG = Logger.getLogger(VerifyCommand.class);

  private final IntegrityCheck check;

  VerifyCommand(IntegrityCheck check) {
    this.check = check;
  }

  static void prepare() {
    System.setProperty("gongkai.read-only", "true");
    System.setProperty("quarkus.http.host-enabled", "false");
    System.setProperty("quarkus.management.host-enabled", "false");
    // what is found is read by programs too
    System.setProperty("quarkus.log.console.stderr", "true");
  }

  static void end(Integer status, Throwable thrown) {
    ApplicationLifecycleManager.getDefaultExitCodeHandler()
        .accept(thrown == null ? status : UNFINISHED, thrown);
  }

  /** The file that keeps how far it has come is the argument after the command, if there is one. */
  @Override
  public int run(String... args) {
    try {
      PrintStream output = System.out;
      long faults = check.run(args.length > 1 ? Path.of(args[1]) : null, output);
      LOG.infof(faults == 0 ? "Nothing is wrong" : "%d faults", faults);
      return faults == 0 ? 0 : 1;
    } catch (RuntimeException e) {
      LOG.error("Not everything was looked at", e);
      return UNFINISHED;
    }
  }
}
