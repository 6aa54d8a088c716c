package org.gongkai.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/** Which methods an address takes: a 405 must say so (RFC 9110), and the framework's does not. */
final class AllowedMethods {

  private AllowedMethods() {}

  static String of(ResteasyReactiveRequestContext request) {
    TreeSet<String> methods = new TreeSet<>(List.of("OPTIONS"));
    for (RequestMapper.RequestPath<InitialMatch> type : request.getDeployment().getClassMappers()) {
      RequestMapper.RequestMatch<InitialMatch> match =
          mapper(type).map(request.getPathWithoutPrefix());
      if (match != null) {
        String rest = match.remaining.isEmpty() ? "/" : match.remaining;
        for (ServerRestHandler handler : match.value.handlers) {
          if (handler instanceof ClassRoutingHandler routing) {
            collect(routing.getMappers(), rest, methods);
          }
        }
      }
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return String.join(", ", methods);
  }

  private static RequestMapper<InitialMatch> mapper(RequestMapper.RequestPath<InitialMatch> type) {
    return new RequestMapper<>(new ArrayList<>(List.of(type)));
  }

  private static void collect(
      Map<String, RequestMapper<RuntimeResource>> mappers, String rest, Set<String> methods) {
    mappers.forEach(
        (method, mapper) -> {
          if (method != null && mapper.map(rest) != null) {
            methods.add(method);
          }
        });
  }
}
