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
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Section;
import org.gongkai.registry.OrganKind;

/** Writes the labels of the forms into tables that the views of schema {@code bi} join. */
@ApplicationScoped
class BiLabels {

  private final LabelStore store;
  private final Forms forms;

  BiLabels(LabelStore store, Forms forms) {
    this.store = store;
    this.forms = forms;
  }

  /** After the cells have their numbers. */
  void register(@Observes @Priority(110) StartupEvent start) {
    store.putCells(cells().values());
    store.putCodes("channel", forms.channels().values());
    store.putCodes("unit", forms.units().values());
    store.putCodes(
        "organ-kind",
        Arrays.stream(OrganKind.values()).map(k -> new Choice(k.code(), k.label())).toList());
    Map<String, Choice> rules = new LinkedHashMap<>();
    for (Form form : newestFirst()) {
      form.rules().forEach(r -> rules.putIfAbsent(r.id(), new Choice(r.id(), r.label())));
    }
    store.putCodes("rule", rules.values());
  }

  /** The labels of each leaf cell, by its path; the newest form decides. */
  private Map<String, LabelStore.CellLabel> cells() {
    Map<String, LabelStore.CellLabel> cells = new LinkedHashMap<>();
    for (Form form : newestFirst()) {
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
      String unit) {
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

  private List<Form> newestFirst() {
    return new ArrayList<>(forms.all()).reversed();
  }
}
