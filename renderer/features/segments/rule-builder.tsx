import { Button, Checkbox, Select, Text } from '@mantine/core';
import { civilDateOf } from '@shared/domain/dates';
import {
  blankCondition,
  CONDITION_KINDS,
  type Condition,
  type ConditionKind,
  type SegmentRule,
} from '@shared/domain/segments';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ConditionFields } from './condition-fields';
import classes from './segments.module.css';

interface RuleBuilderProps {
  readonly rule: SegmentRule;
  readonly onChange: (rule: SegmentRule) => void;
}

const replaced = <T,>(list: readonly T[], index: number, one: T): T[] =>
  list.map((before, other) => (other === index ? one : before));

/** Conditions have no names of their own: their place is what tells them apart, and it is taken anew when one goes. */
const numbered = <T,>(list: readonly T[]) =>
  list.map((one, index) => ({ one, index, key: `${index} of ${list.length}` }));

/** The groups of a rule: within one, one condition is enough; all groups must be met. */
export function RuleBuilder({ rule, onChange }: RuleBuilderProps) {
  const { t } = useWords();
  const { staff, shop } = useCounter();
  const { groups } = rule;
  const blank = (kind: ConditionKind) =>
    blankCondition(kind, { today: civilDateOf(Date.now(), shop.timeZone), staffId: staff.id });
  const put = (index: number, any: Condition[]) =>
    onChange({
      groups:
        any.length > 0 ? replaced(groups, index, { any }) : groups.filter((_, other) => other !== index),
    });
  return (
    <>
      {groups.length === 0 && <Text>{t('segments.everybody')}</Text>}
      <ol className={classes.groups}>
        {numbered(groups).map(({ key, index, one: { any } }) => (
          <li key={key} className={classes.group}>
            <Text fw={600} mb="xs">
              {t(index === 0 ? 'segments.groupFirst' : 'segments.groupNext')}
            </Text>
            {numbered(any).map(({ key, index: position, one: condition }) => (
              <ConditionRow
                key={`${key} ${condition.kind}`}
                condition={condition}
                isFirst={position === 0}
                onChange={(next) => put(index, replaced(any, position, next))}
                onKind={(kind) => put(index, replaced(any, position, blank(kind)))}
                onRemove={() =>
                  put(
                    index,
                    any.filter((_, other) => other !== position),
                  )
                }
              />
            ))}
            {any.length < 10 && (
              <Button
                mt="sm"
                variant="subtle"
                leftSection={<IconPlus size={18} aria-hidden />}
                onClick={() => put(index, [...any, blank('bought')])}
              >
                {t('segments.addOr')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {groups.length < 12 && (
        <Button
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => onChange({ groups: [...groups, { any: [blank('bought')] }] })}
        >
          {t('segments.addCondition')}
        </Button>
      )}
    </>
  );
}

interface ConditionRowProps {
  readonly condition: Condition;
  readonly isFirst: boolean;
  readonly onChange: (condition: Condition) => void;
  readonly onKind: (kind: ConditionKind) => void;
  readonly onRemove: () => void;
}

function ConditionRow({ condition, isFirst, onChange, onKind, onRemove }: ConditionRowProps) {
  const { t } = useWords();
  const kindName = t(`segments.kinds.${condition.kind}`);
  return (
    <fieldset
      className={classes.condition}
      style={{ border: 'none', padding: 0, margin: 0 }}
      aria-label={kindName}
    >
      {!isFirst && (
        <Text c="dimmed" pb={10}>
          {t('segments.or')}
        </Text>
      )}
      <Checkbox
        label={t('segments.not')}
        aria-label={`${t('segments.notLabel')}: ${kindName}`}
        checked={condition.not}
        pb={12}
        onChange={(event) => onChange({ ...condition, not: event.currentTarget.checked })}
      />
      <Select
        w={200}
        label={t('segments.condition')}
        value={condition.kind}
        allowDeselect={false}
        searchable
        data={CONDITION_KINDS.map((kind) => ({ value: kind, label: t(`segments.kinds.${kind}`) }))}
        onChange={(kind) => kind && kind !== condition.kind && onKind(kind as ConditionKind)}
      />
      <ConditionFields
        condition={condition}
        // The fields are those of this kind, so what they change is a condition of the same kind again.
        change={(part) => onChange({ ...condition, ...part } as Condition)}
      />
      <Button variant="subtle" px="sm" aria-label={`${t('segments.remove')}: ${kindName}`} onClick={onRemove}>
        <IconTrash size={20} aria-hidden />
      </Button>
    </fieldset>
  );
}
