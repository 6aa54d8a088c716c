package org.gongkai.bi;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Cell;
import org.gongkai.form.Choice;
import org.gongkai.form.Column;
import org.gongkai.form.Form;
import org.gongkai.form.FormRole;
import org.gongkai.form.Forms;
import org.gongkai.form.Row;
import org.gongkai.form.RowTree;
import org.gongkai.form.Section;
import org.gongkai.platform.ReadOnlyMode;
import org.gongkai.registry.OrganKind;
import org.jspecify.annotations.Nullable;

/** Writes the labels of the forms into tables that the views of schema {@code bi} join. */
@ApplicationScoped
class BiLabels {

  private final LabelStore store;
  private final EditionCellStore editions;
  private final Forms forms;
  private final ReadOnlyMode readOnly;

  BiLabels(LabelStore store, EditionCellStore editions, Forms forms, ReadOnlyMode readOnly) {
    this.readOnly = readOnly;
    this.store = store;
    this.editions = editions;
    this.forms = forms;
  }

  /** After the cells have their numbers, and the editions are known. */
  void register(@Observes @Priority(130) StartupEvent start) {
    if (readOnly.isOn()) {
      return;
    }
    store.putCells(cells().values());
    editions.put(editionCells());
    store.putCodes("channel", forms.channels().values());
    store.putCodes("unit", forms.units().values());
    store.putCodes(
        "organ-kind",
        Arrays.stream(OrganKind.values()).map(k -> new Choice(k.code(), k.label())).toList());
    Map<String, Choice> rules = new LinkedHashMap<>();
    for (Form form : forms.newestFirst()) {
      form.rules().forEach(r -> rules.putIfAbsent(r.id(), new Choice(r.id(), r.concern())));
    }
    store.putCodes("rule", rules.values());
  }

  /** The labels of each leaf cell, by its path; the newest form decides. */
  private Map<String, LabelStore.CellLabel> cells() {
    Map<String, LabelStore.CellLabel> cells = new LinkedHashMap<>();
    for (Form form : forms.newestFirst()) {
      for (Section section : form.sections().values()) {
        for (Cell cell : section.cells().values()) {
          if (cell.leaf()) {
            put(cells, cell.path(), section, cell, cell.column().unit());
            if (cell.column().statedUnit()) {
              for (Choice unit : forms.amountUnits().values()) {
                String path = cell.path() + Forms.UNIT_MARK + unit.id();
                put(cells, path, section, cell, unit.label().zh());
              }
            }
          }
        }
      }
    }
    return cells;
  }

  private static void put(
      Map<String, LabelStore.CellLabel> cells,
      String path,
      Section section,
      Cell cell,
      @Nullable String unit) {
    cells.putIfAbsent(
        path,
        new LabelStore.CellLabel(
            path,
            section.id(),
            cell.row().id(),
            cell.column().id(),
            unit,
            section.title(),
            section.labelOf(cell.row()),
            section.labelOf(cell.column())));
  }

  /** Every cell of every edition, those of headings included, which hold no figures. */
  private List<EditionCellStore.EditionCell> editionCells() {
    List<EditionCellStore.EditionCell> cells = new ArrayList<>();
    for (Form form : forms.all()) {
      for (Section section : form.sections().values()) {
        RowTree tree = new RowTree(section.rows());
        for (Row row : section.rows()) {
          if (tree.isShown(row)) {
            for (Column column : columns(section, row)) {
              put(cells, form, section, tree, row, column);
            }
          }
        }
      }
    }
    return cells;
  }

  /** Those of a row; those of the rows below it where it is a heading. */
  private static List<Column> columns(Section section, Row row) {
    return row.role() == FormRole.HEADING
        ? section.rows().stream()
            .filter(leaf -> leaf.role() == FormRole.LEAF && RowTree.isIn(leaf, row))
            .flatMap(leaf -> section.columnsOf(leaf).stream())
            .distinct()
            .toList()
        : section.columnsOf(row);
  }

  private void put(
      List<EditionCellStore.EditionCell> cells,
      Form form,
      Section section,
      RowTree tree,
      Row row,
      Column column) {
    String path = section.id() + "." + row.id() + "." + column.id();
    boolean leaf = row.role() == FormRole.LEAF && column.role() == FormRole.LEAF;
    String parent = tree.above(row.id());
    cells.add(
        new EditionCellStore.EditionCell(
            form.edition(), path, section, row, column, column.unit(), parent, leaf));
    if (leaf && column.statedUnit()) {
      for (Choice unit : forms.amountUnits().values()) {
        cells.add(
            new EditionCellStore.EditionCell(
                form.edition(),
                path + Forms.UNIT_MARK + unit.id(),
                section,
                row,
                column,
                unit.label().zh(),
                parent,
                true));
      }
    }
  }
}
