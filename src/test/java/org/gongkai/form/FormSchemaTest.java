package org.gongkai.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
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

  @Test
  void theCellThatIsNoNumberIsTheOnlyPlaceThatFails() {
    Set<ValidationMessage> messages =
        schemaOf("2019").validate(Documents.sample("shanghai-general-office-2019"));
    assertThat(messages)
        .filteredOn(
            m -> !m.getSchemaLocation().toString().contains("/properties/disclosure/anyOf/1"))
        .isNotEmpty()
        .allSatisfy(
            m ->
                assertThat(m.getInstanceLocation()).hasToString("$.disclosure.procurement.amount"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'scope': null, 'editions': null, 'nil': null, 'publications': null, 'narrative': null",
        "'editions': {'contests': null}, 'applications': null",
        "'publications': {'total': null, 'channels': null}",
        "'publications': {'channels': [{'channel': 'app', 'unit': 'item', 'approximate': null,"
            + " 'name': null, 'count': null}]}",
        "'nil': ['contests'], 'disclosure': {'procurement': {'unit': null, 'amount': 0.5}}",
        "'contests': {'reconsideration': null, 'litigationDirect': {'upheld': 'n/a'}}",
        "'disclosure': {'licensing': {'change': -9007199254740991}}",
        "'narrative': {'title': '年度报告', 'headings': {'problems': '五、问题'}, 'signature': {'date':"
            + " null}, 'contests': '无'}",
        "'disclosure': {'rules': {'issued': '／', 'repealed': '——', 'inForce': 'N/A'}}",
        "'disclosure': {'rules': {'issued': {'value': 22, 'remark': '其中修订16件'}}}",
        "'disclosure': {'rules': {'issued': {'value': null, 'remark': null}}}",
        "'disclosure': {'fees': {'amount': {'value': '－', 'remark': '无此项收费'}}}",
      })
  void whatTheReaderTakesIsValid(String more) {
    ObjectNode report = Samples.report(2021, more);
    Samples.READER.read(report);
    assertThat(mixed.validate(report)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'organ': 'a b'",
        "'year': 2007",
        "'scope': 'city'",
        "'nil': ['contests', 'contests']",
        "'editions': {'contests': '2020'}",
        "'publications': {'channels': [{'channel': 'web', 'unit': 'item'}]}",
        "'publications': {'total': {'count': 5}}",
        "'contests': {'reconsideration': {'upheld': -1}}",
        "'contests': {'reconsideration': {'upheld': '12'}}",
        "'contests': {'reconsideration': {'upheld': 1.5}}",
        "'contests': {'reconsideration': {'upheld': '无'}}",
        "'contests': {'reconsideration': {'upheld': {'value': '22件'}}}",
        "'contests': {'reconsideration': {'upheld': {'value': 2, 'note': ''}}}",
        "'disclosure': {'licensing': {'change': -9007199254740992}}",
        "'disclosure': {'fees': {'amount': 1000000000000000}}",
        "'applications': {'received': 5}",
        "'narrative': {'signature': '某局'}",
        "'narrative': {'headings.problems': '五、问题'}",
      })
  void whatIsWrongIsInvalid(String more) {
    assertThat(mixed.validate(Samples.report(2021, more))).isNotEmpty();
  }

  @Test
  void everyCellIsLabelledInBothLanguages() {
    ObjectNode schema =
        FormSchema.document(Documents.FORMS, List.of(Documents.FORMS.known("2021")));
    assertThat(
            schema
                .at("/$defs/Applications2021/properties/received/properties/naturalPerson")
                .toString())
        .isEqualTo("{\"description\":\"Natural persons / 自然人\",\"$ref\":\"#/$defs/CountCell\"}");
  }

  /** Clients that are generated from the contract have a place for every cell of every edition. */
  @Test
  void theContractHasEveryCellOfEveryEdition() {
    Map<String, ObjectNode> components = FormSchema.components(Documents.FORMS);
    for (Form form : Documents.FORMS.all()) {
      for (Section section : form.sections().values()) {
        String name = Character.toUpperCase(section.id().charAt(0)) + section.id().substring(1);
        for (Cell cell : section.cells().values()) {
          String below = cell.path().substring(section.id().length() + 1);
          String pointer = "/properties/" + below.replace(".", "/properties/");
          assertThat(components.get(name).at(pointer).path("description").asText())
              .as(cell.path())
              .matches(".*[(].*" + form.edition() + ".*[)] / .*（.*" + form.edition() + ".*）.*");
        }
      }
    }
  }

  @Test
  void aRowOfOneEditionMayBeAHeadingInAnother() {
    ObjectNode otherHandling =
        (ObjectNode)
            FormSchema.components(Documents.FORMS)
                .get("Applications")
                .at("/properties/outcomes/properties/otherHandling/properties");
    assertThat(otherHandling.fieldNames())
        .toIterable()
        .contains("total", "correctionOverdue", "feeUnpaid", "otherReasons");
    assertThat(otherHandling.at("/total/description").asText())
        .isEqualTo("Total (2019) / 总计（2019）");
    assertThat(otherHandling.at("/feeUnpaid/properties/total/description").asText())
        .isEqualTo("Total (2021) / 总计（2021）");
  }

  private static JsonSchema schemaOf(String edition) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(FormSchema.document(Documents.FORMS, List.of(Documents.FORMS.known(edition))));
  }
}
