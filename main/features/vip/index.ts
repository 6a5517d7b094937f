import { vipContract } from '@shared/contract/vip';
import { defineFeature } from '../../kernel/handlers';
import { vipActions } from './vip.actions';
import { vipCommands } from './vip.commands';
import { vipQueries } from './vip.queries';

export const vipFeature = defineFeature(vipContract, { ...vipQueries, ...vipCommands, ...vipActions });
