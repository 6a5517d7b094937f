import type { Fairness } from '@shared/contract/allocations';
import type { ScarceProduct } from '@shared/contract/interests';
import { formatDate } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import { criterionInWords } from '@shared/words/allocation-sentences';
import type { PreparedDocument } from '../../kernel/devices';
import { html, type Markup, sheet } from '../html';
import { type LetterShop, letterCss, letterhead } from '../letterhead';
import { wordsFor } from '../words';

interface Report {
  readonly fairness: Fairness;
  readonly shop: LetterShop;
  readonly currency: string;
  readonly today: string;
  readonly timeZone: string;
  readonly language: Language;
}

const css = `${letterCss}
  h1 { margin-bottom: 1mm; }
  h3 { font-size: 10.5pt; margin: 3mm 0 1mm; font-weight: 600; break-after: avoid; }
  th { vertical-align: bottom; }
  .counts .number { white-space: normal; width: 17mm; }
  .counts th:nth-child(5), .counts th:nth-child(6) { width: 30mm; }
  .counts :is(th, td):is(:nth-child(5), :nth-child(6)) { padding-left: 4mm; }
  td { border-bottom: 0.2mm solid #e6e0d5; font-size: 9pt; }
  ul { margin: 0 0 2mm; padding-left: 5mm; }
  li { margin-bottom: 1.2mm; break-inside: avoid; }
  .why { display: block; border-left: 0.6mm solid #d3ccbf; padding-left: 3mm; margin-top: 0.5mm; }
`;

/**
 * How scarce pieces went, for the shop's file and for whoever asks: customers by number only, colleagues by name, every
 * reason in the words in which it was given.
 */
export function fairnessReport(report: Report): PreparedDocument {
  const { fairness, shop, today, language } = report;
  const t = wordsFor(language);
  const period = t('allocations.fairness.period', {
    from: formatDate(fairness.from, language),
    to: formatDate(fairness.to, language),
  });
  const title = t('allocations.fairness.title');
  const body = html`${letterhead(shop)}
<h1>${title}</h1>
<p class="quiet">${period}</p>
<h2>${t('allocations.fairness.perReference')}</h2>
${references(report)}
<h2>${t('allocations.fairness.people')}</h2>
${people(report)}
<h2>${t('allocations.hold.fairnessAgain')}</h2>
${again(report)}
<h2>${t('allocations.hold.fairnessHolds')}</h2>
${holds(report)}
<h2>${t('allocations.fairness.staff')}</h2>
${staff(report)}
<h2>${t('allocations.fairness.resale')}</h2>
${resale(report)}
<h2>${t('allocations.fairness.criteria')}</h2>
${criteria(report)}
<p class="quiet small">${t('allocations.fairness.foot')}</p>`;
  const foot = `${shop.name} · ${title} · ${period} · ${formatDate(today, language)}`;
  return sheet({ title: `${title} ${period}`, css, language, body, foot, marginMm: { top: 18, side: 18 } });
}

function references({ fairness, language }: Report): Markup {
  const t = wordsFor(language);
  if (fairness.products.length === 0) return html`<p class="quiet">${t('allocations.fairness.empty')}</p>`;
  const days = ({ median, longest }: { median: number | null; longest: number | null }) =>
    median === null || longest === null
      ? t('allocations.fairness.none')
      : t('allocations.fairness.days', { median, longest });
  const head = (name: 'registered' | 'withdrawn' | 'pieces' | 'inOrder' | 'overrides') =>
    html`<th class="number">${t(`allocations.fairness.${name}`)}</th>`;
  const waited = (waits: Parameters<typeof days>[0] & { count: number }) =>
    html`<td><strong>${waits.count}</strong>${waits.count > 0 ? html`<br>${days(waits)}` : ''}</td>`;
  return html`<table class="counts"><thead><tr><th>${t('allocations.fairness.reference')}</th>
${head('registered')}${head('withdrawn')}${head('pieces')}<th>${t('allocations.fairness.served')}</th>
<th>${t('allocations.fairness.waiting')}</th>${head('inOrder')}${head('overrides')}</tr></thead>
<tbody>${fairness.products.map(
    (row) => html`<tr><td>${nameOf(row.product, language)}</td>
<td class="number">${row.registered}</td><td class="number">${row.withdrawn}</td><td class="number">${row.pieces}</td>
${waited(row.served)}${waited(row.waiting)}
<td class="number">${row.offersInOrder}</td><td class="number">${row.overrides}</td></tr>`,
  )}</tbody></table>`;
}

function people({ fairness, language }: Report): Markup {
  const t = wordsFor(language);
  if (fairness.people.length === 0) return html`<p class="quiet">${t('allocations.fairness.nobody')}</p>`;
  return html`${fairness.people.map(
    ({
      person,
      inOrder,
      overrides,
    }) => html`<h3>${person.name}: ${t('allocations.fairness.inOrderCount', { count: inOrder })},
${t('allocations.overridesCount', { count: overrides.length })}</h3>
<ul>${overrides.map(
      (one) =>
        html`<li>${t(
          one.dueRank === null
            ? 'allocations.fairness.overrideLineNobody'
            : 'allocations.fairness.overrideLine',
          {
            date: formatDate(one.on, language),
            number: one.allocationNumber,
            product: nameOf(one.product, language),
            customer: one.customerNumber,
            rank: one.rank,
            due: one.dueRank ?? '',
          },
        )}${one.answer ? ` · ${t(`allocations.answers.${one.answer}`)}` : ''}<span class="why">${one.reason}</span></li>`,
    )}</ul>`,
  )}`;
}

function again({ fairness, language }: Report): Markup {
  const t = wordsFor(language);
  if (fairness.again.length === 0)
    return html`<p class="quiet">${t('allocations.hold.fairnessAgainNone')}</p>`;
  return html`<ul>${fairness.again.map(
    (one) =>
      html`<li>${t('allocations.hold.fairnessAgainLine', {
        date: formatDate(one.on, language),
        number: one.allocationNumber,
        product: nameOf(one.product, language),
        customer: one.customerNumber,
        name: one.by.name,
      })}${one.isOverride ? ` · ${t('allocations.override')}` : ''}<span class="why">${one.reason}</span></li>`,
  )}</ul>`;
}

function holds({ fairness, language }: Report): Markup {
  const t = wordsFor(language);
  if (fairness.holds.length === 0)
    return html`<p class="quiet">${t('allocations.hold.fairnessHoldsNone')}</p>`;
  return html`<ul>${fairness.holds.map(
    (one) =>
      html`<li>${t('allocations.hold.fairnessHold', {
        date: formatDate(one.on, language),
        number: one.allocationNumber,
        product: nameOf(one.product, language),
        customer: one.customerNumber,
        from: formatDate(one.from, language),
        until: formatDate(one.until, language),
        name: one.by.name,
      })}${one.isBeyond ? ` (${t('allocations.hold.isBeyond')})` : ''}<span class="why">${one.reason}</span></li>`,
  )}</ul>`;
}

function staff({ fairness, language }: Report): Markup {
  const t = wordsFor(language);
  if (fairness.staffAndFamily.length === 0)
    return html`<p class="quiet">${t('allocations.fairness.staffNone')}</p>`;
  return html`<ul>${fairness.staffAndFamily.map(
    (one) =>
      html`<li><strong>${t(`interests.flag.${one.flag}`)}</strong> · ${t('allocations.fairness.staffLine', {
        date: formatDate(one.on, language),
        number: one.allocationNumber,
        product: nameOf(one.product, language),
        customer: one.customerNumber,
        rank: one.rank,
        name: one.by.name,
      })}${one.isOverride ? ` · ${t('allocations.override')}` : ''}${
        one.isSold
          ? ` · ${t('allocations.state.sold')}`
          : one.answer
            ? ` · ${t(`allocations.answers.${one.answer}`)}`
            : ''
      }</li>`,
  )}</ul>`;
}

function resale({ fairness, language }: Report): Markup {
  const t = wordsFor(language);
  if (fairness.resaleFlags.length === 0)
    return html`<p class="quiet">${t('allocations.fairness.resaleNone')}</p>`;
  return html`<ul>${fairness.resaleFlags.map(
    (flag) =>
      html`<li>${t('allocations.fairness.resaleLine', {
        customer: flag.customerNumber,
        date: formatDate(flag.seenOn, language),
        evidence: flag.evidence,
      })} · ${flag.by.name}${
        flag.withdrawn
          ? html`<span class="why">${t('interests.flags.takenBack', { reason: flag.withdrawn.reason })} · ${flag.withdrawn.by.name}</span>`
          : ''
      }</li>`,
  )}</ul>`;
}

function criteria({ fairness, currency, language }: Report): Markup {
  const t = wordsFor(language);
  return html`${fairness.criteria.map(
    (version) => html`<h3>${t('allocations.criteria.version', { version: version.version })}${
      version.madeBy
        ? ` · ${t('allocations.criteria.since', { date: formatDate(version.effectiveOn, language) })} · ${version.madeBy.name}`
        : ''
    }</h3>
${version.note ? html`<p class="quiet">${version.note}</p>` : ''}
<ul>${version.criteria.map((one) => html`<li>${criterionInWords(one, currency, language)}</li>`)}</ul>`,
  )}`;
}

function nameOf({ brand, name, chineseName, reference }: ScarceProduct, language: Language): string {
  const own = (language !== 'en' && chineseName) || name;
  const whole = brand && !own.toLowerCase().startsWith(brand.toLowerCase()) ? `${brand} ${own}` : own;
  return [whole, reference].filter(Boolean).join(' ');
}
