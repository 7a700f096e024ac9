/**
 * fast-check with one seed for all runs, because a red build must come of a change and not of luck.
 * `TCNS_SEED=7 TCNS_RUNS=5000 npm run test:node -- test/domain/hatch.test.ts` tries other inputs, and more of them.
 */
import { env } from 'node:process';
import fc from 'fast-check';

const { TCNS_SEED: seed = '2026', TCNS_RUNS: runs } = env;
fc.configureGlobal({ seed: Number(seed), ...(runs && { numRuns: Number(runs) }) });

export default fc;
