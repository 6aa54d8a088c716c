package org.gongkai.platform;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

  /** The user and group ids that Linux itself uses for nobody. */
  private static final String NOBODY = "65534:65534";

  private static final RunAs OURSELVES = new RunAs(List.of(), "");
  private static final RunAs NAMESPACE = new RunAs(List.of("unshare", "-U"), "");

  static RunAs choose(DataDirectory directory, PostgresBinaries binaries) throws IOException {
    if (Command.onWindows() || new UnixSystem().getUid() != 0) {
      return OURSELVES;
    }
    Object uid = Files.getAttribute(directory.path(), "unix:uid");
    Object gid = Files.getAttribute(directory.path(), "unix:gid");
    boolean ours = uid.equals(0);
    for (RunAs way :
        ours
            ? concat(NAMESPACE, ways(NOBODY))
            : ways(uid + ":" + (gid.equals(0) ? "65534" : gid))) {
      if (way.works(directory, binaries)) {
        return way;
      }
    }
    throw new StartupRefused(
        "内置数据库 PostgreSQL 不能以 root 身份运行，而本机既不允许 unshare -U 也不允许 setpriv。"
            + "请以普通用户启动本服务，或用 QUARKUS_DATASOURCE_JDBC_URL 指定已有的 PostgreSQL。",
        "The embedded PostgreSQL does not run as root, and this machine allows neither unshare -U"
            + " nor setpriv. Start the service as an ordinary user, or name a PostgreSQL server with"
            + " QUARKUS_DATASOURCE_JDBC_URL.");
  }

  /** With the right to pass every directory above the data where root has it, else without. */
  private static List<RunAs> ways(String owner) {
    String[] ids = owner.split(":");
    List<String> plain = List.of("setpriv", "--reuid", ids[0], "--regid", ids[1], "--clear-groups");
    List<String> passing =
        Stream.concat(
                plain.stream(),
                Stream.of("--inh-caps", "+dac_override", "--ambient-caps", "+dac_override"))
            .toList();
    return List.of(new RunAs(plain, owner), new RunAs(passing, owner));
  }

  private static List<RunAs> concat(RunAs first, List<RunAs> rest) {
    return Stream.concat(Stream.of(first), rest.stream()).toList();
  }

  private boolean works(DataDirectory directory, PostgresBinaries binaries) throws IOException {
    String writes = "test -w \"$0\" && exec \"$1\" --version";
    String program = binaries.program("postgres").toString();
    if (!succeeds(command("true"))) {
      return false;
    }
    give(directory.path());
    return succeeds(command("sh", "-c", writes, directory.path().toString(), program));
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
