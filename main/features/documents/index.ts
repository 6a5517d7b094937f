import { documentsContract } from '@shared/contract/documents';
import { defineFeature } from '../../kernel/handlers';
import { documentsActions } from './documents.actions';

export const documentsFeature = defineFeature(documentsContract, documentsActions);
