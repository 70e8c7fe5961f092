/** Copies texts. */

/**
 * Puts a text on the clipboard. Where the browser refuses that (in a frame, without HTTPS), it shows the text,
 * selected, with `note` below it. Answers whether the text is on the clipboard.
 */
export async function copyText(text: string, note = ''): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    document.body.append(Object.assign(document.createElement('lp-copy'), { text, note }));
    return false;
  }
}
