package org.gongkai.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;

/** Requests about imports, and files to send. */
final class ImportCalls {

  static final String ALL = "/api/v1/imports";

  private ImportCalls() {}

  static RequestSpecification with(String key, String name, byte[] file) {
    EncoderConfig asItIs =
        EncoderConfig.encoderConfig()
            .encodeContentTypeAs("application/octet-stream", ContentType.BINARY);
    return TestKeys.as(key)
        .config(RestAssuredConfig.config().encoderConfig(asItIs))
        .header("Content-Type", "application/octet-stream")
        .header(
            "Content-Disposition",
            "attachment; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
        .body(file);
  }

  static ValidatableResponse send(String key, String name, byte[] file) {
    return with(key, name, file).post(ALL).then();
  }

  static ValidatableResponse get(String key, String address, Object... parts) {
    return TestKeys.as(key).header("Accept-Language", "en").get(ALL + address, parts).then();
  }

  /** The id of the draft that the first file of an import becomes. */
  static long draft(String key, long id) {
    return Api.id(
        TestKeys.as(key)
            .contentType(ContentType.JSON)
            .body(Map.of())
            .post(ALL + "/{id}/files/1/draft", id)
            .then()
            .statusCode(201));
  }

  static JsonNode json(ValidatableResponse answer) {
    return Api.json(answer.extract().response());
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A zip with these files, whose names are written so. */
  static byte[] zip(Map<String, byte[]> files, Charset names) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
