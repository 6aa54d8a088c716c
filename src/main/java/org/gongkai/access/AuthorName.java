package org.gongkai.access;

import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.platform.WrittenText;
import org.gongkai.problem.Text;

/**
 * How authors are named in revisions, events, the audit and the log: a label, which they may have
 * chosen, and in parentheses at the end what this service or the identity provider knows them by.
 * The service alone writes that part, so that nobody can pose as another: a key by its prefix, a
 * token's bearer by the word {@code token} and the subject. A label cannot hold what looks like
 * either.
 */
final class AuthorName {

  private static final String TOKEN = "token:";

  private static final Pattern GIVEN_BY_US =
      Pattern.compile("gk_[0-9a-z]{8}|\\bconfigured\\b|\\btoken:", Pattern.CASE_INSENSITIVE);

  private static final Text LIKE_AN_IDENTITY =
      new Text(
          "不能含有密钥前缀（gk_…）、configured 或 token:，以免与其他操作者混淆。",
          "Must not hold what looks like a key's prefix (gk_…), configured or token:, lest it be taken"
              + " for somebody else.");

  private AuthorName() {}

  /** Why a label cannot be part of an author's name. */
  static Optional<Text> objectionTo(String label) {
    Optional<Text> objection = WrittenText.NAME.objectionTo(label);
    return objection.isPresent() || !GIVEN_BY_US.matcher(label).find()
        ? objection
        : Optional.of(LIKE_AN_IDENTITY);
  }

  static String of(Caller caller) {
    String identity =
        caller.kind() == CallerKind.KEY ? caller.prefix() : TOKEN + plain(caller.prefix());
    return caller.label().map(label -> label + " (" + identity + ")").orElse(identity);
  }

  /** A subject is the provider's to choose; parentheses would end the identity early. */
  private static String plain(String subject) {
    return subject.replace("%", "%25").replace("(", "%28").replace(")", "%29");
  }
}
