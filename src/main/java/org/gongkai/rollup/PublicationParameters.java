package org.gongkai.rollup;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What the rollup of publications can be asked beside what every rollup can. */
class PublicationParameters extends RollupParameters {

  @Parameter(
      description = "Only this channel, as `website`; may be given several times",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
  @QueryParam("channel")
  List<String> channels;

  @Override
  List<String> channels() {
    return channels;
  }
}
