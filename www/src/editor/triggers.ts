/**
 * The triggers: short pieces of program that make something happen, put in at the cursor.
 *
 * Each becomes one change that one undo takes back. A piece goes to the nearest place where a
 * statement may stand, is indented like its neighbours, and uses `?` only where the function returns
 * a `Result`, so that what is inserted runs.
 */
import { ensureSyntaxTree, indentUnit } from '@codemirror/language';
import type { EditorState, TransactionSpec } from '@codemirror/state';
import type { SyntaxNode, Tree } from '@lezer/common';

export type Trigger = 'nest' | 'fail' | 'return' | 'panic' | 'panic-in-drop' | 'forget' | 'abort';

/** The triggers in the order of their buttons. */
export const TRIGGERS: readonly { readonly name: Trigger; readonly label: string; readonly says: string }[] = [
  { name: 'panic', label: 'panic', says: 'The scopes are left one after the other, and their variables are dropped' },
  { name: 'fail', label: 'error', says: 'An operation fails: it opens a file that does not exist' },
  { name: 'return', label: 'early return', says: 'The function ends here, and its variables are dropped' },
  { name: 'nest', label: 'inner scope', says: 'A block with a file that closes where the block ends' },
  { name: 'panic-in-drop', label: 'panic in drop', says: 'A value that panics while it is dropped' },
  { name: 'forget', label: 'forget', says: 'The program tells Rust never to drop a guard, so nobody closes its file' },
  { name: 'abort', label: 'abort', says: 'The program ends at once, and nothing is dropped' },
];

/** The change that puts a trigger in at the cursor; null where the program has no function to put it in. */
export function insertTrigger(state: EditorState, trigger: Trigger): TransactionSpec | null {
  const tree = ensureSyntaxTree(state, state.doc.length, 1000);
  const place = tree && findPlace(state, tree, state.selection.main.head);
  if (!place) return null;
  const lines = piece(state, trigger, place);
  const text = lines.map((line) => place.indent + line).join('\n');
  const insert = place.before ? `${text}\n` : place.blank ? text : `\n${text}`;
  const end = place.from + (place.before ? text.length : insert.length);
  return {
    changes: { from: place.from, to: place.to, insert },
    selection: { anchor: end },
    scrollIntoView: true,
    userEvent: 'input.trigger',
  };
}

/** Where a statement may stand. */
interface Place {
  readonly from: number;
  readonly to: number;
  readonly indent: string;
  /** The piece goes in front of the line that begins at `from`. */
  readonly before: boolean;
  /** The piece takes the place of a line that has nothing on it. */
  readonly blank: boolean;
  readonly block: SyntaxNode;
  readonly body: SyntaxNode;
}

function findPlace(state: EditorState, tree: Tree, cursor: number): Place | null {
  const block = enclosingBlock(tree, cursor) ?? mainBody(state, tree);
  if (!block) return null;
  const body = functionBody(block);
  const inside = cursor > block.from && cursor < block.to;
  const line = state.doc.lineAt(cursor);
  const last = state.doc.lineAt(block.to - 1);
  const depth = (state.doc.lineAt(block.from).text.match(/^\s*/)?.[0] ?? '') + state.facet(indentUnit);
  const common = { indent: depth, block, body };

  const children = statements(block);
  const at = inside
    ? children.find((node) => node.from <= line.to && node.to >= line.from && node.to > cursor - 1)
    : children.at(-1);
  if (inside && !line.text.trim() && !children.some((node) => node.from < line.from && node.to > line.to)) {
    return { ...common, from: line.from, to: line.to, before: false, blank: true };
  }
  if (at && isTail(at)) {
    return { ...common, from: state.doc.lineAt(at.from).from, to: state.doc.lineAt(at.from).from, before: true, blank: false };
  }
  if (at) {
    const end = state.doc.lineAt(at.to).to;
    if (end < last.from) return { ...common, from: end, to: end, before: false, blank: false };
    if (state.doc.lineAt(at.from).number === last.number) return oneLine(state, common);
  }
  const open = state.doc.lineAt(block.from);
  if (open.number === last.number) return oneLine(state, common);
  return { ...common, from: open.to, to: open.to, before: false, blank: false };
}

/** A block on one line has no line of its own for a piece: it goes in front of the closing brace. */
function oneLine(state: EditorState, common: Pick<Place, 'indent' | 'block' | 'body'>): Place | null {
  const outer = common.block.parent && enclosingBlock(common.block.parent, common.block.from);
  if (!outer) return null;
  const end = state.doc.lineAt(common.block.to).to;
  const indent = state.doc.lineAt(common.block.from).text.match(/^\s*/)?.[0] ?? '';
  return { indent, block: outer, body: common.body, from: end, to: end, before: false, blank: false };
}

function enclosingBlock(from: Tree | SyntaxNode, position: number): SyntaxNode | null {
  let node: SyntaxNode | null = 'resolveInner' in from && 'topNode' in from ? from.resolveInner(position, 0) : (from as SyntaxNode);
  for (; node; node = node.parent) {
    const isInside = node.from < position && position < node.to;
    if (node.name === 'Block' && isInside && isClosed(node)) return node;
  }
  return null;
}

/** The body of `main`, or of the last function there is. */
function mainBody(state: EditorState, tree: Tree): SyntaxNode | null {
  const functions = tree.topNode.getChildren('FunctionItem');
  const main = functions.find((node) => {
    const name = node.getChild('BoundIdentifier');
    return name && state.sliceDoc(name.from, name.to) === 'main';
  });
  const body = (main ?? functions.at(-1))?.getChild('Block');
  return body && isClosed(body) ? body : null;
}

function functionBody(block: SyntaxNode): SyntaxNode {
  let node = block;
  while (node.parent && !(node.name === 'Block' && node.parent.name === 'FunctionItem')) {
    if (node.parent.name === 'SourceFile') break;
    node = node.parent;
  }
  return node;
}

function isClosed(block: SyntaxNode): boolean {
  return block.lastChild?.name === '}';
}

const NOT_STATEMENTS = new Set(['{', '}', 'LineComment', 'BlockComment', 'Attribute', 'InnerAttribute']);

function statements(block: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let node = block.firstChild; node; node = node.nextSibling) {
    if (!NOT_STATEMENTS.has(node.name)) found.push(node);
  }
  return found;
}

/** Whether nothing may follow this statement: it is the block's value, or a jump out of it. */
function isTail(statement: SyntaxNode): boolean {
  if (statement.name !== 'ExpressionStatement') return false;
  const expression = statement.firstChild?.name ?? '';
  if (/^(Return|Break|Continue)Expression$/.test(expression)) return true;
  const isLast = statement.nextSibling?.name === '}';
  if (!isLast || statement.lastChild?.name === ';') return false;
  const isBlockLike = /^(If|Match|Loop|While|For)Expression$|^Block$/.test(expression);
  return !isBlockLike || !isForNothing(statement.parent);
}

/** Whether a block has no value that anybody waits for, so that its last statement may have a follower. */
function isForNothing(block: SyntaxNode | null): boolean {
  const around = block?.parent;
  if (around?.name === 'FunctionItem') return !around.getChild('->');
  return around?.name === 'ExpressionStatement' || /^(Loop|While|For)Expression$/.test(around?.name ?? '');
}

function piece(state: EditorState, trigger: Trigger, place: Place): string[] {
  const signature = place.body.parent ? state.sliceDoc(place.body.parent.from, place.body.from) : '';
  const fallible = /->\s*(?:[\w:]*::)?Result\b/.test(signature);
  const returns = /->/.test(signature);
  const otherwise = fallible ? '?' : '.unwrap()';
  const step = state.facet(indentUnit);
  switch (trigger) {
    case 'nest': {
      const name = freshName(state, 'inner');
      return [
        '{',
        `${step}let mut ${name} = ManagedFile::create("${name}.txt")${otherwise};`,
        `${step}${name}.write("nested")${otherwise};`,
        '}',
      ];
    }
    case 'fail': {
      const name = freshName(state, 'missing');
      return [`let _${name} = ManagedFile::open("${name}.txt")${otherwise};`];
    }
    case 'return':
      return [fallible ? 'return Ok(());' : returns ? 'return Default::default();' : 'return;'];
    case 'panic':
      return ['panic!("something broke");'];
    case 'panic-in-drop': {
      const name = freshName(state, 'Fragile');
      return [
        `struct ${name};`,
        `impl Drop for ${name} {`,
        `${step}fn drop(&mut self) {`,
        `${step}${step}panic!("the clean-up broke");`,
        `${step}}`,
        '}',
        `let _${name.toLowerCase()} = ${name};`,
      ];
    }
    case 'abort':
      return ['std::process::abort();'];
    case 'forget': {
      const guard = forgettable(state, place);
      if (guard) return [`std::mem::forget(${guard});`];
      const name = freshName(state, 'forgotten');
      return [`std::mem::forget(ManagedFile::create("${name}.txt")${otherwise});`];
    }
  }
}

/** A name that the program does not use yet. */
function freshName(state: EditorState, name: string): string {
  const text = state.doc.toString();
  const taken = (candidate: string) => new RegExp(`\\b_?${candidate}\\b`).test(text);
  if (!taken(name)) return name;
  for (let number = 2; ; number++) {
    if (!taken(`${name}${number}`)) return `${name}${number}`;
  }
}

/** The nearest guard bound before the place, in a block around it, that nothing after it uses. */
function forgettable(state: EditorState, place: Place): string | null {
  const after = state.sliceDoc(place.from, place.body.to);
  const before = state.sliceDoc(place.body.from, place.from);
  for (let block: SyntaxNode | null = place.block; block; block = block.parent) {
    if (block.name !== 'Block') continue;
    for (const statement of statements(block).reverse()) {
      if (statement.name !== 'LetDeclaration' || statement.to > place.from) continue;
      const text = state.sliceDoc(statement.from, statement.to);
      const name = /^let\s+(?:mut\s+)?([a-z]\w*)\s*=[^;]*\bManaged(?:File|Lock)::/.exec(text)?.[1];
      if (!name || new RegExp(`\\b${name}\\b`).test(after)) continue;
      if (new RegExp(`\\b(?:drop|forget)\\(${name}\\)|\\b${name}\\.close\\(`).test(before)) continue;
      return name;
    }
    if (block.from === place.body.from) break;
  }
  return null;
}
