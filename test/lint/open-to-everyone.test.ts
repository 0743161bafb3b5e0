import { describeEveryone } from './everyone';

describe('open-to-everyone', () =>
  describeEveryone({
    rule: 'open-to-everyone',
    section: 'ingress',
    list: 'from',
    finding: 'warning NetworkPolicy/shop/web spec.ingress[0]: the rule opens every port to EVERYONE',
  }));
