import { z } from 'zod';
import { action } from './define';

/** What the doctor looks at, in this order. */
export const doctorChecks = ['pages', 'references', 'log', 'totals', 'index'] as const;
export type DoctorCheck = (typeof doctorChecks)[number];

const finding = z.object({
  check: z.enum(doctorChecks),
  isWell: z.boolean(),
  /** How many rows or entries were looked at. */
  looked: z.number(),
  /** How many were found wrong; 0 when well. */
  wrong: z.number(),
});
export type DoctorFinding = z.output<typeof finding>;

/** Looking after the database itself. */
export const doctorContract = {
  /** Reads everything and changes nothing. */
  'doctor.check': action({
    permission: 'backups.run',
    input: z.object({}),
    output: z.object({ findings: z.array(finding), isWell: z.boolean() }),
    errors: [],
    audit: ['database checked'],
    touches: ['audit'],
  }),
  /** Makes totals and the search index anew from the rows they follow from. */
  'doctor.rebuild': action({
    permission: 'backups.run',
    input: z.object({}),
    output: z.null(),
    errors: [],
    audit: ['totals', 'index'],
    touches: ['customers', 'sales', 'audit'],
  }),
};
