package org.gongkai.rollup;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.form.Cell;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Section;
import org.gongkai.platform.ReadOnlyMode;

/** Puts what each edition of the form has where SQL can see it, for the views of {@code bi}. */
@ApplicationScoped
class LayoutTables {

  private final LayoutStore store;
  private final Forms forms;
  private final ReadOnlyMode readOnly;

  LayoutTables(LayoutStore store, Forms forms, ReadOnlyMode readOnly) {
    this.readOnly = readOnly;
    this.store = store;
    this.forms = forms;
  }

  /** After the cells have their numbers. */
  @Transactional
  void register(@Observes @Priority(120) StartupEvent start) {
    if (readOnly.isOn()) {
      return;
    }
    List<LayoutStore.Edition> editions = new ArrayList<>();
    List<LayoutStore.EditionCell> cells = new ArrayList<>();
    List<LayoutStore.Layout> layouts = new ArrayList<>();
    for (Form form : forms.all()) {
      editions.add(new LayoutStore.Edition(form.edition(), form.firstYear()));
      for (Section section : form.sections().values()) {
        cells(form, section, cells);
        for (Form other : forms.all()) {
          if (forms.layouts().isOther(section.id(), form.edition(), other.edition())) {
            layouts.add(new LayoutStore.Layout(section.id(), form.edition(), other.edition()));
          }
        }
      }
    }
    store.editions(editions);
    store.cells(cells);
    store.layouts(layouts);
  }

  private void cells(Form form, Section section, List<LayoutStore.EditionCell> cells) {
    for (Cell cell : section.cells().values()) {
      if (cell.leaf()) {
        cells.add(new LayoutStore.EditionCell(form.edition(), cell.path()));
        if (cell.column().statedUnit()) {
          for (String unit : forms.amountUnits().keySet()) {
            cells.add(
                new LayoutStore.EditionCell(form.edition(), cell.path() + Forms.UNIT_MARK + unit));
          }
        }
      }
    }
  }
}
