/** It is told call by call until synthesis, and Pulumi has no such moment. */
export const ONLY_CDK8S = ['Workload'];
