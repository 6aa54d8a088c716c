package org.gongkai;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the service can be told to do, by the first word of its arguments, or by none. */
enum ServiceCommand {
  SERVE("", "", "", "启动服务", "serves"),
  MIGRATE(
      "migrate", "", "", "升级数据库结构后结束", "brings the schema of the database up to date, and ends"),
  VERIFY(
      "verify",
      "[文件]",
      "[FILE]",
      "核验库中全部内容",
      "looks at all that is stored, and says what is wrong"),
  MOVE(
      "move",
      "[地址]",
      "[ADDRESS]",
      "把另一个数据库的全部内容复制到所配置的数据库",
      "copies everything from another database into the one that is configured"),
  BACKUP("backup", "目录", "DIRECTORY", "备份内嵌数据库", "backs the embedded database up"),
  RESTORE("restore", "文件", "FILE", "从备份恢复内嵌数据库", "restores the embedded database from a backup"),
  DIGEST(
      "digest",
      "",
      "",
      "输出标准输入中文档的回执摘要",
      "prints the digest that the receipt of the document on standard input has"),
  AOT(
      "aot",
      "[missing]",
      "[missing]",
      "生成加快启动的缓存",
      "makes the cache that starts the service faster") {
    @Override
    boolean takes(String... arguments) {
      return super.takes(arguments) && (arguments.length == 1 || arguments[1].equals("missing"));
    }
  },
  HELP("help", "", "", "显示本说明", "says this"),
  /** For {@link #AOT} alone, so nobody is told of it. */
  TRAIN("train", "", "", "", "");

  /** The status where it cannot be told what is to be done. */
  static final int UNUSABLE = 2;

  private static final String LINE = System.lineSeparator();

  private final String word;
  private final String argumentZh;
  private final String argumentEn;
  private final String zh;
  private final String en;

  ServiceCommand(String word, String argumentZh, String argumentEn, String zh, String en) {
    this.word = word;
    this.argumentZh = argumentZh;
    this.argumentEn = argumentEn;
    this.zh = zh;
    this.en = en;
  }

  String word() {
    return word;
  }

  /** How it is written, with its argument. */
  String usage() {
    return written(argumentEn);
  }

  private String written(String argument) {
    return argument.isEmpty() ? word : word + " " + argument;
  }

  /** Whether so many follow the word; these among them, where only certain ones are known. */
  boolean takes(String... arguments) {
    if (argumentEn.isEmpty() || arguments.length == 1) {
      return arguments.length <= 1 && (argumentEn.isEmpty() || argumentEn.startsWith("["));
    }
    return arguments.length == 2;
  }

  /** Which one it is; none where the arguments are those of no command. */
  static Optional<ServiceCommand> of(String... arguments) {
    return named(arguments).filter(command -> command.takes(arguments));
  }

  private static Optional<ServiceCommand> named(String... arguments) {
    if (arguments.length == 0) {
      return Optional.of(SERVE);
    }
    String first = arguments[0].equals("--help") ? HELP.word : arguments[0];
    return Arrays.stream(values())
        .filter(command -> command != SERVE && command.word.equals(first))
        .findFirst();
  }

  /** What is to be said, in Chinese and in English, where the arguments are those of no command. */
  static String refusal(String... arguments) {
    return named(arguments)
        .map(
            command ->
                "命令用法有误：“%s”。用法：%s"
                        .formatted(String.join(" ", arguments), command.written(command.argumentZh))
                    + LINE
                    + "This is not how the command is used: \"%s\". Usage: %s"
                        .formatted(String.join(" ", arguments), command.usage()))
        .orElseGet(
            () ->
                "没有“%s”这个命令。可用的命令：%s；不带命令即启动服务。"
                        .formatted(arguments[0], all("、", c -> c.written(c.argumentZh)))
                    + LINE
                    + "There is no command \"%s\". Commands: %s; without one the service starts."
                        .formatted(arguments[0], all(", ", ServiceCommand::usage)));
  }

  private static String all(String between, Function<ServiceCommand, String> text) {
    return Arrays.stream(values())
        .filter(command -> command != SERVE && command != TRAIN)
        .map(text)
        .collect(Collectors.joining(between));
  }

  /** All of them, in both languages. */
  static String help() {
    return "用法：java -jar quarkus-run.jar [命令]；不带命令即启动服务。"
        + LINE
        + all("", c -> "  %s%n      %s%n".formatted(c.written(c.argumentZh), c.zh))
        + LINE
        + "Usage: java -jar quarkus-run.jar [COMMAND]; without a command the service starts."
        + LINE
        + all("", c -> "  %s%n      %s%n".formatted(c.usage(), c.en));
  }
}
