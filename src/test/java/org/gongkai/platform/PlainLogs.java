package org.gongkai.platform;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.config.LogConfig;
import org.gongkai.journey.AnswerPaths;

/**
 * What a failed test shows of its request and answer, as they were sent; and paths of answers that
 * are cheap to ask for, {@link AnswerPaths}.
 *
 * <p>Quarkus would have REST Assured keep them at every request, as indented JSON: to indent a text
 * of a hundred thousand brackets takes 20 seconds. That is off in the test profile. This is
 * registered for all tests in {@code META-INF/services}.
 */
public final class PlainLogs implements QuarkusTestBeforeEachCallback {

  @Override
  public void beforeEach(QuarkusTestMethodContext context) {
    AnswerPaths.cheap();
    RestAssured.config =
        RestAssured.config()
            .logConfig(
                LogConfig.logConfig()
                    .enableLoggingOfRequestAndResponseIfValidationFails()
                    .enablePrettyPrinting(false));
  }
}
