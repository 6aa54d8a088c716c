package org.gongkai.platform;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Answers with a {@link Spill}. A large one is sent as fast as its reader takes it, part by part,
 * and neither a worker nor a transaction waits meanwhile.
 */
@Provider
@Singleton
class SpillWriter implements ServerMessageBodyWriter<Spill> {

  private static final int READERS = 2;

  private final long stalledMillis;

  /** Not the workers of requests: those may all be waiting for something. */
  private final ExecutorService readers =
      Executors.newFixedThreadPool(
          READERS, Thread.ofPlatform().daemon().name("answers-", 0).factory());

  SpillWriter(PlatformSettings settings) {
    this.stalledMillis = settings.answers().stalledAfter().toMillis();
  }

  @PreDestroy
  void stop() {
    readers.shutdown();
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
    return type == Spill.class;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type == Spill.class;
  }

  @Override
  public void writeResponse(Spill spill, Type generic, ServerRequestContext context)
      throws IOException {
    ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
    RoutingContext routing = request.unwrap(RoutingContext.class);
    context
        .serverResponse()
        .setResponseHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(spill.length()));
    if (!spill.isLarge()) {
      try (InputStream all = spill.open()) {
        context.serverResponse().end(all.readAllBytes());
      } finally {
        spill.delete();
      }
      return;
    }
    request.suspend();
    new SpillPump(spill, routing, readers, request::resume).start(stalledMillis);
  }

  @Override
  public void writeTo(
      Spill spill,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    try (InputStream all = spill.open()) {
      all.transferTo(out);
    } finally {
      spill.delete();
    }
  }
}
