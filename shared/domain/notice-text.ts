/**
 * A notice is plain text: paragraphs between empty lines, a paragraph that begins with `# ` is a heading, lines that
 * begin with `- ` are a list. Screen and paper show the same blocks; the hash is taken over the text itself.
 */

export type NoticeBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly entries: readonly string[] };

/** The blocks of a notice's body, in order. */
export function noticeBlocks(body: string): NoticeBlock[] {
  return body
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter(Boolean)
    .map((block): NoticeBlock => {
      if (block.startsWith('# ')) return { kind: 'heading', text: block.slice(2) };
      const lines = block.split('\n').map((line) => line.trim());
      if (lines.every((line) => line.startsWith('- ')))
        return { kind: 'list', entries: lines.map((line) => line.slice(2)) };
      return { kind: 'paragraph', text: lines.join(' ') };
    });
}

/** The text a notice's hash is taken over: title and body, with line ends and outer spaces made the same. */
export function canonicalNotice(title: string, body: string): string {
  return `${title.trim()}\n\n${body.replace(/\r\n?/g, '\n').trim()}`.normalize('NFC');
}
