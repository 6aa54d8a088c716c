package org.gongkai.rollup;

import org.gongkai.problem.Text;
import org.gongkai.table.TableColumn;

/**
 * A column of a rollup. Those of the form's cells are {@link Measure}s; others say something of
 * another column, which they know.
 */
sealed interface RollupColumn extends TableColumn
    permits NamedColumn, RollupColumn.Measure, RollupColumn.ReportsOf, RollupColumn.Compared {

  /** How another column is called that says something of this one. */
  default String idAfter(String prefix) {
    return prefix + Character.toUpperCase(id().charAt(0)) + id().substring(1);
  }

  /**
   * What the form names, or an amount in a unit that reports state themselves.
   *
   * @param ofYearBefore how its number of the year before is called
   */
  record Measure(String id, Kind kind, Text title, Text description, String ofYearBefore)
      implements RollupColumn {

    @Override
    public Role role() {
      return Role.MEASURE;
    }

    /** Rows are maps by column, and a section names a column once. */
    @Override
    public int hashCode() {
      return id.hashCode();
    }
  }

  /** How many reports have a column of the row. */
  record ReportsOf(RollupColumn of, String id) implements RollupColumn {

    private static final Text TITLE = new Text("报告数：%s", "Reports: %s");
    private static final Text DESCRIPTION =
        new Text("含有该行“%s”一列的报告数", "Reports that have this column of the row: %s");

    ReportsOf(RollupColumn of) {
      this(of, of.idAfter("reports"));
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }

    @Override
    public Kind kind() {
      return Kind.WHOLE;
    }

    @Override
    public Role role() {
      return Role.MEASURE;
    }

    @Override
    public Text title() {
      return TITLE.with(of.title());
    }

    @Override
    public Text description() {
      return DESCRIPTION.with(of.description());
    }
  }

  /** A number of the year before, or by how much it has changed since. */
  record Compared(What what, RollupColumn of) implements RollupColumn {

    /** What of two years stands there. */
    enum What {
      PREVIOUS("previous", new Text("上年：%s", "Year before: %s")),
      CHANGE("change", new Text("比上年：%s", "Change: %s"));

      private final String prefix;
      private final Text wording;

      What(String prefix, Text wording) {
        this.prefix = prefix;
        this.wording = wording;
      }
    }

    static Compared previous(RollupColumn of) {
      return new Compared(What.PREVIOUS, of);
    }

    static Compared change(RollupColumn of) {
      return new Compared(What.CHANGE, of);
    }

    @Override
    public String id() {
      return what == What.PREVIOUS && of instanceof Measure measure
          ? measure.ofYearBefore()
          : of.idAfter(what.prefix);
    }

    @Override
    public Kind kind() {
      return of.kind();
    }

    @Override
    public Role role() {
      return Role.MEASURE;
    }

    @Override
    public Text title() {
      return what.wording.with(of.title());
    }

    @Override
    public Text description() {
      return what.wording.with(of.description());
    }
  }
}
