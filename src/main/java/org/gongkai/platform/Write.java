package org.gongkai.platform;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method of a resource that changes something. It is one transaction with the record that the
 * audit keeps of it, and a POST is carried out once for each {@code Idempotency-Key}.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Write {

  /**
   * Whether it is carried out in a transaction that it shares with others, by whom it is handed to.
   */
  @Nonbinding
  boolean shared() default false;
}
