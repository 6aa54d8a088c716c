package org.gongkai.crosscheck;

import org.gongkai.check.Checks;
import org.gongkai.claim.Claims;
import org.gongkai.claim.GrowthChecks;
import org.gongkai.form.Forms;
import org.gongkai.narrative.TextReader;

/**
 * Every check by the rules of one catalogue of forms: the one in force, or one that is only tried.
 *
 * @param own what a report says by itself, its claims among it
 * @param years against last year's
 * @param growth what the text says of last year
 * @param reserved rows that not every organ has
 * @param peers numbers far from those of other organs
 * @param copies text of other reports
 * @param names names of other organs
 * @param sole reports of which a region has one
 * @param leaves what totals are made of
 */
public record RuleBook(
    Forms forms,
    Checks own,
    YearChecks years,
    GrowthChecks growth,
    ReservedRows reserved,
    PeerChecks peers,
    CopyChecks copies,
    NameChecks names,
    SoleReports sole,
    LeafCells leaves) {

  public RuleBook(Forms forms) {
    this(forms, new TextReader(forms));
  }

  private RuleBook(Forms forms, TextReader reader) {
    this(
        forms,
        new Checks(forms, new Claims(forms), reader),
        new YearChecks(forms),
        new GrowthChecks(forms, reader),
        new ReservedRows(forms),
        new PeerChecks(forms),
        new CopyChecks(forms),
        new NameChecks(forms),
        new SoleReports(forms),
        new LeafCells(forms));
  }
}
