import { AnyPeerOf } from '../model/any-peer-of';
import { at, listOf } from '../model/check';
import { wholeBlock } from '../model/ip-block';
import { IPeer } from '../model/peer';
import { naming } from '../model/policy-error';
import { LOAD_BALANCER_RANGES } from './load-balancer-ranges';

const subnetBlocks = listOf(wholeBlock, 'give the blocks of the subnets');

/**
 * Where load balancers of clouds, and their health checks, reach pods from.
 *
 * A load balancer that passes clients' addresses on needs `Peer.anywhere()` or the clients' blocks as well: these are
 * then the health checks alone.
 */
export class LoadBalancer {
  /** Google's global external Application and proxy Network Load Balancers: traffic and health checks. */
  static gkeGlobal(): IPeer {
    return ranges('gkeGlobal');
  }

  /** Google's external passthrough Network Load Balancer: health checks. */
  static gkePassthrough(): IPeer {
    return ranges('gkePassthrough');
  }

  /** Google's internal passthrough Network Load Balancer: health checks. */
  static gkeInternal(): IPeer {
    return ranges('gkeInternal');
  }

  /** Google's regional and internal Application Load Balancers. @param subnets the proxy-only subnets */
  static gkeRegional(subnets: string[]): IPeer {
    return naming('LoadBalancer.gkeRegional', () => {
      const proxies = at('subnets', subnetBlocks, subnets);
      return new AnyPeerOf([...proxies, ...ranges('gkeGlobal').toPeers()]);
    });
  }

  /** AWS: an Application Load Balancer whose targets are pods. @param subnets those that it stands in */
  static aws(subnets: string[]): IPeer {
    return naming('LoadBalancer.aws', () => new AnyPeerOf(at('subnets', subnetBlocks, subnets)));
  }

  /** Azure: health probes, IPv4. */
  static azure(): IPeer {
    return ranges('azure');
  }

  /** Alibaba Cloud CLB: traffic and health checks. */
  static alibaba(): IPeer {
    return ranges('alibaba');
  }

  /** Tencent Cloud CLB: health checks. */
  static tencent(): IPeer {
    return ranges('tencent');
  }

  /** BytePlus and Volcengine CLB: health checks. */
  static bytePlus(): IPeer {
    return ranges('bytePlus');
  }

  /** Huawei Cloud and Open Telekom Cloud ELB: health checks. */
  static huawei(): IPeer {
    return ranges('huawei');
  }

  private constructor() {}
}

function ranges(name: keyof typeof LOAD_BALANCER_RANGES): IPeer {
  return new AnyPeerOf(LOAD_BALANCER_RANGES[name].cidrs.map(wholeBlock));
}
