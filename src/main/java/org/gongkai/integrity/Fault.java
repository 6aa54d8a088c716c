package org.gongkai.integrity;

/**
 * Something that is not as it should be.
 *
 * @param where the report, region or table
 * @param code what is wrong, for programs
 * @param detail what was found
 */
record Fault(String where, String code, String detail) {

  @Override
  public String toString() {
    return where + "\t" + code + "\t" + detail;
  }
}
