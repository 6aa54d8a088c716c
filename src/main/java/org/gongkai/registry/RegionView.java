package org.gongkai.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A region as callers read it. */
@Schema(
    name = "Region",
    description = "A node of the administrative tree. / 行政区划。",
    requiredProperties = {"code", "name", "level"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegionView(
    @Schema(description = "GB/T 2260 code, 9 digits for a township / 代码", examples = "371002")
        String code,
    @Schema(description = "Name / 名称", examples = "环翠区") String name,
    @Schema(description = "Level / 级别", examples = "district") RegionLevel level,
    @Schema(description = "Region directly above; absent for the nation / 上级", examples = "371000")
        @Nullable String parent,
    @Schema(description = "First day; absent when not known / 启用日期", examples = "2019-01-01")
        @Nullable LocalDate validFrom,
    @Schema(
            description = "First day on which the code is retired; absent while in force / 停用日期",
            examples = "2021-01-01")
        @Nullable LocalDate validTo) {

  static RegionView of(Region region) {
    return new RegionView(
        region.code(),
        region.name(),
        region.level(),
        region.parent(),
        open(region.validFrom()),
        open(region.validTo()));
  }

  /** Open ends of validity are absent in JSON. */
  static @Nullable LocalDate open(LocalDate date) {
    return date.equals(LocalDate.MIN) || date.equals(LocalDate.MAX) ? null : date;
  }

  /** One region, with its place in the tree. */
  @Schema(
      name = "RegionDetail",
      description = "A region and its place in the tree. / 行政区划及其上级。",
      requiredProperties = {"code", "name", "level", "ancestors", "children"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Detail(
      @Schema(description = "GB/T 2260 code / 代码", examples = "371002") String code,
      @Schema(description = "Name / 名称", examples = "环翠区") String name,
      @Schema(description = "Level / 级别", examples = "district") RegionLevel level,
      @Schema(description = "Region directly above / 上级", examples = "371000")
          @Nullable String parent,
      @Schema(description = "First day / 启用日期", examples = "2019-01-01")
          @Nullable LocalDate validFrom,
      @Schema(description = "First day on which it is retired / 停用日期", examples = "2021-01-01")
          @Nullable LocalDate validTo,
      @Schema(description = "All regions above, the nation first / 各级上级区划")
          List<RegionView> ancestors,
      @Schema(
              description = "How many regions in force stand directly below / 下级区划数",
              examples = "0")
          long children,
      @Schema(description = "What is doubtful / 存疑事项") List<Warning.WarningView> warnings) {

    static Detail of(
        Region region, List<Region> ancestors, long children, List<Warning.WarningView> warnings) {
      return new Detail(
          region.code(),
          region.name(),
          region.level(),
          region.parent(),
          open(region.validFrom()),
          open(region.validTo()),
          ancestors.stream().map(RegionView::of).toList(),
          children,
          warnings);
    }
  }

  /** A page of regions. */
  @Schema(
      name = "RegionPage",
      description = "A page of regions, by code. / 行政区划列表。",
      requiredProperties = {"items"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(
      @Schema(description = "How many there are on all pages / 总数", examples = "3") long total,
      @Schema(
              nullable = true,
              description = "The cursor of the next page; null on the last one / 下一页",
              examples = "371002")
          @JsonInclude(JsonInclude.Include.ALWAYS)
          @Nullable String next,
      @Schema(description = "The regions / 行政区划") List<RegionView> items) {}
}
