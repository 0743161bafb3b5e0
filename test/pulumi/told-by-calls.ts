/** It is told call by call, not by props: `workload.test.ts` here tells both hosts the same. */
export const TOLD_BY_CALLS = ['Workload'];
