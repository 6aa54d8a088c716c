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
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** The one pipeline by which everything that is thrown becomes an answer. */
class ProblemMapper {

  private final ThrownProblems thrown;
  private final RefusalLimit refusals;

  ProblemMapper(ThrownProblems thrown, RefusalLimit refusals) {
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
    ProblemException problem = refusals.count(thrown.problemOf(cause), connection);
    if (problem.type() == ProblemType.METHOD_NOT_ALLOWED
        && request instanceof ResteasyReactiveContainerRequestContext reactive
        && reactive.getServerRequestContext() instanceof ResteasyReactiveRequestContext context) {
      problem = problem.withHeader(HttpHeaders.ALLOW, AllowedMethods.of(context));
    }
    return ProblemResponse.of(problem, language, instance);
  }
}
