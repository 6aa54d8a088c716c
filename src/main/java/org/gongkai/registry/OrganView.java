package org.gongkai.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.Language;
import org.jspecify.annotations.Nullable;

/** An organ as it was at one time, as callers read it. */
@Schema(
    name = "Organ",
    description = "An organ as it was at one time. / 行政机关（某一时间）。",
    requiredProperties = {"code", "name", "region", "kind"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrganView(
    @Schema(
            description = "Unified social credit code, or an office's own / 代码",
            examples = "113710020043609788")
        String code,
    @Schema(description = "Name / 名称", examples = "威海市环翠区工业和信息化局") String name,
    @Schema(description = "Region it belongs to / 所属行政区划", examples = "371002") String region,
    @Schema(description = "Name of the region / 行政区划名称", examples = "环翠区") String regionName,
    @Schema(description = "Kind / 类型", examples = "department") OrganKind kind,
    @Schema(description = "Kind, for people / 类型名称", examples = "人民政府工作部门") String kindLabel,
    @Schema(description = "First day; absent: since ever / 生效日期", examples = "2019-01-01")
        @Nullable LocalDate validFrom,
    @Schema(
            description =
                "First day on which it is no longer so; absent: until further notice / 失效日期",
            examples = "2024-03-01")
        @Nullable LocalDate validTo,
    @Schema(
            description = "Organ that it was merged into when it ended / 并入的机关",
            examples = "11371002004360986R")
        @Nullable String successor) {

  static OrganView of(OrganQuery.Row row, Language language) {
    OrganVersion version = row.version();
    return new OrganView(
        row.code(),
        version.name(),
        version.region(),
        row.regionName(),
        version.kind(),
        version.kind().label().in(language),
        RegionView.open(row.validFrom()),
        RegionView.open(version.validTo()),
        version.successor());
  }

  /** One organ with all its versions. */
  @Schema(
      name = "OrganDetail",
      description = "An organ, now and in time. / 行政机关及其沿革。",
      requiredProperties = {"code", "name", "region", "kind", "active", "versions"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Detail(
      @Schema(
              description = "Unified social credit code, or an office's own / 代码",
              examples = "113710020043609788")
          String code,
      @Schema(description = "Name now / 现名称", examples = "威海市环翠区工业和信息化局") String name,
      @Schema(description = "Region now / 现所属行政区划", examples = "371002") String region,
      @Schema(description = "Name of the region / 行政区划名称", examples = "环翠区") String regionName,
      @Schema(description = "Kind now / 现类型", examples = "department") OrganKind kind,
      @Schema(description = "Kind, for people / 类型名称", examples = "人民政府工作部门") String kindLabel,
      @Schema(description = "First day of the current version / 现版本生效日期", examples = "2019-01-01")
          @Nullable LocalDate validFrom,
      @Schema(description = "When it ends / 失效日期", examples = "2024-03-01")
          @Nullable LocalDate validTo,
      @Schema(
              description = "Organ that it was merged into / 并入的机关",
              examples = "11371002004360986R")
          @Nullable String successor,
      @Schema(description = "Whether it exists today / 目前是否存在", examples = "true") boolean active,
      @Schema(description = "All versions, oldest first / 全部版本") List<OrganView> versions,
      @Schema(
              description = "Organs that were merged into this one / 并入本机关的机关",
              examples = "[\"371002-007\"]")
          List<String> predecessors,
      @Schema(description = "What is doubtful / 存疑事项") List<Warning.WarningView> warnings) {

    static Detail of(
        OrganView current,
        boolean active,
        List<OrganView> versions,
        List<String> predecessors,
        List<Warning.WarningView> warnings) {
      return new Detail(
          current.code(),
          current.name(),
          current.region(),
          current.regionName(),
          current.kind(),
          current.kindLabel(),
          current.validFrom(),
          current.validTo(),
          current.successor(),
          active,
          versions,
          predecessors,
          warnings);
    }
  }

  /** A page of organs. */
  @Schema(
      name = "OrganPage",
      description = "A page of organs, by code. / 行政机关列表。",
      requiredProperties = {"items"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(
      @Schema(description = "How many there are on all pages / 总数", examples = "50") long total,
      @Schema(
              nullable = true,
              description = "The cursor of the next page; null on the last one / 下一页",
              examples = "113710020043609788")
          @JsonInclude(JsonInclude.Include.ALWAYS)
          @Nullable String next,
      @Schema(description = "The organs / 行政机关") List<OrganView> items) {}
}
