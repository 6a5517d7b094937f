import { benefitsContract } from '@shared/contract/benefits';
import { defineFeature } from '../../kernel/handlers';
import { benefitsCommands } from './benefits.commands';
import { benefitsQueries } from './benefits.queries';

export const benefitsFeature = defineFeature(benefitsContract, { ...benefitsQueries, ...benefitsCommands });
