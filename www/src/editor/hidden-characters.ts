/** Characters that nobody sees are shown as what they are: some of them make a text look like another. */
import { highlightSpecialChars } from '@codemirror/view';

/** Those beside the control characters that CodeMirror shows anyway. */
const MORE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;

/** Shows each by its number: `U+202E`. */
export const hiddenCharacters = highlightSpecialChars({
  addSpecialChars: MORE,
  render(code, description) {
    const shown = document.createElement('span');
    shown.className = 'cm-hidden-character';
    shown.textContent = nameOf(code);
    shown.setAttribute('aria-label', description ?? `invisible character ${nameOf(code)}`);
    return shown;
  },
});

/** The number of a character as Unicode writes it. */
function nameOf(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
