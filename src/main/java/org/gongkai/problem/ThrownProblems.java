package org.gongkai.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamWriteException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.VertxException;
import jakarta.inject.Singleton;
import jakarta.transaction.RollbackException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says which problem of the catalogue a thrown exception is. */
@Singleton
final class ThrownProblems {

  static final String CHALLENGE = "ApiKey realm=\"gongkai\", Bearer realm=\"gongkai\"";

  private static final Logger LOG = Logger.getLogger(ThrownProblems.class);

  /**
   * The problem of a failure that the server has given a status of its own.
   *
   * @param failure null where there is only the status
   */
  ProblemException problemOf(@Nullable Throwable failure, int status) {
    boolean ofCaller = status >= 400 && status < 500;
    if (failure == null || ofCaller && isOfServer(failure)) {
      return ProblemException.of(ProblemType.ofStatus(status));
    }
    return problemOf(failure);
  }

  private static boolean isOfServer(Throwable failure) {
    return failure instanceof VertxException || failure instanceof IllegalArgumentException;
  }

  ProblemException problemOf(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return problem;
      }
    }
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      ProblemException known = known(cause);
      if (known != null) {
        return known;
      }
    }
    if (thrown instanceof WebApplicationException http && http.getResponse().getStatus() < 500) {
      return ProblemException.of(ProblemType.ofStatus(http.getResponse().getStatus()));
    }
    return unexpected(thrown);
  }

  private @Nullable ProblemException known(Throwable cause) {
    return switch (cause) {
      case UnauthorizedException unauthorized -> unauthenticated();
      case AuthenticationFailedException failed -> unauthenticated();
      case ForbiddenException forbidden -> ProblemException.of(ProblemType.FORBIDDEN);
      // what cannot be written is no fault of the caller
      case StreamWriteException ours -> null;
      case JsonProcessingException json -> JsonProblems.of(json);
      case ConstraintViolationException invalid -> ConstraintProblems.of(invalid);
      case RejectedExecutionException full ->
          ProblemException.of(ProblemType.SERVICE_UNAVAILABLE).withHeader("Retry-After", "5");
      case IOException disk when isFull(disk) -> noRoom();
      case SQLException sql -> SqlProblems.of(sql).orElse(null);
      // without a cause that is known: the transaction was longer than transactions may be
      case RollbackException late -> SqlProblems.tooSlow();
      default -> null;
    };
  }

  /** The system's words, in the locale of the C library: it gives Java no code of them. */
  private static boolean isFull(IOException failure) {
    String message = failure.getMessage() == null ? "" : failure.getMessage();
    return message.contains("No space left on device")
        || message.contains("Disk quota exceeded")
        || message.contains("not enough space on the disk");
  }

  private static ProblemException noRoom() {
    return ProblemException.of(
            ProblemType.SERVICE_UNAVAILABLE,
            "临时文件的磁盘空间已满，未能完成；请稍后重试，或缩小范围。",
            "The disk for temporary files is full; try again later, or ask for less.")
        .withHeader("Retry-After", "30");
  }

  private static ProblemException unauthenticated() {
    return ProblemException.of(ProblemType.UNAUTHENTICATED)
        .withHeader("WWW-Authenticate", CHALLENGE);
  }

  /** Logs what happened under a number, and tells the caller the number only. */
  private ProblemException unexpected(Throwable thrown) {
    if (ClientDisconnect.isCauseOf(thrown)) {
      LOG.debugf("A client has hung up: %s", thrown);
      return ProblemException.of(ProblemType.REQUEST_TIMEOUT); // nobody is told
    }
    String incident = UUID.randomUUID().toString();
    LOG.errorf(thrown, "incident %s", incident);
    return ProblemException.of(ProblemType.INTERNAL_ERROR).with("incident", language -> incident);
  }
}
