package org.gongkai.access;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/**
 * Shows a person who starts the service by hand its address, the key, and a first request to try.
 * On the console and not in the log, as it may show the key that was just made.
 */
@Singleton
final class Welcome {

  private static final String PLACEHOLDER = "<密钥 / the key>";

  private final AdminKeyAtStart admin;
  private final ConfiguredKey configured;
  private final boolean wanted;

  Welcome(AdminKeyAtStart admin, ConfiguredKey configured, AccessSettings settings) {
    this.admin = admin;
    this.configured = configured;
    this.wanted = settings.welcome();
  }

  void say(@ObservesAsync HttpServerStart started) {
    if (wanted) {
      String text = text("http://localhost:" + started.options().getPort());
      System.out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
      System.out.flush();
    }
  }

  String text(String address) {
    String from;
    String key;
    if (configured.isPresent()) {
      from = "启动时 GONGKAI_ADMIN_KEY 的值 / the GONGKAI_ADMIN_KEY that you gave";
      // the shell in which it is pasted has no such variable; the key itself is not shown again
      key = PLACEHOLDER;
    } else if (admin.made().isPresent()) {
      from = "刚刚生成，见上 / just made, shown above";
      key = admin.made().get().text();
    } else {
      from = "首次启动时显示的密钥 / the one that the first start showed";
      key = PLACEHOLDER;
    }
    return """

        公开已就绪 / Gongkai is ready:  %1$s
        管理员密钥 / administrator's key:  %2$s
        页面 / the page:  %1$s/
        在另一终端试一试 / try it in another terminal:

            curl -s %1$s/api/v1/caller -H "X-API-Key: %3$s"

        接口 / the interface:  %1$s/q/swagger-ui    例子 / examples:  README.zh-CN.md, README.md
        停止 / to stop:  Ctrl-C

        """
        .formatted(address, from, key);
  }
}
