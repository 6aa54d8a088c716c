package org.gongkai.season;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many organs stand where. Those expected are notStarted, draft, submitted, withdrawn,
 * returned, accepted, published and reopened; and again onTime, late, missing and pending.
 */
record FilingCounts(
    @Schema(description = "Organs of which a report is expected / 应报", examples = "50")
        long expected,
    @Schema(description = "Organs that are exempt / 免报", examples = "1") long exempt,
    @Schema(description = "Expected, without any report / 未开始", examples = "9") long notStarted,
    @Schema(description = "Expected, with a draft / 草稿", examples = "4") long draft,
    @Schema(description = "Expected, submitted / 已提交", examples = "20") long submitted,
    @Schema(description = "Expected, taken back by the organ / 已撤回", examples = "0") long withdrawn,
    @Schema(description = "Expected, sent back by the office / 已退回", examples = "2") long returned,
    @Schema(description = "Expected, accepted / 已审核", examples = "10") long accepted,
    @Schema(description = "Expected, published / 已发布", examples = "5") long published,
    @Schema(description = "Expected, opened again by the office / 已重新开放", examples = "0")
        long reopened,
    @Schema(description = "Expected and filed by the due date / 按时", examples = "33") long onTime,
    @Schema(description = "Expected and filed after the due date / 逾期报送", examples = "2") long late,
    @Schema(description = "Expected, not filed, and the due date is over / 逾期未报", examples = "15")
        long missing,
    @Schema(description = "Expected, not filed, and not yet due / 未到期未报", examples = "0")
        long pending,
    @Schema(description = "Filed although not expected / 无需报送而报送", examples = "0")
        long unexpected) {

  static final FilingCounts NONE = new FilingCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /**
   * Organs that are alike.
   *
   * @param exempt whether they are let off; one that files all the same has the status unexpected
   */
  static FilingCounts of(boolean exempt, Stage stage, Status status, long organs) {
    boolean unexpected = status == Status.UNEXPECTED;
    long expected = exempt || unexpected ? 0 : organs;
    return new FilingCounts(
        expected,
        exempt ? organs : 0,
        stage == Stage.NOT_STARTED ? expected : 0,
        stage == Stage.DRAFT ? expected : 0,
        stage == Stage.SUBMITTED ? expected : 0,
        stage == Stage.WITHDRAWN ? expected : 0,
        stage == Stage.RETURNED ? expected : 0,
        stage == Stage.ACCEPTED ? expected : 0,
        stage == Stage.PUBLISHED ? expected : 0,
        stage == Stage.REOPENED ? expected : 0,
        status == Status.ON_TIME ? expected : 0,
        status == Status.LATE ? expected : 0,
        status == Status.MISSING ? expected : 0,
        status == Status.PENDING ? expected : 0,
        unexpected ? organs : 0);
  }

  FilingCounts plus(FilingCounts other) {
    return new FilingCounts(
        expected + other.expected,
        exempt + other.exempt,
        notStarted + other.notStarted,
        draft + other.draft,
        submitted + other.submitted,
        withdrawn + other.withdrawn,
        returned + other.returned,
        accepted + other.accepted,
        published + other.published,
        reopened + other.reopened,
        onTime + other.onTime,
        late + other.late,
        missing + other.missing,
        pending + other.pending,
        unexpected + other.unexpected);
  }
}
