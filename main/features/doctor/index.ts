import { doctorContract } from '@shared/contract/doctor';
import { defineFeature } from '../../kernel/handlers';
import { doctorActions } from './doctor.actions';

export const doctorFeature = defineFeature(doctorContract, doctorActions);
