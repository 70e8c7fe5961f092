/** The lines that the rest of the page points at: the selected step's, and the one pointed at. */
import { RangeSet, StateEffect, StateField, type EditorState } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, gutterLineClass } from '@codemirror/view';

export interface ShownLines {
  /** The line of the selected step, from 1; 0 for none. */
  readonly selected: number;
  /** The line that is pointed at elsewhere, from 1; 0 for none. */
  readonly pointed: number;
}

/** Shows those lines instead of the ones shown before. */
export const showLines = StateEffect.define<ShownLines>();

const selectedLine = Decoration.line({ class: 'cm-selected-step' });
const pointedLine = Decoration.line({ class: 'cm-pointed' });

class SelectedGutter extends GutterMarker {
  override elementClass = 'cm-selected-step-gutter';

  override eq(): boolean {
    return true;
  }
}

const selectedGutter = new SelectedGutter();

interface Marks {
  readonly lines: RangeSet<Decoration>;
  readonly gutter: RangeSet<GutterMarker>;
}

const marks = StateField.define<Marks>({
  create: () => ({ lines: Decoration.none, gutter: RangeSet.empty }),
  update(value, transaction) {
    // Between a keystroke and the answer of its run, the marks follow their text.
    let now = transaction.docChanged
      ? { lines: value.lines.map(transaction.changes), gutter: value.gutter.map(transaction.changes) }
      : value;
    for (const effect of transaction.effects) {
      if (effect.is(showLines)) now = place(transaction.state, effect.value);
    }
    return now;
  },
  provide: (field) => [
    EditorView.decorations.from(field, (value) => value.lines),
    gutterLineClass.from(field, (value) => value.gutter),
  ],
});

function place(state: EditorState, { selected, pointed }: ShownLines): Marks {
  const start = (line: number) => (line >= 1 && line <= state.doc.lines ? state.doc.line(line).from : null);
  const at = start(selected);
  const over = start(pointed);
  const lines = [];
  if (at !== null) lines.push(selectedLine.range(at));
  if (over !== null) lines.push(pointedLine.range(over));
  return {
    lines: Decoration.set(lines, true),
    gutter: at === null ? RangeSet.empty : RangeSet.of([selectedGutter.range(at)]),
  };
}

/** Lines can be shown in an editor with this. */
export const shownLines = [marks];
