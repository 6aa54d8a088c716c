package org.gongkai.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Says which problem of the catalogue a thrown exception is. */
@Singleton
final class ThrownProblems {

  private static final Logger LOG = Logger.getLogger(ThrownProblems.class);

  ProblemException problemOf(Throwable thrown) {
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

  private ProblemException known(Throwable cause) {
    return switch (cause) {
      case ProblemException problem -> problem;
      case UnauthorizedException unauthorized -> unauthenticated();
      case AuthenticationFailedException failed -> unauthenticated();
      case ForbiddenException forbidden -> ProblemException.of(ProblemType.FORBIDDEN);
      case JsonProcessingException json -> JsonProblems.of(json);
      case ConstraintViolationException invalid -> ConstraintProblems.of(invalid);
      case SQLException sql -> SqlProblems.of(sql).orElse(null);
      default -> null;
    };
  }

  private static ProblemException unauthenticated() {
    return ProblemException.of(ProblemType.UNAUTHENTICATED)
        .withHeader("WWW-Authenticate", "ApiKey realm=\"gongkai\"");
  }

  /** Logs what happened under a number, and tells the caller the number only. */
  private ProblemException unexpected(Throwable thrown) {
    String incident = UUID.randomUUID().toString();
    LOG.errorf(thrown, "incident %s", incident);
    return ProblemException.of(ProblemType.INTERNAL_ERROR).with("incident", language -> incident);
  }
}
