import { EndpointSet } from './endpoint-set';

/** Which of several sets an endpoint is in. */
export class Inverse {
  /** Where the numbers of each endpoint's sets begin. */
  private readonly starts: Int32Array;
  private readonly numbers: Int32Array;

  /** @param endpoints how many there are */
  constructor(sets: readonly EndpointSet[], endpoints: number) {
    this.starts = new Int32Array(endpoints + 1);
    for (const { ids } of sets) for (const endpoint of ids) this.starts[endpoint + 1]++;
    for (let endpoint = 0; endpoint < endpoints; endpoint++) this.starts[endpoint + 1] += this.starts[endpoint];
    this.numbers = new Int32Array(this.starts[endpoints]);
    const next = this.starts.slice();
    sets.forEach(({ ids }, number) => {
      for (const endpoint of ids) this.numbers[next[endpoint]++] = number;
    });
  }

  /** The numbers of the sets, ascending. */
  of(endpoint: number): Int32Array {
    return this.numbers.subarray(this.starts[endpoint], this.starts[endpoint + 1]);
  }
}
