package org.gongkai.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How PostgreSQL's programs are run, for they refuse to run as root.
 *
 * <p>An ordinary user just runs them. For root, a user namespace without any mapping ({@code
 * unshare -U}) shows PostgreSQL the user <em>nobody</em> while the files stay root's, so nothing
 * changes hands. Many containers forbid namespaces; there the directory is given to an unprivileged
 * user and the programs run as that user. Whose the directory is, is remembered by the directory:
 * one that belongs to somebody else already is used as its owner.
 *
 * @param prefix goes before every command
 * @param owner to whom files must be given that the programs are to read, or empty
 */
record RunAs(List<String> prefix, String owner) {

  /** The user and group that Linux itself uses for nobody. */
  private static final String NOBODY = "65534";

  private static final RunAs OURSELVES = new RunAs(List.of(), "");
  private static final RunAs NAMESPACE = new RunAs(List.of("unshare", "-U"), "");

  static RunAs choose(DataDirectory directory, PostgresBinaries binaries) throws IOException {
    if (Command.onWindows() || new UnixSystem().getUid() != 0) {
      return OURSELVES;
    }
    Object owner = Files.getAttribute(directory.path(), "unix:uid");
    List<RunAs> ways =
        owner.equals(0) ? List.of(NAMESPACE, as(NOBODY)) : List.of(as(owner.toString()));
    for (RunAs way : ways) {
      if (way.works(directory, binaries)) {
        return way;
      }
    }
    throw new StartupRefused(
        ("内置数据库 PostgreSQL 不能以 root 身份运行。本机不允许 unshare -U，也无法经 setpriv 以普通用户访问 %s。"
                + "请以普通用户启动本服务，或用 GONGKAI_DATA_DIR 指定上级目录均可进入的目录，"
                + "或用 QUARKUS_DATASOURCE_JDBC_URL 指定已有的 PostgreSQL。")
            .formatted(directory.path()),
        ("The embedded PostgreSQL does not run as root. This machine does not allow unshare -U, and"
                + " an ordinary user made by setpriv does not get to %s. Start the service as an"
                + " ordinary user, or name with GONGKAI_DATA_DIR a directory whose parents everybody"
                + " may enter, or name a PostgreSQL server with QUARKUS_DATASOURCE_JDBC_URL.")
            .formatted(directory.path()));
  }

  private static RunAs as(String id) {
    return new RunAs(
        List.of("setpriv", "--reuid", id, "--regid", id, "--clear-groups"), id + ":" + id);
  }

  /** Asked in two steps, so that nothing has changed hands where the answer is no. */
  private boolean works(DataDirectory directory, PostgresBinaries binaries) throws IOException {
    // A name too, for initdb refuses a number that no name belongs to.
    if (!asks("id -un && test -x \"$1\"", Objects.requireNonNull(directory.path().getParent()))) {
      return false;
    }
    give(directory.path());
    return asks("test -w \"$1\"", directory.path())
        && asks("exec \"$1\" --version", binaries.program("postgres"));
  }

  private boolean asks(String script, Path argument) {
    return succeeds(command("sh", "-c", script, "gongkai", argument.toString()));
  }

  private static boolean succeeds(List<String> command) {
    try {
      return Command.run(command, "").status() == 0;
    } catch (IOException e) {
      return false; // no such program
    }
  }

  List<String> command(String... words) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of(words));
    return command;
  }

  /** Lets the programs own a tree that this process has made. */
  void give(Path tree) throws IOException {
    if (!owner.isEmpty()) {
      Command.run(List.of("chown", "-R", owner, tree.toString()), "").orFail();
    }
  }
}
