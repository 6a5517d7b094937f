import type { CriteriaVersion } from '@shared/contract/allocations';
import { formatInstant } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import { displayName } from '@shared/domain/names';
import type { CustomerRow } from '../../features/customers/customers.sql';
import type { ShownInterestRow } from '../../features/interests/interests.sql';
import type { PreparedDocument } from '../../kernel/devices';
import { html, page } from '../html';
import { type LetterShop, letterCss, letterhead, personNames } from '../letterhead';
import { wordsFor } from '../words';

interface Confirmation {
  readonly interest: ShownInterestRow;
  readonly customer: CustomerRow;
  readonly criteria: CriteriaVersion;
  readonly shop: LetterShop;
  readonly timeZone: string;
  readonly language: Language;
}

const css = `
  @page { size: A5; margin: 10mm 13mm; }
  @media screen { body { padding: 10mm 13mm; } }
${letterCss}
  html { font-size: 9pt; }
  .letterhead { margin-bottom: 4mm; padding-bottom: 3mm; }
  h1 { margin-bottom: 2mm; }
  .facts { display: grid; grid-template-columns: 32mm 1fr; gap: 1mm 4mm; margin: 0 0 4mm; }
  .facts dt { color: #6b6357; }
  .facts dd { margin: 0; overflow-wrap: anywhere; }
  .plain { border: 0.4mm solid #1c1a17; padding: 3mm 4mm; margin: 0 0 3mm; font-weight: 600; }
  h2 { margin-top: 4mm; }
  p { margin: 0 0 2.5mm; }
  ul { margin: 0 0 3mm; padding-left: 5mm; columns: 2; column-gap: 8mm; }
`;

/** What the customer takes home: what was registered and when, and that it guarantees nothing. A5, in their language. */
export function interestConfirmation(confirmation: Confirmation): PreparedDocument {
  const { interest, shop, criteria, language } = confirmation;
  const t = wordsFor(language);
  const title = `${t('interests.paper.title')} ${interest.number}`;
  const body = html`${letterhead(shop)}
<h1>${title}</h1>
<p>${t('interests.paper.intro')}</p>
<dl class="facts">${factsOf(confirmation).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
<h2>${t('interests.paper.guaranteeTitle')}</h2>
<p class="plain">${t('interests.guarantee')}</p>
<p>${t('interests.paper.how')}</p>
<ul>${criteria.criteria.map(
    ({ code, weight }) =>
      html`<li>${t(`allocations.criterionName.${code}`)}${weight < 0 ? ` (${t('interests.paper.against')})` : ''}</li>`,
  )}</ul>
<p class="quiet">${t('interests.paper.withdraw', { hotline: shop.hotline, number: interest.number })}</p>`;
  return { title, html: page({ title, css, language, body }), page: 'A5' };
}

function factsOf({ interest, customer, timeZone, language }: Confirmation): (readonly [string, string])[] {
  const t = wordsFor(language);
  const name = (language !== 'en' && interest.product_chinese_name) || interest.product_name;
  const watch = [
    interest.brand && !name.toLowerCase().startsWith(interest.brand.toLowerCase())
      ? `${interest.brand} ${name}`
      : name,
    interest.reference,
  ];
  return [
    [t('interests.paper.name'), displayName(personNames(customer), language) || customer.number],
    [t('interests.paper.customerNumber'), customer.number],
    [t('interests.paper.watch'), watch.filter(Boolean).join(' · ')],
    [t('interests.paper.number'), interest.number],
    [t('interests.paper.registered'), formatInstant(interest.registered_at, language, timeZone)],
    [t('interests.paper.words'), interest.reason],
    [t('interests.paper.advisor'), interest.advisor_name],
    [
      t('interests.paper.told'),
      t(interest.wants_to_be_told === 1 ? 'interests.paper.toldYes' : 'interests.paper.toldNo'),
    ],
  ];
}
