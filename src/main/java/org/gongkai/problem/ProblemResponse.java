package org.gongkai.problem;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Shapes a problem into the answer that the caller gets. */
public final class ProblemResponse {

  public static final String MEDIA_TYPE = "application/problem+json";

  private ProblemResponse() {}

  /**
   * Makes the answer.
   *
   * @param asPage for somebody before a browser, see {@link ProblemPage}
   */
  static Response of(ProblemException problem, Language language, String instance, boolean asPage) {
    Response.ResponseBuilder response =
        Response.status(problem.type().status())
            .type(MediaType.valueOf(asPage ? ProblemPage.MEDIA_TYPE : MEDIA_TYPE))
            .header("Content-Language", language.tag())
            .header("Cache-Control", "no-store")
            .entity(view(problem, language, instance));
    problem.headers().forEach(response::header);
    return response.build();
  }

  /** The code of the problem that an answer is, if it is one. */
  public static Optional<String> codeOf(Object entity) {
    return entity instanceof ProblemView problem ? Optional.of(problem.code()) : Optional.empty();
  }

  static ProblemView view(ProblemException problem, Language language, String instance) {
    Map<String, Object> members = new LinkedHashMap<>();
    problem.members().forEach((name, value) -> members.put(name, value.apply(language)));
    ProblemType type = problem.type();
    return new ProblemView(
        "/problems/" + type.code(),
        type.title().in(language),
        type.status(),
        type.code(),
        problem.explanation().in(language),
        instance,
        problem.violations().stream()
            .map(v -> new ProblemView.ViolationView(v.pointer(), v.message().in(language)))
            .toList(),
        members);
  }
}
