package org.gongkai.webhook;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.Text;
import org.gongkai.problem.WireCode;
import org.jspecify.annotations.Nullable;

/** The outcome of one attempt to deliver. */
sealed interface DeliveryOutcome {

  record Answered(int code) implements DeliveryOutcome {}

  record Unanswered(Failure why) implements DeliveryOutcome {}

  default boolean isSuccess() {
    return this instanceof Answered(int code) && code >= 200 && code < 300;
  }

  /** The receiver wants no more of them. */
  default boolean isGone() {
    return this instanceof Answered(int code) && code == 410;
  }

  /** HTTP status of the answer; null where there was none. */
  default @Nullable Integer status() {
    return this instanceof Answered(int code) ? (Integer) code : null;
  }

  /** Why it failed; null where it did not. */
  default @Nullable Failure failure() {
    return switch (this) {
      case Answered answered -> isSuccess() ? null : Failure.STATUS;
      case Unanswered unanswered -> unanswered.why();
    };
  }

  /** Why a message did not get through, or why an address is not called at all. */
  @Schema(name = "DeliveryFailure", description = "Why a delivery failed. / 推送失败原因。")
  public enum Failure implements WireCode {
    /** The receiver answered, and not with 2xx. */
    STATUS("接收方未以 2xx 应答。", "The receiver did not answer with 2xx."),
    TIMEOUT("接收方未在规定时间内应答。", "The receiver did not answer in time."),
    CONNECTION("无法连接接收方。", "The receiver cannot be connected to."),
    TLS("接收方的证书不可信或者 TLS 握手失败。", "The receiver's certificate is not trusted, or TLS failed."),
    UNKNOWN_HOST("地址中的主机名无法解析。", "The host of the address is not known."),
    PRIVATE_ADDRESS(
        "地址指向内部网络，不予调用。", "The address leads into a private network, which is not called."),
    NOT_HTTPS("地址须以 https:// 开头。", "The address must begin with https://."),
    MALFORMED(
        "须为完整的网址，不含用户名、密码和片段，最长 2000 字。",
        "Must be an absolute address without user, password and fragment, of 2000 characters at"
            + " most."),
    /** The webhook ended while the message was still to be sent. */
    DISABLED("推送已停用。", "The webhook is disabled.");

    private final Text text;

    Failure(String zh, String en) {
      this.text = new Text(zh, en);
    }

    Text text() {
      return text;
    }

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
