package org.gongkai.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** What members of a report are called, in any edition; whatever else stands in a cell. */
public final class MemberNames {

  private MemberNames() {}

  /** All names, taken from the schema: a document has no others, but within what is no number. */
  public static Set<String> of(Forms forms) {
    Set<String> names = new LinkedHashSet<>();
    collect(FormSchema.document(forms, forms.all()), names);
    return names;
  }

  private static void collect(JsonNode schema, Set<String> names) {
    schema.path("properties").fieldNames().forEachRemaining(names::add);
    schema.forEach(part -> collect(part, names));
  }
}
