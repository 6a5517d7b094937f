import { randomUUID } from 'node:crypto';

/** One e-mail to one person. */
export interface MailFile {
  /** The shop's own address; null leaves the sender to the mail program. */
  readonly from: { readonly name: string; readonly address: string } | null;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly at: number;
}

/**
 * A message file that a mail program opens as a draft: to one person, plain text, with the way to unsubscribe in its head
 * where the shop has an address.
 */
export function mailFile({ from, to, subject, text, at }: MailFile): string {
  const base64 = Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'utf8').toString('base64');
  const head = [
    ...(from ? [`From: ${mailbox(from)}`] : []),
    `To: ${mailbox(to)}`,
    `Subject: ${encoded(subject)}`,
    `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${randomUUID()}@vitrine.invalid>`,
    ...(from ? [`List-Unsubscribe: <mailto:${plain(from.address)}?subject=unsubscribe>`] : []),
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ];
  return `${head.join('\r\n')}\r\n\r\n${base64.replace(/.{76}/g, '$&\r\n')}\r\n`;
}

/**
 * The same letters in one file, in the order in which they come (mbox, RFC 4155): for programs that take many in at once. Their
 * bodies are base64 and no line of a head begins with "From ", so none has to be marked.
 */
export function mailbag(mails: readonly string[], at: number): string {
  // As asctime writes it, in UTC: Fri Nov 20 04:00:00 2026.
  const [week = '', day = '', month = '', year = '', time = ''] = new Date(at).toUTCString().split(/,? /);
  const line = `From vitrine@vitrine.invalid ${week} ${month} ${day.replace(/^0/, ' ')} ${time} ${year}`;
  return mails.map((mail) => `${line}\n${mail.replace(/\r\n/g, '\n')}\n`).join('');
}

/** A name must not end one line of the head and begin another. */
const plain = (text: string) => text.replace(/[\r\n<>]+/g, ' ').trim();

function mailbox({ name, address }: { readonly name: string; readonly address: string }): string {
  if (!name) return plain(address);
  const said = encoded(plain(name));
  // Commas and dots of a name are not those of a list of addresses.
  const isQuoted = !said.startsWith('=?') && /[^\w ]/.test(said);
  return `${isQuoted ? `"${said.replace(/["\\]/g, '\\$&')}"` : said} <${plain(address)}>`;
}

/** Words of a head outside ASCII, in pieces that fit into its lines (RFC 2047). */
function encoded(text: string): string {
  const words = text.replace(/[\r\n]+/g, ' ').trim();
  if (/^[\x20-\x7e]*$/.test(words) && words.length < 70) return words;
  const pieces: string[] = [];
  let piece = '';
  for (const character of words) {
    if (Buffer.byteLength(piece + character) > 42) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece]
    .map((part) => `=?utf-8?B?${Buffer.from(part, 'utf8').toString('base64')}?=`)
    .join('\r\n ');
}

/** Rows for the program that sends short messages: everything in quotes, and nothing that a spreadsheet would calculate. */
export function messagesCsv(rows: readonly { number: string; to: string; text: string }[]): string {
  const cell = (text: string) => `"${text.replace(/^[=@\-\t\r]/, "'$&").replace(/"/g, '""')}"`;
  const lines = rows.map(({ number, to, text }) => [number, to, text].map(cell).join(','));
  return `\uFEFF${['"customer","to","text"', ...lines].join('\r\n')}\r\n`;
}
