import { describeEveryone } from './everyone';

describe('egress-to-everyone', () =>
  describeEveryone({
    rule: 'egress-to-everyone',
    section: 'egress',
    list: 'to',
    finding: 'info NetworkPolicy/shop/web spec.egress[0]: the rule lets pods send to EVERYONE, on every port',
  }));
