import { html, type TemplateResult } from 'lit';
import { splitTerms } from '../glossary.ts';

/** A text in which what stands between backticks is shown as code. */
export function words(text: string): TemplateResult {
  const parts = text.split('`');
  // Without its partner a backtick is just a backtick.
  if (parts.length % 2 === 0) return html`${text}`;
  return html`${parts.map((part, index) => (index % 2 ? html`<code>${part}</code>` : part))}`;
}

/** The same, in which the terms of the glossary can be pressed for their explanation. */
export function explained(text: string): TemplateResult {
  return html`${splitTerms(text).map(({ text, term }) =>
    term ? html`<lp-term .text=${text} .term=${term.term} .explanation=${term.explanation}></lp-term>` : words(text),
  )}`;
}
