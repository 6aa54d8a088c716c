package org.gongkai.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.interceptor.InvocationContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import org.gongkai.platform.Digests;
import org.jspecify.annotations.Nullable;

/** SHA-256 of method, address and body; a streamed body is digested while it is read. */
final class Fingerprint {

  private final MessageDigest digest = Digests.sha256();
  private final ObjectMapper mapper;
  private InputStream rest = InputStream.nullInputStream();
  private byte @Nullable [] complete;

  Fingerprint(InvocationContext call, HttpServerRequest request, ObjectMapper mapper)
      throws IOException {
    this.mapper = mapper;
    digest.update(head(request));
    Annotation[][] annotations = call.getMethod().getParameterAnnotations();
    Object[] values = call.getParameters();
    for (int i = 0; i < values.length; i++) {
      if (isBody(annotations[i])) {
        values[i] = digested(values[i]);
      }
    }
    call.setParameters(values);
  }

  static byte[] head(HttpServerRequest request) {
    String head = request.method().name() + " " + request.uri() + "\n";
    return head.getBytes(StandardCharsets.UTF_8);
  }

  private Object digested(Object body) throws IOException {
    switch (body) {
      case null -> {}
      case byte[] bytes -> digest.update(bytes);
      case InputStream stream -> {
        rest = new Digested(stream, digest);
        return rest;
      }
      default -> digest.update(mapper.writeValueAsBytes(body));
    }
    return body;
  }

  /** Of all; what is left of the body is read for it. */
  byte[] complete() {
    try {
      byte @Nullable [] known = complete;
      if (known == null) {
        rest.transferTo(OutputStream.nullOutputStream());
        known = digest.digest();
        complete = known;
      }
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The body is the parameter without an annotation of JAX-RS. */
  private static boolean isBody(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .noneMatch(a -> a.annotationType().getPackageName().startsWith("jakarta.ws.rs"));
  }

  /** A reader may close its body; the server closes it at the end anyway. */
  private static final class Digested extends DigestInputStream {

    Digested(InputStream stream, MessageDigest digest) {
      super(stream, digest);
    }

    @Override
    public void close() {
      // the rest still has to be digested
    }
  }
}
