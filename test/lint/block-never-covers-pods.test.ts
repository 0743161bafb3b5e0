import { Asked, found, labeled, pod, policy } from './objects';

const PODS = [pod('web', { app: 'web' }), pod('db', { app: 'db' }, { ip: '10.1.2.3' })];

const accepting = (peer: object) => policy('web', { ingress: [{ from: [peer] }] });
const block = (cidr: string, ...except: string[]) => accepting({ ipBlock: { cidr, except } });

const foundOn = (object: object, asked: Asked = {}) =>
  found('block-never-covers-pods', [...PODS, object], { engine: 'cilium', ...asked });

describe('block-never-covers-pods', () => {
  it('finds a block in which a pod is', () => {
    expect(foundOn(block('10.1.2.0/24'))).toEqual([
      'warning NetworkPolicy/shop/web spec.ingress[0].from[0]: cilium never takes a pod for part of an ipBlock, and 10.1.2.0/24 has addresses of shop/db',
    ]);
    expect(foundOn(accepting({ podSelector: labeled({ app: 'db' }) }))).toEqual([]);
  });

  it('finds a block inside the range that pods are said to be in', () => {
    expect(foundOn(block('10.244.0.0/24'), { podCidrs: ['10.244.0.0/16'] })).toEqual([
      'warning NetworkPolicy/shop/web spec.ingress[0].from[0]: cilium never takes a pod for part of an ipBlock, and 10.244.0.0/24 has addresses of pods alone',
    ]);
    expect(foundOn(block('10.244.0.0/24'))).toEqual([]);
  });

  it('says nothing of blocks that may well be about others', () => {
    expect(foundOn(block('0.0.0.0/0'))).toEqual([]);
    expect(foundOn(block('203.0.113.0/24'))).toEqual([]);
    expect(foundOn(block('10.0.0.0/8', '10.1.0.0/16'))).toEqual([]);
  });

  it('says nothing on engines that compare addresses', () => {
    expect(foundOn(block('10.1.2.0/24'), { engine: 'calico' })).toEqual([]);
  });
});
