package org.gongkai.platform;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.internal.ExceptionAttributeResolver;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.internal.SdkTracerProviderUtil;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Keeps what people have written out of traces, which go to another system. What was searched for
 * stands in the query of an address, and what a caller has got wrong in the message of an
 * exception; whose machine it was is nobody's business there.
 */
@Singleton
class Traces implements SpanProcessor, AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

  private static final String LEFT_OUT = "-";

  private static final List<AttributeKey<String>> PERSONAL =
      List.of(
          AttributeKey.stringKey("url.query"),
          AttributeKey.stringKey("client.address"),
          AttributeKey.stringKey("network.peer.address"));

  @Override
  public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
    builder.addTracerProviderCustomizer(
        (provider, config) -> {
          SdkTracerProviderUtil.setExceptionAttributeResolver(
              provider,
              (attributes, thrown, longest) ->
                  attributes.setAttribute(
                      ExceptionAttributeResolver.EXCEPTION_TYPE, thrown.getClass().getName()));
          return provider;
        });
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    for (AttributeKey<String> attribute : PERSONAL) {
      if (span.getAttribute(attribute) != null) {
        span.setAttribute(attribute, LEFT_OUT);
      }
    }
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    // it is sent by another one
  }

  @Override
  public boolean isEndRequired() {
    return false;
  }
}
