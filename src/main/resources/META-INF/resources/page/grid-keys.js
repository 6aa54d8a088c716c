// The keys of the form, as in a spreadsheet.
//   gridKey(grid, event) → true where the key was the grid's
export function gridKey(grid, { key, shiftKey: shift = false, ctrlKey = false, metaKey = false, altKey: alt = false, isComposing = false }) {
  if (isComposing) return false;
  const control = ctrlKey || metaKey;
  if (control && !alt) {
    switch (key.toLowerCase()) {
      case 'z': return shift ? (grid.redo(), true) : (grid.undo(), true);
      case 'y': grid.redo(); return true;
      case 'home': grid.move('top', shift); return true;
      case 'end': grid.move('bottom', shift); return true;
      default: return false;
    }
  }
  if (alt) return false;
  const caret = grid.editing && !grid.editing.replace;
  switch (key) {
    case 'ArrowUp': grid.move('up', shift); return true;
    case 'ArrowDown': grid.move('down', shift); return true;
    case 'ArrowLeft': if (caret) return false; grid.move('left', shift); return true;
    case 'ArrowRight': if (caret) return false; grid.move('right', shift); return true;
    case 'Home': if (caret) return false; grid.move('rowStart', shift); return true;
    case 'End': if (caret) return false; grid.move('rowEnd', shift); return true;
    case 'Tab': return grid.move(shift ? 'previous' : 'next');
    case 'Enter': grid.move(shift ? 'up' : 'down') || grid.commit(); return true;
    case 'F2': if (grid.editing) grid.editing.replace = false; else grid.begin(); return true;
    case 'Escape': return grid.cancel();
    case 'Delete': if (grid.editing) return false; grid.clear(); return true;
    case 'Backspace': if (grid.editing) return false; grid.begin(''); return true;
    default:
      if (grid.editing || [...key].length !== 1) return false;
      grid.begin(key === ' ' ? '' : key);
      return true;
  }
}
