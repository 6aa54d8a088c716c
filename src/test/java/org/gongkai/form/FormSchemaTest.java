package org.gongkai.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormSchemaTest {

  private final JsonSchema mixed =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(FormSchema.document(Documents.FORMS, Documents.FORMS.all()));

  @Test
  void realReportsAreValid() {
    assertThat(mixed.validate(Documents.sample("huancui-industry-bureau-2021"))).isEmpty();
    assertThat(mixed.validate(Documents.sample("huaian-city-2024"))).isEmpty();
  }

  @Test
  void aCellThatIsNoNumberIsNamed() {
    ObjectNode shanghai = Documents.sample("shanghai-general-office-2019");
    Set<ValidationMessage> messages = mixed.validate(shanghai);
    assertThat(messages)
        .anySatisfy(
            m ->
                assertThat(m.getInstanceLocation()).hasToString("$.disclosure.procurement.amount"));
    shanghai.withObject("/disclosure/procurement").put("amount", 251000);
    assertThat(mixed.validate(shanghai)).isEmpty();
  }

  @Test
  void anEditionOfItsOwnTakesNoOther() {
    JsonSchema only2021 =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                FormSchema.document(Documents.FORMS, List.of(Documents.FORMS.known("2021"))));
    assertThat(only2021.validate(Documents.sample("huaian-city-2024"))).isEmpty();
    assertThat(only2021.validate(Documents.sample("huancui-industry-bureau-2021"))).isNotEmpty();
  }

  @Test
  void anUnknownKeyIsInvalid() {
    ObjectNode report = Documents.sample("huaian-city-2024").put("yaer", 2024);
    assertThat(mixed.validate(report)).isNotEmpty();
  }
}
