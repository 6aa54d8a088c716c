package org.gongkai.feed;

import static org.gongkai.access.TestKeys.as;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.gongkai.journey.Api;

/** The requests of those who want to be told. */
public final class Hooks {

  /** A webhook, as its maker knows it. */
  public record Hook(String key, String id, String secret) {

    public ValidatableResponse get(String more) {
      return as(key).get("/api/v1/webhooks/" + id + more).then();
    }

    public ValidatableResponse post(String more) {
      return as(key).post("/api/v1/webhooks/" + id + more).then();
    }

    public JsonPath deliveries(String query) {
      return get("/deliveries" + query).statusCode(200).extract().jsonPath();
    }

    private int total(String list) {
      return Api.json(get(list).statusCode(200).extract().response()).get("total").intValue();
    }

    /** Waits until so many deliveries are in a state. */
    public JsonPath await(String state, int number) {
      Receiver.until(
          () -> total("/deliveries?state=" + state) == number,
          () -> number + " " + state + " in " + deliveries("").prettify());
      return deliveries("?state=" + state);
    }
  }

  private Hooks() {}

  public static ValidatableResponse make(String key, Map<String, ?> wanted) {
    return as(key).contentType(ContentType.JSON).body(wanted).post("/api/v1/webhooks").then();
  }

  public static Hook to(Receiver receiver, String key) {
    return made(key, Map.of("url", receiver.url()));
  }

  public static Hook made(String key, Map<String, ?> wanted) {
    JsonNode made = Api.json(make(key, wanted).statusCode(201).extract().response());
    return new Hook(key, made.get("id").textValue(), made.get("secret").textValue());
  }
}
