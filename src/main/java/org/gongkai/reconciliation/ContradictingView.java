package org.gongkai.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.finding.FindingView;
import org.jspecify.annotations.Nullable;

/** A report that states totals which contradict its cells. */
@Schema(
    name = "ContradictingReport",
    description = "A report whose stated totals contradict its cells. / 总计与分项不符的报告。")
record ContradictingView(
    @Schema(description = "Code of the organ", examples = "113710020043609788") String organ,
    @Schema(description = "Its name", examples = "威海市环翠区工业和信息化局") String name,
    @Schema(description = "Code of the region that it belongs to", examples = "371002")
        String region,
    @Schema(description = "Name of the region", examples = "环翠区") String regionName,
    @Schema(description = "Id of the report", examples = "42") long report,
    @Schema(description = "The revision that is counted", examples = "3") int revision,
    @Schema(description = "Address of that revision", examples = "/api/v1/reports/42/revisions/3")
        String address,
    @Schema(description = "How many rules are broken", examples = "2") long broken,
    @Schema(
            description = "Where the broken rules are, with their cells",
            examples =
                "/api/v1/reconciliations?region=371002&year=2021&contradicting=113710020043609788")
        String cells,
    @Schema(
            description =
                "The broken rules, with cells, sizes, and the office's waiver; with `contradicting`"
                    + " only")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable List<FindingView> findings) {}
