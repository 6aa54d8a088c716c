package org.gongkai.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Says in the contract which members an answer always has, and which of them may be null, as the
 * record that is written tells it: a member that is written even where it is null, a primitive one,
 * and in rooms whose nulls the compiler checks whatever is not {@code @Nullable}. What a record
 * cannot tell stands in its {@code requiredProperties}. A member that is written where it is null
 * although others are not may be null. Bodies of requests are left alone: there a member that is
 * written always may still be left out.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = -2)
public class PresenceContract implements OASFilter {

  private static final String ALWAYS = "ALWAYS";

  private static final DotName SCHEMA =
      DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
  private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);
  private static final DotName SERIALIZE = DotName.createSimple(JsonSerialize.class);
  private static final DotName UNWRAPPED = DotName.createSimple(JsonUnwrapped.class);
  private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
  private static final DotName MARKED = DotName.createSimple(NullMarked.class);

  private final IndexView index;
  private final Map<String, Written> written = new TreeMap<>();

  /** Members of a record that are always there, and those that may be null then. */
  private record Written(Set<String> always, Set<String> nullable) {
    Written() {
      this(new LinkedHashSet<>(), new LinkedHashSet<>());
    }
  }

  /**
   * @param index of the classes of the service
   */
  public PresenceContract(IndexView index) {
    this.index = index;
    for (AnnotationInstance schema : index.getAnnotations(SCHEMA)) {
      if (schema.target().kind() == AnnotationTarget.Kind.CLASS
          && schema.target().asClass().isRecord()
          && !schema.target().asClass().hasDeclaredAnnotation(SERIALIZE)) {
        ClassInfo record = schema.target().asClass();
        AnnotationValue name = schema.value("name");
        Written members = new Written();
        read(record, members);
        written.put(name == null ? record.simpleName() : name.asString(), members);
      }
    }
  }

  private void read(ClassInfo record, Written into) {
    String ofAll = inclusion(record.declaredAnnotation(INCLUDE), ALWAYS);
    boolean checked = isNullMarked(record);
    for (FieldInfo member : record.unsortedFields()) {
      if (member.hasAnnotation(UNWRAPPED)) {
        read(index.getClassByName(member.type().name()), into);
        continue;
      }
      String inclusion = inclusion(member.annotation(INCLUDE), ofAll);
      boolean primitive = member.type().kind() == Type.Kind.PRIMITIVE;
      boolean nullable = member.type().hasAnnotation(NULLABLE);
      if (inclusion.equals(ALWAYS)
          || primitive
          || inclusion.equals("NON_NULL") && checked && !nullable) {
        into.always().add(member.name());
      }
      boolean although = inclusion.equals(ALWAYS) && ofAll.equals("NON_NULL");
      if (!primitive && (although || inclusion.equals(ALWAYS) && nullable)) {
        into.nullable().add(member.name());
      }
    }
  }

  private static String inclusion(@Nullable AnnotationInstance said, String otherwise) {
    return said == null || said.value() == null ? otherwise : said.value().asEnum();
  }

  private boolean isNullMarked(ClassInfo record) {
    ClassInfo room = index.getClassByName(record.name().packagePrefix() + ".package-info");
    return room != null && room.hasDeclaredAnnotation(MARKED);
  }

  @Override
  public void filterOpenAPI(OpenAPI contract) {
    Map<String, Schema> schemas = contract.getComponents().getSchemas();
    Set<String> sent = new LinkedHashSet<>();
    contract.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream())
        .flatMap(PresenceContract::bodies)
        .forEach(body -> reach(body.getSchema(), schemas, sent));
    written.forEach(
        (name, members) -> {
          if (schemas.containsKey(name) && !sent.contains(name)) {
            require(schemas.get(name), members.always());
            members.nullable().forEach(member -> allowNull(schemas.get(name), member));
          }
        });
  }

  private static Stream<MediaType> bodies(Operation operation) {
    return operation.getRequestBody() == null
        ? Stream.of()
        : operation.getRequestBody().getContent().getMediaTypes().values().stream();
  }

  private static void reach(
      @Nullable Schema schema, Map<String, Schema> schemas, Set<String> reached) {
    if (schema == null || schema.getBooleanSchema() != null) {
      return;
    }
    if (schema.getRef() != null) {
      String name = schema.getRef().replaceFirst(".*/", "");
      if (reached.add(name)) {
        reach(schemas.get(name), schemas, reached);
      }
      return;
    }
    reach(schema.getItems(), schemas, reached);
    reach(schema.getAdditionalPropertiesSchema(), schemas, reached);
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(member -> reach(member, schemas, reached));
    }
    Stream.of(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf())
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .forEach(alternative -> reach(alternative, schemas, reached));
  }

  private static void require(Schema schema, Set<String> members) {
    Set<String> required = new LinkedHashSet<>(members);
    if (schema.getRequired() != null) {
      required.addAll(schema.getRequired());
    }
    List<String> ordered =
        schema.getProperties().keySet().stream().filter(required::contains).toList();
    schema.setRequired(ordered.isEmpty() ? null : ordered);
  }

  private static void allowNull(Schema schema, String name) {
    Schema member = schema.getProperties().get(name);
    if (member == null || member.getAnyOf() != null) {
      return;
    }
    if (member.getRef() != null) {
      schema.addProperty(
          name,
          OASFactory.createSchema()
              .description(member.getDescription())
              .addAnyOf(OASFactory.createSchema().ref(member.getRef()))
              .addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL)));
    } else if (member.getType() != null && !member.getType().contains(Schema.SchemaType.NULL)) {
      member.addType(Schema.SchemaType.NULL);
    }
  }
}
