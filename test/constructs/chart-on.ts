import { App, Chart } from 'cdk8s';
import { Platform, PlatformContext } from '../../src';

/** A chart of an app that runs on a platform. */
export function chartOn(platform: Platform): Chart {
  const app = new App();
  PlatformContext.set(app, platform);
  return new Chart(app, 'chart', { namespace: 'shop' });
}
