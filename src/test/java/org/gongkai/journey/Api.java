package org.gongkai.journey;

import static org.gongkai.access.TestKeys.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The requests that most stories are made of. */
public final class Api {

  private Api() {}

  /** Files a report as the administrator. */
  public static ValidatableResponse file(Object report) {
    return file(admin(), report);
  }

  public static ValidatableResponse file(RequestSpecification caller, Object report) {
    return send(caller, report).post("/api/v1/reports").then();
  }

  public static ValidatableResponse fileDraft(Object report) {
    return send(admin(), report).post("/api/v1/reports?state=draft").then();
  }

  /** Files a report that is known to be right. */
  public static long filed(Object report) {
    return created("/api/v1/reports", report);
  }

  public static long drafted(Object report) {
    return created("/api/v1/reports?state=draft", report);
  }

  private static long created(String address, Object report) {
    byte[] body =
        report instanceof byte[] bytes ? bytes : report.toString().getBytes(StandardCharsets.UTF_8);
    return new Ask.Question("POST", address, "application/json", body, List.of())
        .byAdmin()
        .of(201)
        .json()
        .get("id")
        .longValue();
  }

  public static long id(ValidatableResponse answer) {
    return json(answer.extract().response()).get("id").longValue();
  }

  /** What was answered. REST Assured compiles a script for each value that it is asked for. */
  public static JsonNode json(Response answer) {
    return Sample.json(answer.asString());
  }

  public static ValidatableResponse get(String address, Object... parts) {
    return admin().get(address, parts).then();
  }

  public static ValidatableResponse report(long id) {
    return get("/api/v1/reports/{id}", id);
  }

  public static String tag(long id) {
    return new Ask.Question("GET", "/api/v1/reports/" + id).byAdmin().of(200).header("ETag");
  }

  public static ValidatableResponse correct(long id, String ifMatch, Object report) {
    return send(admin(), report).header("If-Match", ifMatch).put("/api/v1/reports/{id}", id).then();
  }

  public static ValidatableResponse put(String organ, int year, Object report) {
    return send(admin(), report).put("/api/v1/organs/{organ}/reports/{year}", organ, year).then();
  }

  public static ValidatableResponse submit(long id) {
    return admin().post("/api/v1/reports/{id}/submission", id).then();
  }

  public static ValidatableResponse rollup(String what, String region, int year) {
    return get("/api/v1/rollups/{what}?region={region}&year={year}", what, region, year)
        .statusCode(200);
  }

  public static RequestSpecification send(RequestSpecification caller, Object report) {
    Object body = report instanceof byte[] ? report : report.toString();
    RequestSpecification request = caller.contentType(ContentType.JSON);
    return body instanceof byte[] bytes ? request.body(bytes) : request.body((String) body);
  }
}
