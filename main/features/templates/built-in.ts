import type { Template } from '@shared/contract/templates';

/** A text as the app brings it along. */
export type BuiltIn = Pick<Template, 'id' | 'medium' | 'purpose' | 'goodsClass' | 'texts'>;
