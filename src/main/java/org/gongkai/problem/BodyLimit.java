package org.gongkai.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses a body that says no length and turns out too long. The server would do it too, but
 * without a word; it is given some slack, see {@link HttpEdge}, so that this comes first.
 */
@Provider
public class BodyLimit implements ReaderInterceptor {

  private final BodyLimits limits;

  BodyLimit(BodyLimits limits) {
    this.limits = limits;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    long most = limits.of(context.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE));
    context.setInputStream(new Counted(context.getInputStream(), most));
    return context.proceed();
  }

  private static final class Counted extends FilterInputStream {

    private long left;

    Counted(InputStream in, long most) {
      super(in);
      this.left = most;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      take(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      take(Math.max(read, 0));
      return read;
    }

    private void take(int count) {
      left -= count;
      if (left < 0) {
        throw ProblemException.of(ProblemType.PAYLOAD_TOO_LARGE);
      }
    }
  }
}
