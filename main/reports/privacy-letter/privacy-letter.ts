import type { PrivacyRequest, Refusal } from '@shared/contract/privacy';
import { formatDate } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import { formatMoney, money } from '@shared/domain/money';
import { displayName } from '@shared/domain/names';
import type { CustomerRow } from '../../features/customers/customers.sql';
import type { PreparedDocument } from '../../kernel/devices';
import { html, sheet } from '../html';
import {
  type LetterShop,
  letterCss,
  letterhead,
  letterMarginMm,
  personNames,
  salutationOf,
} from '../letterhead';
import { wordsFor } from '../words';

interface Letter {
  readonly request: PrivacyRequest;
  readonly refusal: Refusal | null;
  /** Null where nothing is on record of the person; an empty shell where they were erased. */
  readonly customer: CustomerRow | null;
  readonly shop: LetterShop;
  readonly privacyOfficer: string | null;
  readonly today: string;
  readonly language: Language;
}

const css = `${letterCss}
  .reasons { border-left: 0.6mm solid #d3ccbf; padding-left: 4mm; white-space: pre-wrap; }
`;

/** The answer to a request as a letter: granted, in part, refused with its reasons, or nothing held. */
export function privacyLetter({
  request,
  refusal,
  customer,
  shop,
  privacyOfficer,
  today,
  language,
}: Letter): PreparedDocument {
  const t = wordsFor(language);
  const { number, kind, status, answer, feeMinor, currency } = request;
  const title = t('privacy.paper.letterRe', { number, date: formatDate(request.receivedOn, language) });
  const isSelf = request.asksAs === 'self' && customer !== null && customer.deleted_at === null;
  const to = isSelf ? displayName(personNames(customer), language) : request.requesterName;
  const greeting = isSelf ? salutationOf(customer, language) : request.requesterName;
  const answered = status === 'open' ? 'granted' : status;
  const hasReasons = answered === 'refused' || answered === 'partial';
  const body = html`${letterhead(shop)}
<div class="to">${to}${isSelf && customer.address && html`<br>${customer.address}`}</div>
<p class="date">${formatDate(answer?.on ?? today, language)}</p>
<p>${greeting ? t('privacy.paper.dear', { name: greeting }) : t('privacy.paper.dearNobody')}</p>
<h1>${title}</h1>
<p>${t(`privacy.paper.${kind}.${answered}`)}</p>
${refusal && html`<p>${t(`privacy.grounds.${refusal.ground}`)}</p>`}
${hasReasons && html`<p class="reasons">${answer?.words}</p>`}
${kind === 'correction' && (answered === 'granted' || answered === 'partial') && told(request, language)}
${feeMinor > 0 && html`<p>${t('privacy.paper.fee', { amount: formatMoney(money(feeMinor, currency), language) })}</p>`}
${hasReasons && html`<p>${t('privacy.paper.complain')}</p>`}
<p class="close">${t('privacy.paper.yours')}<br><br>${privacyOfficer ?? t('privacy.paper.officer')}<br>${shop.name}</p>`;
  const foot = `${shop.name} · ${number}`;
  return sheet({
    title: `${number} ${t('privacy.letter')}`,
    css,
    language,
    body,
    foot,
    marginMm: letterMarginMm,
  });
}

/** To whom the data had been given, and that they were told of the correction (s. 23(1)(c)). */
function told({ answer }: PrivacyRequest, language: Language) {
  const t = wordsFor(language);
  const parties = answer?.thirdParties ?? [];
  if (parties.length === 0) return html`<p>${t('privacy.paper.noThirdParties')}</p>`;
  return html`<p>${t('privacy.paper.thirdParties')}</p><ul>${parties.map(
    ({ name, toldOn }) => html`<li>${name} · ${formatDate(toldOn, language)}</li>`,
  )}</ul>`;
}
