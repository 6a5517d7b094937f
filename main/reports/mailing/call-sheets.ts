import { CAMPAIGN_RESPONSES } from '@shared/domain/campaigns';
import { formatDate } from '@shared/domain/dates';
import { asLanguage, type Language, languageNames } from '@shared/domain/languages';
import { displayName } from '@shared/domain/names';
import { fillTemplate } from '@shared/domain/templates';
import type { ReadableDb } from '../../db/sql';
import { mergeValues } from '../../features/conversations/before-contact.sql';
import type { CustomerRow } from '../../features/customers/customers.sql';
import { findStaff } from '../../features/staff/staff.sql';
import type { PreparedDocument } from '../../kernel/devices';
import { html, sheet } from '../html';
import { letterShop, personNames, salutationOf } from '../letterhead';
import { wordsFor } from '../words';

/** One call to make. */
export interface CallToMake {
  readonly entry: { readonly advisor_id: string };
  readonly customer: CustomerRow;
  readonly address: string;
  readonly isNoticeDue: boolean;
}

interface CallSheet {
  readonly campaign: { readonly name: string; readonly number: string; readonly ends_on: string | null };
  readonly texts: Readonly<Record<Language, { readonly body: string }>>;
  readonly people: readonly CallToMake[];
  readonly today: string;
}

const css = `
  .advisor + .advisor { break-before: page; }
  .script { white-space: pre-line; border-left: 0.6mm solid #d3ccbf; padding-left: 4mm; margin: 0 0 4mm; }
  .calls td { border-bottom: 0.3mm solid #d3ccbf; padding-bottom: 3mm; }
  .calls td:first-child { width: 62mm; }
  .boxes { white-space: nowrap; font-size: 9pt; }
  .boxes span { display: block; }
  .boxes span::before { content: '☐ '; }
  .remark { width: 60mm; }
`;

/** Who to call, each advisor's on pages of their own: the text to say, whom, when, and boxes for what was answered. */
export function callSheets(db: ReadableDb, { campaign, texts, people, today }: CallSheet): PreparedDocument {
  const byAdvisor = new Map<string, CallToMake[]>();
  for (const call of people) {
    const own = byAdvisor.get(call.entry.advisor_id);
    if (own) own.push(call);
    else byAdvisor.set(call.entry.advisor_id, [call]);
  }
  const shopLanguage = asLanguage(findStaff(db, people[0]?.entry.advisor_id ?? '')?.language);
  const t = wordsFor(shopLanguage);
  const title = t('campaigns.paper.callSheet', { name: campaign.name });
  const body = html`${[...byAdvisor].map(([advisorId, calls]) => {
    const advisor = findStaff(db, advisorId);
    const language = asLanguage(advisor?.language);
    const words = wordsFor(language);
    const spoken = [...new Set(calls.map(({ customer }) => asLanguage(customer.language)))];
    return html`<section class="advisor" lang="${language}">
<h1>${words('campaigns.paper.callSheet', { name: campaign.name })}</h1>
<p class="quiet">${[
      campaign.number,
      words('campaigns.paper.caller', {
        name: (language !== 'en' && advisor?.chinese_name) || advisor?.name || '',
      }),
      campaign.ends_on && words('campaigns.paper.until', { date: formatDate(campaign.ends_on, language) }),
    ]
      .filter(Boolean)
      .join(' · ')}</p>
${spoken.map(
  (one) =>
    html`<p class="script" lang="${one}">${scriptOf(db, texts[one].body, { calls, advisorId, language: one, today })}</p>`,
)}
<table class="calls"><tbody>${calls.map((call) => row(call, language))}</tbody></table>
</section>`;
  })}`;
  const foot = `${letterShop(db, shopLanguage).name} · ${formatDate(today, shopLanguage)}`;
  return sheet({ title, css, language: shopLanguage, body, foot, marginMm: { top: 16, side: 16 } });
}

interface Script {
  readonly calls: readonly CallToMake[];
  readonly advisorId: string;
  readonly language: Language;
  readonly today: string;
}

/** The text to say, once for all: what is each customer's own stays open and is read from the line below. */
function scriptOf(db: ReadableDb, body: string, { calls, advisorId, language, today }: Script): string {
  const [first] = calls;
  if (!first) return '';
  const values = mergeValues(db, first.customer, { staffId: advisorId, language, today });
  return fillTemplate(body, { ...values, name: gap, fullName: gap, address: gap, customerNumber: gap }).text;
}

const gap = '……';

function row({ customer, address, isNoticeDue }: CallToMake, language: Language) {
  const t = wordsFor(language);
  const own = asLanguage(customer.language);
  const facts = [languageNames[own], customer.contact_hours].filter(Boolean).join(' · ');
  return html`<tr>
<td><strong lang="${own}">${salutationOf(customer, own)}</strong><br>
${displayName(personNames(customer), language)} · ${customer.number}<br>
<strong>${address}</strong><br>
<span class="quiet small">${facts}</span>
${isNoticeDue && html`<br><span class="small">${t('campaigns.paper.sayNotice')}</span>`}</td>
<td class="boxes">${CAMPAIGN_RESPONSES.map((response) => html`<span>${t(`campaigns.response.${response}`)}</span>`)}</td>
<td class="remark"></td>
</tr>`;
}
