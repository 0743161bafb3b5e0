import { claimAbout } from '../claim';
import { LintRule } from '../lint-rule';
import { peerListOf } from '../lint-subject';

export const emptyPeerList: LintRule = {
  id: 'empty-peer-list',
  severity: 'warning',
  summary: 'A rule has an empty list of peers.',
  why: 'An empty list allows everyone, as one that is left out does: it reads as nobody, and hardly anyone means it.',
  fix: 'Name the peers. To allow nobody take the rule out; to allow everyone leave the list out.',
  check: subject =>
    subject.rules
      .filter(({ rule }) => rule.hasEmptyPeerList)
      .map(placed =>
        claimAbout(placed.policy, {
          path: peerListOf(placed),
          message: 'the list of peers is empty, and so the rule allows everyone',
        }),
      ),
};
