package org.gongkai;

import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the ports of the service are free, asked before a database is started for nothing. The
 * port of health and metrics is opened last: without this the service would say that it is ready,
 * and end with the error of a library.
 */
final class PortsAtStart {

  private PortsAtStart() {}

  /** What is to be said, in Chinese and in English, where a port cannot be had. */
  static Optional<String> refusal(SmallRyeConfig config) {
    Optional<String> refusal = Optional.empty();
    if (!is(config, "quarkus.http.so-reuse-port", "true")
        && !is(config, "quarkus.http.insecure-requests", "disabled")) {
      refusal = refusal(config, "quarkus.http.", "0.0.0.0", 8080, "服务", "the service");
    }
    if (refusal.isEmpty() && !is(config, "quarkus.management.enabled", "false")) {
      refusal =
          refusal(
              config, "quarkus.management.", "127.0.0.1", 9000, "运行状况和指标", "health and metrics");
    }
    return refusal;
  }

  private static boolean is(SmallRyeConfig config, String setting, String value) {
    return config
        .getOptionalValue(setting, String.class)
        .filter(value::equalsIgnoreCase)
        .isPresent();
  }

  private static Optional<String> refusal(
      SmallRyeConfig config, String prefix, String host, int port, String zh, String en) {
    String setting = prefix + "port";
    int wanted;
    try {
      wanted = config.getOptionalValue(setting, Integer.class).orElse(port);
    } catch (IllegalArgumentException noNumber) {
      // Quarkus says by itself what a setting should be.
      return Optional.empty();
    }
    return refusal(
        config.getOptionalValue(prefix + "host", String.class).orElse(host),
        wanted,
        setting.toUpperCase(Locale.ROOT).replace('.', '_'),
        zh,
        en);
  }

  static Optional<String> refusal(String host, int port, String variable, String zh, String en) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
      return Optional.empty();
    } catch (BindException taken) {
      return Optional.of(
          "不能使用端口 %d（%s，%s）：%s。请停止占用它的程序，或用 %s 指定另一个端口。"
                  .formatted(port, zh, host, taken.getMessage(), variable)
              + System.lineSeparator()
              + ("Port %d (%s, %s) cannot be used: %s. Stop what uses it, or name another port"
                      + " with %s.")
                  .formatted(port, en, host, taken.getMessage(), variable));
    } catch (IOException | IllegalArgumentException other) {
      // Whatever else it is, the server itself finds it again and says so.
      return Optional.empty();
    }
  }
}
