package org.gongkai.bulk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;

/** Which reports are to be decided on together, as an office writes it. */
@Schema(
    name = "ReportBatch",
    description = "Reports to decide on in one request. / 批量办理的报告。",
    requiredProperties = {"items"})
record BatchForm(
    @Schema(description = "Each report once", minItems = 1, maxItems = BatchForm.MOST)
        List<Item> items) {

  /** Filings of all their organs wait until all are decided. */
  static final int MOST = 1000;

  static final Text SIZE = new Text("须有 1 至 %s 份报告。", "There must be 1 to %s reports.").with(MOST);
  private static final Text ID = new Text("必填：报告编号。", "Required: id of the report.");
  static final Text TWICE = new Text("该报告重复。", "The report is there twice.");

  /** One of the reports. */
  @Schema(
      name = "ReportBatchItem",
      description = "A report of a batch. / 批量中的一份报告。",
      requiredProperties = {"report"})
  record Item(
      @Schema(description = "Id of the report", examples = "42") Long report,
      @Schema(
              description =
                  "As the header `If-Match`: if given, must name the report's current ETag, or be"
                      + " `*` / 所依据内容的 ETag",
              examples = "\"3-5f0c7b0e-zh\"")
          String ifMatch)
      implements BatchItem {}

  /** The items of what was sent, refused as a whole where it is no batch. */
  static List<Item> required(BatchForm sent) {
    List<Violation> violations = new ArrayList<>();
    List<Item> items = sent == null || sent.items == null ? List.of() : sent.items;
    if (items.isEmpty() || items.size() > MOST) {
      violations.add(new Violation("/items", SIZE));
    } else {
      Set<Long> met = new HashSet<>();
      for (int i = 0; i < items.size(); i++) {
        Item item = items.get(i);
        String place = "/items/" + i + "/report";
        if (item == null || item.report() == null || item.report() < 1) {
          violations.add(new Violation(place, ID));
        } else if (!met.add(item.report())) {
          violations.add(new Violation(place, TWICE));
        }
      }
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    return items;
  }
}
