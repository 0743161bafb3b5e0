import { Anywhere } from '../../src/model/peer';
import { Rule } from '../../src/model/policy';
import { Port } from '../../src/model/port';
import { refusalOf } from '../refusal';

describe('a rule', () => {
  it('has peers and ports', () => {
    expect(new Rule([Anywhere.INSTANCE], [Port.all()])).toMatchObject({
      peers: [Anywhere.INSTANCE],
      ports: [Port.all()],
    });
  });

  it.each([
    ['peers', () => new Rule([], [Port.all()])],
    ['ports', () => new Rule([Anywhere.INSTANCE], [])],
  ])('is never without %s, which the API would take for everything', (path, make) => {
    expect(refusalOf(make)).toMatchObject({
      code: 'empty-list',
      path,
      fix: 'everything is a word: Peer.anywhere(), Port.all()',
    });
  });
});
