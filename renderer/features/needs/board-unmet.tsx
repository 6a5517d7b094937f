import { Group, Select, Text, UnstyledButton } from '@mantine/core';
import type { Output } from '@shared/contract';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Section } from '../../ui/section';
import { DemandBars } from './demand-bars';
import { useNeedWords } from './need-words';
import classes from './needs.module.css';

type Board = Output<'needs.board'>;
export type UnmetKind = 'long' | 'unanswered';

const mostBars = 8;
const longChoices = [30, 60, 90, 180, 365] as const;

interface UnmetProps {
  readonly board: Board;
  readonly longDays: number;
  readonly onLongDays: (days: number) => void;
  /** Which of them the list is narrowed to. */
  readonly chosen: UnmetKind | null;
  readonly onChoose: (kind: UnmetKind | null) => void;
}

/** What the shop could not give: lost and why, waiting for long, nothing in stock. */
export function Unmet({ board: { unmet }, longDays, onLongDays, chosen, onChoose }: UnmetProps) {
  const { t } = useWords();
  const words = useNeedWords();
  const named = (label: string) => label || t('needs.board.unnamed');
  const figure = (kind: UnmetKind, label: string, count: number) => (
    <UnstyledButton
      key={kind}
      className={classes.figure}
      aria-pressed={chosen === kind}
      disabled={count === 0}
      onClick={() => onChoose(chosen === kind ? null : kind)}
    >
      <Text component="span" c="dimmed">
        {label}
      </Text>
      <Text component="span" fz={26} fw={600}>
        {count}
      </Text>
    </UnstyledButton>
  );
  return (
    <Section
      title={t('needs.analysis.unmet')}
      actions={
        <Group gap="xs">
          <Text size="sm">{t('needs.analysis.longDays')}</Text>
          <Select
            w={120}
            aria-label={t('needs.analysis.longDays')}
            allowDeselect={false}
            value={String(longDays)}
            data={longChoices.map((count) => ({
              value: String(count),
              label: t('needs.analysis.days', { count }),
            }))}
            onChange={(value) => onLongDays(Number(value))}
          />
        </Group>
      }
    >
      <div className={classes.figures}>
        {(['lost', 'met'] as const).map((end) => (
          <div key={end} className={classes.figure}>
            <Text component="span" c="dimmed">
              {t(`needs.analysis.${end}`)}
            </Text>
            <Text component="span" fz={26} fw={600}>
              {end === 'lost' ? unmet.total : unmet.met}
            </Text>
          </div>
        ))}
        {figure('long', t('needs.analysis.long', { count: longDays }), unmet.long)}
        {figure('unanswered', t('needs.analysis.unanswered'), unmet.unanswered)}
      </div>
      <Text size="sm" c="dimmed" mb="sm">
        {t('needs.analysis.unansweredWhy')}
      </Text>
      {unmet.total > 0 && (
        <div className={classes.pictures}>
          <DemandBars
            title={t('needs.analysis.lostWhy')}
            bars={unmet.byReason.map(({ name, count }) => ({
              code: name,
              label: named(words.reason(name)),
              count,
            }))}
          />
          <DemandBars
            title={t('needs.analysis.lostBrands')}
            bars={unmet.byBrand
              .slice(0, mostBars)
              .map(({ name, count }) => ({ code: name, label: named(name), count }))}
          />
        </div>
      )}
    </Section>
  );
}

/** What most people wait for, or were lost for, and nothing in stock answers. */
export function BuyIn({ board }: { readonly board: Board }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const words = useNeedWords();
  const { buyIn, currency } = board;
  const most = Math.max(1, ...buyIn.map(({ waiting, lost }) => waiting + lost));
  return (
    <Section title={t('needs.analysis.buyIn')}>
      <Text size="sm" c="dimmed" mb="xs">
        {t(buyIn.length === 0 ? 'needs.analysis.buyInNone' : 'needs.analysis.buyInHint')}
      </Text>
      <ul className={classes.list} aria-label={t('needs.analysis.buyIn')}>
        {buyIn.map((line) => {
          const kind = [line.category && words.category(line.category), line.brand].filter(Boolean);
          const what = kind.join(language === 'en' ? ', ' : '、') || t('needs.anything');
          return (
            <li key={`${what} ${line.band}`} className={classes.buy}>
              <div>
                <Text>{what}</Text>
                <Text size="sm" c="dimmed">
                  {[words.band(line.band, currency), ...line.references].join(' · ')}
                </Text>
              </div>
              <span className={classes.track} aria-hidden>
                <span
                  className={classes.fill}
                  style={{ width: `${(100 * (line.waiting + line.lost)) / most}%` }}
                />
              </span>
              <Text size="sm">
                {[
                  line.waiting > 0 && t('needs.analysis.wait', { count: line.waiting }),
                  line.lost > 0 && t('needs.analysis.wereLost', { count: line.lost }),
                  line.since !== null &&
                    t('needs.analysis.waitSince', {
                      date: formatDate(civilDateOf(line.since, shop.timeZone), language),
                    }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
