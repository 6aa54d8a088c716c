package org.gongkai.journal;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Adds {@code Idempotency-Key} to every POST of the contract. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class IdempotencyContract implements OASFilter {

  private static final String NAME = "IdempotencyKey";

  @Override
  public void filterOpenAPI(OpenAPI contract) {
    contract.getComponents().addParameter(NAME, parameter());
    for (Map.Entry<String, PathItem> path : contract.getPaths().getPathItems().entrySet()) {
      Operation post = path.getValue().getPOST();
      if (post != null) {
        post.addParameter(OASFactory.createParameter().ref(NAME));
        post.getResponses().getAPIResponses().entrySet().stream()
            .filter(answer -> answer.getKey().startsWith("2"))
            .forEach(answer -> answer.getValue().addHeader(StoredResponse.REPLAYED, replayed()));
      }
    }
  }

  private static Header replayed() {
    return OASFactory.createHeader()
        .description(
            "`true` where this is the answer to an earlier request of the same key, else left out")
        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING).addExample("true"));
  }

  private static Parameter parameter() {
    return OASFactory.createParameter()
        .name(Idempotency.HEADER)
        .in(Parameter.In.HEADER)
        .description(
            "A name for this request, new for each, such as a UUID. The same request again, within"
                + " 24 hours, gets the answer of the first (with `Idempotency-Replayed: true`) and"
                + " changes nothing; another request under the name is `idempotency-key-reused`,"
                + " and `request-in-flight` while the first is at work. / 幂等键：同一请求重复发送只执行一次。")
        .schema(
            OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .minLength(1)
                .maxLength(255)
                .addExample("5f0c7b0e-6f0b-4c53-9d0a-3b1f5c0f6a11"));
  }
}
