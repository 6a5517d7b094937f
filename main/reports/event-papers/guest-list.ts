import type { EventGuest, ShopEvent } from '@shared/contract/event-shapes';
import { formatDate } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import { displayName } from '@shared/domain/names';
import type { PreparedDocument } from '../../kernel/devices';
import { html, type Markup, sheet } from '../html';
import { type LetterShop, letterCss, letterhead } from '../letterhead';
import { wordsFor } from '../words';

interface GuestList {
  readonly event: ShopEvent;
  readonly when: string;
  readonly guests: readonly EventGuest[];
  readonly shop: LetterShop;
  readonly today: string;
  readonly language: Language;
}

const css = `${letterCss}
  .letterhead { margin-bottom: 6mm; padding-bottom: 3mm; }
  h1 { margin-bottom: 1mm; }
  .box { display: inline-block; width: 4.5mm; height: 4.5mm; border: 0.35mm solid #1c1a17; border-radius: 0.6mm;
    text-align: center; line-height: 4.2mm; font-size: 10pt; }
  td { padding: 1.8mm 2mm 1.8mm 0; border-bottom: 0.2mm solid #e6e1d8; }
  .tick { width: 9mm; } .persons { width: 16mm; } .came { width: 22mm; } .code { width: 26mm; }
  .blank td { height: 9mm; }
  .figures { margin: 0 0 5mm; }
`;

/** Empty lines for those who come without standing on the list. */
const walkInLines = 6;

/** Everybody who may come, to be ticked at the door with a pencil: those who said so first. */
export function guestListSheet(list: GuestList): PreparedDocument {
  const { event, when, guests, shop, today, language } = list;
  const t = wordsFor(language);
  const title = t('events.paper.list', { name: event.name });
  const expected = guests.filter((guest) => guest.reply?.reply === 'coming');
  const perhaps = guests.filter(
    (guest) => guest.reply?.reply !== 'coming' && guest.reply?.reply !== 'not-coming',
  );
  const body = html`${letterhead(shop)}
<h1>${title}</h1>
<p class="quiet">${when} · ${event.place}</p>
<p class="figures">${t('events.paper.figures', {
    persons: event.figures.expectedPersons,
    coming: event.figures.coming,
    capacity: event.capacity ?? '–',
  })}</p>
<h2>${t('events.paper.expected')}</h2>
${table(expected, list)}
${perhaps.length > 0 ? html`<h2>${t('events.paper.perhaps')}</h2>${table(perhaps, list)}` : ''}
<h2>${t('events.paper.walkIns')}</h2>
${table([], list, walkInLines)}`;
  const foot = `${shop.name} · ${event.number} · ${formatDate(today, language)} · ${t('events.paper.inside')}`;
  return sheet({ title, css, language, body, foot, marginMm: { top: 14, side: 16 } });
}

function table(guests: readonly EventGuest[], { language }: GuestList, blanks = 0): Markup {
  const t = wordsFor(language);
  return html`<table><thead><tr><th class="tick">${t('events.paper.here')}</th><th>${t('events.paper.name')}</th>
<th class="persons">${t('events.paper.persons')}</th><th class="came">${t('events.paper.came')}</th>
<th class="code">${t('events.paper.code')}</th></tr></thead><tbody>${guests.map((guest) => row(guest, language))}${Array.from(
    { length: blanks },
    () => html`<tr class="blank"><td><span class="box"></span></td><td></td><td></td><td></td><td></td></tr>`,
  )}</tbody></table>`;
}

function row({ customer, reply, arrived, number, note, phoneEnd }: EventGuest, language: Language): Markup {
  const names = {
    familyName: customer.familyName ?? '',
    givenName: customer.givenName ?? '',
    englishName: customer.englishName ?? '',
    chineseName: customer.chineseName ?? '',
    preferredName: customer.preferredName ?? '',
  };
  const other = displayName(names, language === 'en' ? 'zh-Hant' : 'en');
  const name = displayName(names, language) || customer.number;
  const facts = [other === name ? '' : other, phoneEnd ? `…${phoneEnd}` : '', note]
    .filter(Boolean)
    .join(' · ');
  return html`<tr><td><span class="box">${arrived ? '✓' : ''}</span></td>
<td>${name}${facts ? html`<br><span class="quiet small">${facts}</span>` : ''}</td>
<td class="number">${reply ? reply.persons : ''}</td><td>${arrived ? String(arrived.persons) : ''}</td>
<td class="small">${number}</td></tr>`;
}
