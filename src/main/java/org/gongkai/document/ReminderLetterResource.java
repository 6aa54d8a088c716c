package org.gongkai.document;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.access.Access;
import org.gongkai.form.Forms;
import org.gongkai.platform.Parameters;
import org.gongkai.reading.DocumentFormat;
import org.gongkai.registry.Region;
import org.gongkai.season.Reminders;
import org.jspecify.annotations.Nullable;

/** The letter to organs that still have to file. */
@Path("/api/v1/reminders/letter")
@Produces({DocumentFormat.DOCX_TYPE, MediaType.TEXT_HTML, DocumentFormat.PDF_TYPE})
@Tag(name = "documents")
class ReminderLetterResource {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final DocumentAnswers answers;
  private final Reminders reminders;
  private final Access access;
  private final Clock clock;
  private final Letters letters;

  ReminderLetterResource(
      DocumentAnswers answers, Reminders reminders, Access access, Clock clock, Forms forms) {
    this.answers = answers;
    this.reminders = reminders;
    this.access = access;
    this.clock = clock;
    this.letters = new Letters(Phrases.of(forms));
  }

  @GET
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "getReminderLetter",
      summary = "Letter to organs to be reminded / 催报函",
      description =
          "The list of reminders as a letter: the organs that must still file, 1000 at the most,"
              + " each with what it must do until when.")
  @APIResponse(responseCode = "200", description = "The letter")
  @APIResponse(responseCode = "304", description = "As named in `If-None-Match`")
  @APIResponse(responseCode = "422", description = "`unknown-region`: not registered")
  public Response reminder(
      @Parameter(
              description = "Code of the region; organs of the regions below it are in",
              required = true,
              example = "371002")
          @QueryParam("region")
          String region,
      @Parameter(
              description = "The report year",
              required = true,
              schema = @Schema(type = SchemaType.INTEGER),
              example = "2025")
          @QueryParam("year")
          @Nullable String year,
      @BeanParam LetterFormat format,
      @Context HttpHeaders headers) {
    DocumentFormat wanted = format.of(headers);
    Region of = access.readableRegion("region", region);
    int ofYear = Parameters.requiredYear("year", year);
    Map<String, String> organs = new LinkedHashMap<>();
    reminders
        .texts(of.code(), ofYear)
        .forEach(reminder -> organs.put(reminder.organ(), reminder.text()));
    Paper paper = letters.reminder(of.name(), ofYear, organs, today());
    return answers.of(paper, List.of(), "reminder-" + of.code() + "-" + ofYear, wanted, headers);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }
}
