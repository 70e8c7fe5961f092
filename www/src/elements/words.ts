import { html, type TemplateResult } from 'lit';

/** A text in which what stands between backticks is shown as code. */
export function words(text: string): TemplateResult {
  const parts = text.split('`');
  // Without its partner a backtick is just a backtick.
  if (parts.length % 2 === 0) return html`${text}`;
  return html`${parts.map((part, index) => (index % 2 ? html`<code>${part}</code>` : part))}`;
}

/** The same text where there is no face for code: in an attribute, or spoken. */
export function plain(text: string): string {
  return text.replaceAll('`', '');
}
