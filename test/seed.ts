import fc from 'fast-check';

/** The same cases in each run, so that what turns red is what was changed; `NETPOL_SEED=$RANDOM npm test` tries others. */
fc.configureGlobal({ seed: Number(process.env.NETPOL_SEED ?? 1) });
