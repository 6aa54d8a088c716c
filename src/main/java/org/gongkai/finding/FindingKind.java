package org.gongkai.finding;

/** What the matter is; decides how the message is worded. */
public enum FindingKind {
  /** Both sides are stated and differ, or no filling of the blanks can make them equal. */
  BROKEN,
  /** The sides are equal only if blanks are not 0. */
  IN_DOUBT,
  /** The left side is less than the right one, which it must not be. */
  BELOW,
  /** A cell holds something that is no number of its kind. */
  MALFORMED,
  /** Cells of a table state nothing. */
  BLANK,
  /** This year does not follow from last year. */
  YEARS,
  /** This year is many times last year, or a small part of it. */
  JUMP,
  /** The text is of another year than the report: left that of the text, right the report's. */
  OTHER_YEAR,
  /** The text states another number than the cells: left that of the text. */
  TEXT_DIFFERS,
  /** The text may state another number than the cells. */
  TEXT_MAY_DIFFER,
  /** The text says that all applications were answered, and some are left: right how many. */
  ALL_ANSWERED,
  /** The text states two numbers of one matter: left the later one, right the one before it. */
  TOLD_TWICE,
  /** A list in the text does not add up: left what it claims, right its sum. */
  LIST_DIFFERS,
  /** The text states publications that the report does not list. */
  UNLISTED,
  /** A customary sentence names another year than it must: left that, right what it must. */
  NAMED_YEAR,
  /** The text holds what must not be published of people. */
  PRIVATE,
  /** The text holds a mark of secrecy. */
  SECRET,
  /** The text holds what the template left open. */
  LEFT_OVER,
  /** An amount in yuan where the form wants 10,000 yuan. */
  OTHER_UNIT,
  /**
   * This year does not follow from last year, but organs were merged meanwhile of which it is not
   * known what they left.
   */
  YEARS_OF_MERGER,
  /** Neither last year nor what merged organs left explains this year. */
  BEYOND_MERGER,
  /** This year follows from last year, but what merged organs left is in no report. */
  MERGER_LEFT_OUT,
  /**
   * A number is far from what organs of the same kind and region state: right the most that one of
   * them does, null for callers who may not know.
   */
  UNLIKE_PEERS,
  /** A row states something that this organ cannot have. */
  RESERVED,
  /**
   * A part of the text stands in another report too: left how much of it, in percent, null for
   * callers who may not know.
   */
  COPIED,
  /** The text names another organ where it names itself. */
  NAMES_ANOTHER,
  /** The title or the signature is of a name that the organ had no more in the report year. */
  FORMER_NAME,
  /** The title or the signature has a name that is neither the organ's nor another's. */
  NAMES_NOBODY,
  /** The number of a heading does not rise in the order of the form. */
  OUT_OF_ORDER,
  /** A heading is that of another section than the one that it stands over. */
  WRONG_HEADING,
  /** The report is signed on a day that is not after its year: left the day's year. */
  SIGNED_THEN,
  /** A part of the text is missing, or says that there is nothing. */
  EMPTY,
  /** The text states a period of its figures that is not a calendar year. */
  OTHER_PERIOD,
  /** The text holds signs that nobody can read. */
  UNREADABLE,
  /**
   * A section is filled in as another edition has it than the one in force: the cell says which.
   */
  OLD_LAYOUT,
  /** Another organ has a report of the same region, year and scope too. */
  NOT_SOLE,
  /**
   * A percentage, or a difference, is not what the numbers beside it make: right what they make.
   */
  RATE_DIFFERS,
  /** What is said of last year is not what last year's report states: right what that makes. */
  GROWTH_DIFFERS,
  /** A notice is named as the ground that was replaced before the report's year. */
  OUT_OF_FORCE,
  /** The text says nothing of what it must: the cells name what. */
  UNTOLD,
  /** What was published states other figures than the revision. */
  PUBLISHED_DIFFERS
}
