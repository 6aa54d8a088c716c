package org.gongkai.journal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Optional;
import org.gongkai.platform.Write;
import org.gongkai.platform.WriteGate;

/**
 * Puts a write, its entry in the audit log and its stored answer into one transaction; one that
 * shares its transaction is handed to {@link SharedWrites}, which does the same for several.
 */
@Write
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 100)
class WriteInterceptor {

  /** Enough for a file of all organs of the nation. The body is received before. */
  private static final int LONGEST_SECONDS = 900;

  private final CurrentWrite current;
  private final Idempotency idempotency;
  private final Auditing auditing;
  private final WriteGate gate;

  WriteInterceptor(
      CurrentWrite current, Idempotency idempotency, Auditing auditing, WriteGate gate) {
    this.gate = gate;
    this.current = current;
    this.idempotency = idempotency;
    this.auditing = auditing;
  }

  @AroundInvoke
  Object carryOut(InvocationContext call) throws Exception {
    gate.requireOpen(call.getMethod().isAnnotationPresent(DELETE.class));
    return call.getMethod().getAnnotation(Write.class).shared() ? shared(call) : alone(call);
  }

  /** No transaction begins here: whoever shares it is not known yet. */
  private Object shared(InvocationContext call) throws Exception {
    Optional<NamedRequest> named =
        call.getMethod().isAnnotationPresent(POST.class)
            ? idempotency.named(call)
            : Optional.empty();
    Optional<Response> known = named.flatMap(idempotency::repeated);
    if (known.isPresent()) {
      return known.get();
    }
    current.begin(call.getMethod(), named.orElse(null));
    Object result = call.proceed();
    if (!current.isHandedOver()) {
      throw new IllegalStateException(
          call.getMethod() + " has changed nothing that was written down");
    }
    return result;
  }

  private Object alone(InvocationContext call) {
    return QuarkusTransaction.joiningExisting()
        .timeout(LONGEST_SECONDS)
        .call(
            () ->
                call.getMethod().isAnnotationPresent(POST.class)
                    ? idempotency.once(call, () -> recorded(call))
                    : recorded(call));
  }

  private Object recorded(InvocationContext call) throws Exception {
    Object result = call.proceed();
    auditing.done(call.getMethod(), statusOf(call.getMethod(), result));
    return result;
  }

  private static int statusOf(Method method, Object result) {
    if (result instanceof Response answer) {
      return answer.getStatus();
    }
    return method.getReturnType() == void.class ? 204 : 200;
  }
}
