import type { PermissionStatement } from '@shared/domain/consent';
import { formatDate } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import { displayName } from '@shared/domain/names';
import { consentInWords } from '@shared/words/consent-sentences';
import { tierInWords, vipWords } from '@shared/words/vip';
import type { ReadableDb } from '../../db/sql';
import type { CustomerRow } from '../../features/customers/customers.sql';
import type { MembershipRow } from '../../features/vip/vip.sql';
import type { PreparedDocument } from '../../kernel/devices';
import { html, sheet } from '../html';
import { letterCss, letterhead, letterMarginMm, letterShop, personNames, salutationOf } from '../letterhead';
import { wordsFor } from '../words';

interface Welcome {
  readonly customer: CustomerRow;
  readonly membership: MembershipRow;
  readonly statements: readonly PermissionStatement[];
  readonly language: Language;
  readonly today: string;
}

// The card is drawn at its true size, ISO 7810 ID-1: it can be cut out.
const css = `${letterCss}
  .card { width: 85.6mm; height: 53.98mm; border-radius: 3.2mm; padding: 6mm; margin: 6mm 0 8mm; color: #fff;
    background: #1f5d4b; display: flex; flex-direction: column; justify-content: space-between;
    print-color-adjust: exact; break-inside: avoid; }
  .card .shop { font-size: 11pt; font-weight: 600; }
  .card .tier { font-size: 9pt; letter-spacing: 0.08em; }
  .card .holder { font-size: 11pt; }
  .card .digits { font-size: 14pt; letter-spacing: 0.08em; }
  .card .row { display: flex; justify-content: space-between; align-items: baseline; gap: 4mm; }
  ul { margin: 0 0 4mm; padding-left: 5mm; }
  h2 { border-top: 0; padding-top: 0; margin: 5mm 0 2mm; }
`;

/** The welcome with the card, in the customer's language. */
export function vipWelcomeLetter(db: ReadableDb, welcome: Welcome): PreparedDocument {
  const { customer, membership, statements, language, today } = welcome;
  const t = wordsFor(language);
  const shop = letterShop(db, language);
  const title = t('vip.letter.title');
  const tier = tierInWords(membership.tier, language);
  const holder = displayName(personNames(customer), language);
  const body = html`${letterhead(shop)}
<p class="to">${holder}${customer.address ? html`<br>${customer.address}` : ''}</p>
<p class="date">${formatDate(today, language)}</p>
<h1>${title}</h1>
<p>${t('vip.letter.dear', { name: salutationOf(customer, language) })}</p>
<p>${t('vip.letter.text')}</p>
<div class="card">
  <div class="row"><span class="shop">${shop.name}</span><span class="tier">VIP ${tier}</span></div>
  <div class="digits">${membership.card_number}</div>
  <div class="row"><span class="holder">${holder}</span><span class="small">${t('vip.letter.since', { date: formatDate(membership.since, language) })}</span></div>
</div>
<h2>${t('vip.letter.gives')}</h2>
<ul>${Object.values(vipWords[language].page.benefits).map((benefit) => html`<li>${benefit}</li>`)}</ul>
<h2>${t('vip.letter.said')}</h2>
<ul>${saidInWords(statements, language).map((text) => html`<li>${text}</li>`)}</ul>
<p class="quiet">${t('vip.letter.stop', { hotline: shop.hotline })}</p>
<p class="close">${t('vip.letter.close')}<br>${shop.name}</p>`;
  const foot = `${shop.name} · ${formatDate(today, language)}`;
  return sheet({ title, css, language, body, foot, marginMm: letterMarginMm });
}

/** What was allowed; where nothing was, that nothing will be sent. */
function saidInWords(statements: readonly PermissionStatement[], language: Language): string[] {
  const sentences = consentInWords(
    statements.filter((statement) => statement.purpose !== 'sharing'),
    language,
  );
  const allowed = sentences.filter(({ verdict }) => verdict === 'may');
  return (allowed.length > 0 ? allowed : sentences).map(({ text }) => text);
}

/** The same welcome for an e-mail; tells of the free right to opt out, as the first use must (s.35F). */
export function vipWelcomeEmail(db: ReadableDb, welcome: Welcome): { subject: string; body: string } {
  const { customer, membership, language } = welcome;
  const t = wordsFor(language);
  const shop = letterShop(db, language);
  const lines = [
    t('vip.letter.dear', { name: salutationOf(customer, language) }),
    '',
    t('vip.letter.text'),
    t('vip.letter.card', {
      number: membership.card_number,
      tier: tierInWords(membership.tier, language),
    }),
    '',
    t('vip.letter.gives'),
    ...Object.values(vipWords[language].page.benefits).map((benefit) => `- ${benefit}`),
    '',
    t('vip.letter.stop', { hotline: shop.hotline }),
    '',
    t('vip.letter.close'),
    shop.name,
  ];
  return { subject: t('vip.letter.subject', { shop: shop.name }), body: lines.join('\r\n') };
}
