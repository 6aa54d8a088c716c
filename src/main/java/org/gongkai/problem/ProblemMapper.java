package org.gongkai.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** The one pipeline by which everything that is thrown becomes an answer. */
class ProblemMapper {

  private final ThrownProblems thrown;
  private final RefusalLimit refusals;
  private final ProblemCounter counter;

  ProblemMapper(ThrownProblems thrown, RefusalLimit refusals, ProblemCounter counter) {
    this.counter = counter;
    this.thrown = thrown;
    this.refusals = refusals;
  }

  // The framework has mappers of its own for the named ones; the nearest class wins, so they are
  // named again here.
  @ServerExceptionMapper(
      value = {
        ProblemException.class,
        WebApplicationException.class,
        NotFoundException.class,
        JsonProcessingException.class,
        MismatchedInputException.class,
        UnauthorizedException.class,
        ForbiddenException.class,
        AuthenticationFailedException.class,
        jakarta.validation.ValidationException.class,
        Exception.class
      },
      priority = Priorities.USER - 1000)
  Response answer(Throwable cause, ContainerRequestContext request, HttpServerRequest connection) {
    Language language = Language.of(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    String instance = request.getUriInfo().getRequestUri().getRawPath();
    ProblemException problem = thrown.problemOf(cause);
    if (request instanceof ResteasyReactiveContainerRequestContext reactive
        && reactive.getServerRequestContext() instanceof ResteasyReactiveRequestContext context) {
      problem = withMethods(problem, context);
    }
    return ProblemResponse.of(
        counter.count(refusals.count(problem, connection)),
        language,
        instance,
        ProblemPage.isWanted(connection));
  }

  /**
   * A 405 names the methods. Where several classes share the beginning of an address, the framework
   * takes one that has another method for one that is not there.
   */
  private static ProblemException withMethods(
      ProblemException problem, ResteasyReactiveRequestContext request) {
    boolean reachedNone = problem.type() == ProblemType.NOT_FOUND && request.getTarget() == null;
    if (!reachedNone && problem.type() != ProblemType.METHOD_NOT_ALLOWED) {
      return problem;
    }
    Set<String> methods = AllowedMethods.of(request);
    return methods.isEmpty()
        ? problem
        : ProblemException.of(ProblemType.METHOD_NOT_ALLOWED)
            .withHeader(HttpHeaders.ALLOW, String.join(", ", methods));
  }
}
