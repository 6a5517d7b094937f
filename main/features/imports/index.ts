import { importsContract } from '@shared/contract/imports';
import { defineFeature } from '../../kernel/handlers';
import { importsActions } from './imports.actions';
import { importsQueries } from './imports.queries';

export const importsFeature = defineFeature(importsContract, { ...importsQueries, ...importsActions });
