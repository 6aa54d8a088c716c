package org.gongkai.crosscheck;

import java.util.List;
import java.util.Optional;
import org.gongkai.check.Reporter;
import org.gongkai.form.Content;

/**
 * A report to compare with other reports, years and organs.
 *
 * @param reporter what the organ was in the report's year
 * @param region where it was then
 * @param merged organs that were merged into it in that year or the year before
 * @param before last year's of the same organ, draft or submitted
 * @param text its text, in words alone
 * @param submittable whether it is being filed and breaks no hard rule by itself, so that those
 *     that are filed after it may be like it
 */
public record ComparedReport(
    Content content,
    Reporter reporter,
    String region,
    List<String> merged,
    Optional<Content> before,
    PlainNarrative text,
    boolean submittable) {}
