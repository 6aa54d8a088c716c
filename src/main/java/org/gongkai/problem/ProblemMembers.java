package org.gongkai.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * The members that problems of some kinds have besides, as the contract has them. {@link
 * ProblemException#with} puts them in; a test sees to it that none is missing here.
 */
final class ProblemMembers {

  private ProblemMembers() {}

  static Map<String, Schema> schemas() {
    Map<String, Schema> members = new LinkedHashMap<>();
    members.put(
        "findings",
        of(Schema.SchemaType.ARRAY, "`figures-inconsistent`: what the rules say of the report")
            .items(OASFactory.createSchema().ref("#/components/schemas/Finding")));
    members.put(
        "report",
        of(Schema.SchemaType.STRING, "`report-exists`: address of the report that is there")
            .addExample("/api/v1/reports/42"));
    members.put(
        "state",
        of(Schema.SchemaType.STRING, "`state-conflict`: the state that it is in")
            .addExample("accepted"));
    members.put(
        "reason",
        of(
                Schema.SchemaType.STRING,
                "`report-hidden`: why it was taken back; `unreadable-file`: why, as a code")
            .addExample("核实个人信息。"));
    members.put(
        "hiddenAt",
        of(Schema.SchemaType.STRING, "`report-hidden`: since when")
            .format("date-time")
            .addExample("2026-03-02T08:30:00.123456Z"));
    members.put("line", number("`malformed-json`: the line, from 1"));
    members.put("column", number("`malformed-json`: the column, from 1"));
    members.put("lines", number("`import-refused`: how many lines the file has"));
    members.put("refused", number("`import-refused`: how many of them are wrong"));
    members.put(
        "violationsTotal", number("How many violations there are, where not all are listed"));
    members.put(
        "incident",
        of(Schema.SchemaType.STRING, "`internal-error`: by this the log tells what happened")
            .addExample("7b0c8f0e-5b7e-4a53-9d0a-0b6e1f2a3c4d"));
    return members;
  }

  private static Schema number(String description) {
    return of(Schema.SchemaType.INTEGER, description).format("int64").addExample(17);
  }

  private static Schema of(Schema.SchemaType type, String description) {
    return OASFactory.createSchema().addType(type).description(description);
  }
}
