package org.gongkai.report;

/**
 * Who makes a revision and why.
 *
 * @param author prefix and label of the API key
 * @param reason what the correction is for, or null
 */
record Authorship(String author, String reason) {}
