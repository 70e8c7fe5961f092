import { html, type TemplateResult } from 'lit';
import { split } from '../glossary.ts';

/** A text in which what stands between backticks is shown as code. */
export function words(text: string): TemplateResult {
  const parts = text.split('`');
  // Without its partner a backtick is just a backtick.
  if (parts.length % 2 === 0) return html`${text}`;
  return html`${parts.map((part, index) => (index % 2 ? html`<code>${part}</code>` : part))}`;
}

/**
 * The same, in which each term of the glossary can be pressed for its explanation where it stands first.
 * Texts that are read together share `seen`.
 */
export function explained(text: string, seen = new Set<unknown>()): TemplateResult {
  // The punctuation around a term is set with it: no line breaks between them.
  let [before, after] = ['', ''];
  return html`${split(text).map(({ text, term }, index, pieces) => {
    const next = pieces[index + 1];
    const rest = text.slice(after.length);
    after = '';
    if (!term || seen.has(term)) {
      const isNextShown = !term && next?.term && !seen.has(next.term);
      before = (isNextShown && /[(‘“]+$/.exec(rest)?.[0]) || '';
      return words(rest.slice(0, rest.length - before.length));
    }
    seen.add(term);
    const opening = before;
    before = '';
    after = /^[.,;:)!?’”]+/.exec(next?.text ?? '')?.[0] ?? '';
    return html`<span class="kept">${opening}<lp-term .term=${term}>${rest}</lp-term>${after}</span>`;
  })}`;
}

/** The same text where there is no face for code: in an attribute, or spoken. */
export function plain(text: string): string {
  return text.replaceAll('`', '');
}
