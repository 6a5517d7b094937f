/** A `mailto:` address with its text; the person reads it in their own mail program before it goes. */
export function mailto(to: string, { subject, body }: { subject: string; body: string }): string {
  return `mailto:${encodeURIComponent(to).replaceAll('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
