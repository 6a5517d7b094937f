import type { Feature } from '../kernel/handlers';
import { sessionFeature } from './session';
import { setupFeature } from './setup';

/**
 * What answers before anybody has unlocked. The first screen waits for these alone: what they import is read at every start
 * before it, so their long work is imported where it begins.
 */
export const doorFeatures: readonly Feature[] = [sessionFeature, setupFeature];
