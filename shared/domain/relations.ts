/** How two customers belong together, said from the first one's side: "the other is her …". */
export const RELATIONS = [
  'spouse',
  'partner',
  'parent',
  'child',
  'sibling',
  'relative',
  'friend',
  'colleague',
  'assistant',
  'employer',
  'introduced-by',
  'introduced',
  'other',
] as const;
export type Relation = (typeof RELATIONS)[number];

const OPPOSITES: Partial<Record<Relation, Relation>> = {
  parent: 'child',
  child: 'parent',
  assistant: 'employer',
  employer: 'assistant',
  'introduced-by': 'introduced',
  introduced: 'introduced-by',
};

/** The same tie said from the other side: a parent's other end is a child, a spouse's is a spouse. */
export function oppositeRelation(relation: Relation): Relation {
  return OPPOSITES[relation] ?? relation;
}
