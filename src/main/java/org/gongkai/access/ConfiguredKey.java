package org.gongkai.access;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;

/**
 * The administrator's key that the configuration gives, {@code GONGKAI_ADMIN_KEY}.
 *
 * <p>People choose it, so it may be guessable, and is therefore kept in memory only: the database
 * has a row for it, which revisions can name as their author, but nothing to try guesses against.
 * The configuration is its one source: a key that is no longer configured does not work.
 */
@Singleton
final class ConfiguredKey {

  static final UUID ID = new UUID(0, 1);
  static final String PREFIX = "configured";
  static final int SHORTEST = 20;

  private final Optional<byte[]> digest;

  @Inject
  ConfiguredKey(AccessSettings settings) {
    this(settings.adminKey());
  }

  ConfiguredKey(Optional<String> key) {
    key.ifPresent(ConfiguredKey::requireUsable);
    this.digest = key.map(KeyText::digest);
  }

  boolean isPresent() {
    return digest.isPresent();
  }

  boolean hasDigest(byte[] other) {
    return digest.filter(own -> KeyText.sameDigest(own, other)).isPresent();
  }

  private static void requireUsable(String key) {
    if (key.length() < SHORTEST) {
      throw new ConfigurationException(
          "GONGKAI_ADMIN_KEY 太短：至少需要 %1$d 个字符。 / GONGKAI_ADMIN_KEY is too short: at least %1$d characters are needed."
              .formatted(SHORTEST));
    }
    boolean travels = key.chars().allMatch(c -> c >= ' ' && c <= '~') && key.equals(key.strip());
    if (!travels) {
      throw new ConfigurationException(
          "GONGKAI_ADMIN_KEY 不能作为 HTTP 请求头发送：只能含可打印的 ASCII 字符，首尾不能有空格。 / GONGKAI_ADMIN_KEY"
              + " cannot be sent in a header: printable ASCII only, and no blank at either end.");
    }
  }

  /** That it is changed where it is configured. */
  static ProblemException unchangeable() {
    return ProblemException.of(
        ProblemType.STATE_CONFLICT,
        "这是配置中的管理员密钥；请修改 GONGKAI_ADMIN_KEY 后重新启动。",
        "This is the key of the configuration: change GONGKAI_ADMIN_KEY and restart.");
  }
}
