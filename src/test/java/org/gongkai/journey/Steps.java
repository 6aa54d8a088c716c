package org.gongkai.journey;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;

/** The steps of a report's life, as requests. */
public final class Steps {

  private Steps() {}

  public static ValidatableResponse submit(RequestSpecification caller, long id) {
    return caller.post("/api/v1/reports/{id}/submission", id).then();
  }

  public static ValidatableResponse withdraw(RequestSpecification caller, long id) {
    return caller.post("/api/v1/reports/{id}/withdrawal", id).then();
  }

  /** Sends a report back for a cell. */
  public static ValidatableResponse giveBack(
      RequestSpecification caller, long id, String path, String text) {
    String body = "{\"reasons\":[{\"path\":\"%s\",\"reason\":\"%s\"}]}".formatted(path, text);
    return caller
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/v1/reports/{id}/return", id)
        .then();
  }

  public static ValidatableResponse accept(RequestSpecification caller, long id) {
    return caller.post("/api/v1/reports/{id}/acceptance", id).then();
  }

  public static ValidatableResponse publish(RequestSpecification caller, long id) {
    return caller.post("/api/v1/reports/{id}/publication", id).then();
  }

  public static ValidatableResponse reopen(RequestSpecification caller, long id, String why) {
    return caller
        .contentType(ContentType.JSON)
        .body("{\"reason\":\"" + why + "\"}")
        .post("/api/v1/reports/{id}/reopening", id)
        .then();
  }

  /**
   * Throws a draft away.
   *
   * @param ifMatch null: none is sent
   */
  public static ValidatableResponse discard(RequestSpecification caller, long id, String ifMatch) {
    RequestSpecification request = ifMatch == null ? caller : caller.header("If-Match", ifMatch);
    return request.delete("/api/v1/reports/{id}", id).then();
  }

  /** States on which day a report was handed in before the service was there. */
  public static ValidatableResponse date(RequestSpecification caller, long id, String day) {
    String on = day.isEmpty() ? "" : "\"day\":\"" + day + "\",";
    return caller
        .contentType(ContentType.JSON)
        .body("{" + on + "\"reason\":\"据纸质收文登记\"}")
        .put("/api/v1/reports/{id}/hand-in-day", id)
        .then();
  }

  /** Takes what is published out of sight. */
  public static ValidatableResponse hide(RequestSpecification caller, long id, String why) {
    return say(caller, id, "hiding", why);
  }

  /** Shows it again. */
  public static ValidatableResponse unhide(RequestSpecification caller, long id, String why) {
    return say(caller, id, "unhiding", why);
  }

  private static ValidatableResponse say(
      RequestSpecification caller, long id, String step, String why) {
    return caller
        .contentType(ContentType.JSON)
        .body("{\"reason\":\"" + why + "\"}")
        .post("/api/v1/reports/{id}/{step}", id, step)
        .then();
  }

  public static ValidatableResponse explain(
      RequestSpecification caller, long id, String finding, String text) {
    return remark(caller, id, finding, "explanation", text);
  }

  public static ValidatableResponse waive(
      RequestSpecification caller, long id, String finding, String text) {
    return remark(caller, id, finding, "waiver", text);
  }

  private static ValidatableResponse remark(
      RequestSpecification caller, long id, String finding, String kind, String text) {
    return caller
        .contentType(ContentType.JSON)
        .body("{\"reason\":\"" + text + "\"}")
        .put("/api/v1/reports/{id}/findings/{finding}/{kind}", id, finding, kind)
        .then();
  }

  /** Takes a new report to a state, as the administrator. */
  public static long reportIn(String state, String organ, int year) {
    long id = Api.drafted(Sample.nil(organ, year));
    for (String step : stepsTo(state)) {
      String address = "/api/v1/reports/" + id + "/" + step;
      Ask.Question question =
          switch (step) {
            case "return" ->
                Ask.Question.json(
                    "POST",
                    address,
                    "{\"reasons\":[{\"path\":\"disclosure\",\"reason\":\"请核对\"}]}");
            case "reopening" -> Ask.Question.json("POST", address, "{\"reason\":\"更正\"}");
            default -> new Ask.Question("POST", address);
          };
      question.byAdmin().of(200);
    }
    return id;
  }

  private static List<String> stepsTo(String state) {
    return switch (state) {
      case "draft" -> List.of();
      case "submitted" -> List.of("submission");
      case "withdrawn" -> List.of("submission", "withdrawal");
      case "returned" -> List.of("submission", "return");
      case "accepted" -> List.of("submission", "acceptance");
      case "published" -> List.of("submission", "acceptance", "publication");
      case "reopened" -> List.of("submission", "acceptance", "publication", "reopening");
      default -> throw new IllegalArgumentException(state);
    };
  }
}
