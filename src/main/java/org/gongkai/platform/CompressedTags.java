package org.gongkai.platform;

import io.netty.handler.codec.compression.StandardCompressionOptions;
import io.netty.handler.codec.http.HttpContentCompressor;
import io.quarkus.vertx.http.runtime.HttpCompressionHandler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Gives compressed answers ETags of their own. A strong ETag stands for the very bytes (RFC 9110,
 * 8.8.3), and the server compresses after the tag was set; so here the compressed answer's tag gets
 * an ending, and conditions that name it lose that again before anybody looks at them. A condition
 * that comes in several lines becomes one list on the way.
 */
@Singleton
class CompressedTags {

  /** Before all others, so that at the end of the headers it comes after all others. */
  private static final int FIRST_OF_ALL = -2_100_000;

  private static final String ENDING = "--gzip\"";

  /** A list of nothing. The framework takes a blank header for none, and would let a write pass. */
  private static final String NOTHING = ",";

  private static final String SENT = CompressedTags.class.getName();

  /** Decides as the server does, by the server's own code. */
  private static final class Coding extends HttpContentCompressor {

    Coding() {
      super(0, StandardCompressionOptions.gzip());
    }

    boolean compressesFor(@Nullable String acceptEncoding) {
      return acceptEncoding != null && determineEncoding(acceptEncoding) != null;
    }
  }

  private final Coding coding = new Coding();
  private final Set<String> types;

  CompressedTags(@ConfigProperty(name = "quarkus.http.compress-media-types") List<String> types) {
    this.types = Set.copyOf(types);
  }

  void install(@Observes Router router) {
    router.route().order(FIRST_OF_ALL).handler(this::prepare);
  }

  private void prepare(RoutingContext request) {
    MultiMap headers = request.request().headers();
    request.put(SENT, Preconditions.ifNoneMatch(request.request()));
    for (String condition : Preconditions.HEADERS) {
      if (headers.contains(condition)) {
        String tags = String.join(", ", headers.getAll(condition));
        headers.set(condition, tags.isBlank() ? NOTHING : tags.replace(ENDING, "\""));
      }
    }
    request.addHeadersEndHandler(end -> complete(request));
    request.next();
  }

  private void complete(RoutingContext request) {
    MultiMap headers = request.response().headers();
    // the framework asks this of resources only: not of problems, nor of its own pages
    HttpCompressionHandler.compressIfNeeded(request, types);
    boolean unchanged = request.response().getStatusCode() == 304;
    if (!unchanged && headers.contains("Content-Encoding")) {
      return; // says itself how it is coded, if only "identity": nobody compresses it
    }
    headers.set("Vary", String.join(", ", varies(headers)));
    String tag = headers.get("ETag");
    if (tag != null && !tag.startsWith("W/")) {
      String compressed = tag.substring(0, tag.length() - 1) + ENDING;
      String named = unchanged ? request.get(SENT) : "";
      boolean plain = Preconditions.isNamed(tag, named);
      if (Preconditions.isNamed(compressed, named) || (!plain && compresses(request))) {
        headers.set("ETag", compressed);
      }
    }
  }

  /** Each header once, whoever names it. */
  private static Set<String> varies(MultiMap headers) {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    headers.getAll("Vary").forEach(some -> names.addAll(List.of(some.strip().split("\\s*,\\s*"))));
    names.add("Accept-Encoding");
    return names;
  }

  private boolean compresses(RoutingContext request) {
    return coding.compressesFor(request.request().getHeader("Accept-Encoding"));
  }
}
