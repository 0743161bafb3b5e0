import { EndpointSet } from '../sets/endpoint-set';

/** Which of several sets an endpoint is in. Loops count here: they run for each member of each set. */
export class Inverse {
  /** Where the numbers of each endpoint's sets begin. */
  private readonly starts: Int32Array;
  private readonly numbers: Int32Array;
  /** Beside each set the last question that found it. */
  private readonly marks: Int32Array;
  private round = 0;

  /** @param endpoints how many there are */
  constructor(sets: readonly EndpointSet[], endpoints: number) {
    this.marks = new Int32Array(sets.length);
    this.starts = new Int32Array(endpoints + 1);
    for (const { ids } of sets) for (let at = 0; at < ids.length; at++) this.starts[ids[at] + 1]++;
    for (let endpoint = 0; endpoint < endpoints; endpoint++) this.starts[endpoint + 1] += this.starts[endpoint];
    this.numbers = new Int32Array(this.starts[endpoints]);
    const next = this.starts.slice();
    sets.forEach(({ ids }, number) => {
      for (let at = 0; at < ids.length; at++) this.numbers[next[ids[at]]++] = number;
    });
  }

  /** The numbers of the sets, ascending. */
  of(endpoint: number): Int32Array {
    return this.numbers.subarray(this.starts[endpoint], this.starts[endpoint + 1]);
  }

  /** The numbers of the sets that have one of these endpoints. */
  meeting({ ids }: EndpointSet): number[] {
    const found: number[] = [];
    this.round++;
    for (let at = 0; at < ids.length; at++) {
      const end = this.starts[ids[at] + 1];
      for (let index = this.starts[ids[at]]; index < end; index++) {
        const number = this.numbers[index];
        if (this.marks[number] !== this.round) found.push(number);
        this.marks[number] = this.round;
      }
    }
    return found;
  }
}
