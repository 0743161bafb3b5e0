import { AnyPeerOf } from '../../src/model/any-peer-of';
import { IpBlock } from '../../src/model/ip-block';
import { Anywhere, PeerTerm, termsOf } from '../../src/model/peer';
import { peerOf } from '../../src/model/peer-of';
import { Pods } from '../../src/model/pods';
import { refusalOf } from '../refusal';

const block = IpBlock.of('10.0.0.0/8');

/** PeerTerm is exported, so that anybody may extend it. */
class Stranger extends PeerTerm {
  toString(): string {
    return 'a stranger';
  }
}

describe('a peer', () => {
  it('is pods, a block, anywhere, or several of them under one name', () => {
    const several = new AnyPeerOf([Pods.all(), block]);
    for (const one of [Pods.all(), block, Anywhere.INSTANCE, several]) expect(peerOf(one)).toBe(one);
    expect(String(several)).toBe('all pods or 10.0.0.0/8');
    expect(String(Anywhere.INSTANCE)).toBe('anywhere');
    expect(termsOf([several, Anywhere.INSTANCE]).map(String)).toEqual(['all pods', '10.0.0.0/8', 'anywhere']);
  });

  it('may be a class of the user, which is asked once: what was checked is what is used', () => {
    const answers = [[block, Pods.any()], [Anywhere.INSTANCE]];
    const checked = peerOf({ toPeers: () => answers.shift() });
    expect([checked.toPeers(), checked.toPeers()]).toEqual([
      [block, Pods.any()],
      [block, Pods.any()],
    ]);
  });

  it.each([
    ['text', '10.0.0.0/8'],
    ['null', null],
    ['a number', 7],
    ['an object', {}],
    ['a list', [block]],
    ['a function', () => [block]],
    ['one whose peers are one peer', { toPeers: () => block }],
    ['one whose peers are text', { toPeers: () => ['10.0.0.0/8'] }],
    ['one whose peers are no peers', { toPeers: () => [null] }],
    ['one with an entry that no policy can say', { toPeers: () => [new Stranger()] }],
    ['an entry that no policy can say', new Stranger()],
  ])('is not %s', (_, value) => expect(refusalOf(() => peerOf(value)).code).toBe('wrong-type'));

  it('is not one that says nothing when it is asked', () => {
    expect(refusalOf(() => peerOf({ toPeers: () => undefined })).code).toBe('missing');
  });

  it('stands for something: never for nobody', () => {
    expect(refusalOf(() => peerOf({ toPeers: () => [] })).code).toBe('empty-list');
  });

  it('cannot be made to stand for others afterwards', () => {
    const several = new AnyPeerOf([block]);
    several.toPeers().push(Anywhere.INSTANCE);
    expect(several.toPeers()).toEqual([block]);
  });
});
