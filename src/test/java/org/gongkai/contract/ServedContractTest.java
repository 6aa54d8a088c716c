package org.gongkai.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What {@link ServedContract} rests on, beside what callers see of it. */
@QuarkusTest
class ServedContractTest {

  @Test
  void theLibraryAsksItAndFindsNothingToReadByItself() {
    OpenApiDocumentService served = Arc.container().select(OpenApiDocumentService.class).get();
    assertThat(served).isInstanceOf(ServedContract.class);
    assertThat(OpenApiConstants.classLoader.getResource(ServedContract.WRITTEN)).isNull();
  }
}
