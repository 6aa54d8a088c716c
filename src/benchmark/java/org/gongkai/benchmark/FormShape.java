package org.gongkai.benchmark;

import java.util.List;

/** The tables of the two editions, as far as a writer of reports must know them. */
final class FormShape {

  static final List<String> APPLICANTS =
      List.of(
          "naturalPerson",
          "commercialEnterprise",
          "researchInstitution",
          "publicInterestOrganization",
          "legalServiceOrganization",
          "otherOrganization");

  static final List<String> RESULTS = List.of("upheld", "corrected", "other", "pending");

  static final List<String> CONTESTS =
      List.of("reconsideration", "litigationDirect", "litigationAfterReconsideration");

  private static final List<String> OUTCOMES =
      List.of(
          "granted",
          "partlyGranted",
          "refused.stateSecret",
          "refused.otherLaw",
          "refused.securityAndStability",
          "refused.thirdPartyRights",
          "refused.internalAffairs",
          "refused.processInformation",
          "refused.enforcementFile",
          "refused.administrativeQuery",
          "unableToProvide.notHeld",
          "unableToProvide.needsCreation",
          "unableToProvide.stillUnclear",
          "notProcessed.petition",
          "notProcessed.repeated",
          "notProcessed.publicPublication",
          "notProcessed.excessive",
          "notProcessed.confirmation");

  static final List<String> OUTCOMES_2019 = with("otherHandling");

  static final List<String> OUTCOMES_2021 =
      with(
          "otherHandling.correctionOverdue",
          "otherHandling.feeUnpaid",
          "otherHandling.otherReasons");

  private FormShape() {}

  static boolean is2019(int year) {
    return year < 2021;
  }

  static List<String> outcomes(int year) {
    return is2019(year) ? OUTCOMES_2019 : OUTCOMES_2021;
  }

  private static List<String> with(String... more) {
    return java.util.stream.Stream.concat(OUTCOMES.stream(), java.util.stream.Stream.of(more))
        .toList();
  }
}
