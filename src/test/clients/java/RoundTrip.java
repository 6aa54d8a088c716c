import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.file.Path;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiResponse;
import org.openapitools.client.api.ReportsApi;
import org.openapitools.client.api.RollupsApi;
import org.openapitools.client.model.*;

/**
 * A department's system: files a report, reads it back, corrects it, and reads the sums, through
 * the generated client alone. Prints what it saw, as the client writes it.
 */
public class RoundTrip {

  public static void main(String[] args) throws Exception {
    String address = args[0];
    String key = args[1];
    String region = args[2];
    Path sample = Path.of(args[3]);

    // Without this, Jackson reads amounts as binary fractions.
    ObjectMapper mapper =
        ApiClient.createDefaultObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    ApiClient client = new ApiClient(HttpClient.newBuilder(), mapper, address);
    client.setRequestInterceptor(request -> request.header("X-API-Key", key));
    ReportsApi reports = new ReportsApi(client);
    ObjectNode seen = JsonNodeFactory.instance.objectNode();

    Report report = mapper.readValue(sample.toFile(), Report.class);
    seen.set("sent", mapper.valueToTree(report));
    FiledReport filed =
        reports.fileReport(
            ReportsApi.APIFileReportRequest.newBuilder()
                .report(report)
                .state(FilingState.DRAFT)
                .build());

    ApiResponse<FiledReport> read = reports.getReportWithHttpInfo(named(filed));
    seen.set("read", mapper.valueToTree(read.getData()));
    Report corrected = corrected(read.getData());
    seen.set("correction", mapper.valueToTree(corrected));
    reports.correctReport(
        ReportsApi.APICorrectReportRequest.newBuilder()
            .id(filed.getId())
            .report(corrected)
            .state(FilingState.SUBMITTED)
            .ifMatch(read.getHeaders().get("etag").get(0))
            .build());
    seen.set("corrected", mapper.valueToTree(reports.getReport(named(filed))));

    RollupsApi rollups = new RollupsApi(client);
    int year = filed.getYear();
    ObjectNode sums = seen.putObject("rollups");
    sums.set(
        "publications",
        mapper.valueToTree(
            rollups.rollUpPublications(
                RollupsApi.APIRollUpPublicationsRequest.newBuilder()
                    .region(region)
                    .year(year)
                    .build())));
    sums.set(
        "disclosure",
        mapper.valueToTree(
            rollups.rollUpDisclosure(
                RollupsApi.APIRollUpDisclosureRequest.newBuilder()
                    .region(region)
                    .year(year)
                    .build())));
    sums.set(
        "applications",
        mapper.valueToTree(
            rollups.rollUpApplications(
                RollupsApi.APIRollUpApplicationsRequest.newBuilder()
                    .region(region)
                    .year(year)
                    .build())));
    sums.set(
        "contests",
        mapper.valueToTree(
            rollups.rollUpContests(
                RollupsApi.APIRollUpContestsRequest.newBuilder()
                    .region(region)
                    .year(year)
                    .build())));
    System.out.println(mapper.writeValueAsString(seen));
  }

  private static ReportsApi.APIGetReportRequest named(FiledReport report) {
    return ReportsApi.APIGetReportRequest.newBuilder().id(report.getId()).build();
  }

  /** What was read, with a word more in the overview, and the one cell that is no number mended. */
  private static Report corrected(FiledReport read) {
    Report report =
        new Report()
            .organ(read.getOrgan())
            .year(read.getYear())
            .publications(read.getPublications())
            .disclosure(read.getDisclosure())
            .applications(read.getApplications())
            .contests(read.getContests())
            .narrative(read.getNarrative() == null ? new Narrative() : read.getNarrative());
    report.getNarrative().setOverview("更正后的总体情况。");
    DisclosureProcurement procurement = report.getDisclosure().getProcurement();
    if (procurement != null && "251000元".equals(procurement.getAmount())) {
      procurement.setAmount(new BigDecimal("251000.123456"));
      procurement.setUnit(AmountUnit.YUAN);
    }
    return report;
  }
}
