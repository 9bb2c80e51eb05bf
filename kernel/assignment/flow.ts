// The best assignment under limits of experts alone: a flow of least cost, grown along shortest paths, with prices that prove it the best.
import type { Candidates } from './candidates.ts';
import { NodeHeap } from './heap.ts';
import { largestFit } from './problem.ts';

export interface Flow {
  /** 1 for each pair that is assigned. */
  readonly isAssigned: Uint8Array;
  readonly load: Int32Array;
  /**
   * What one more reviewer would cost, first of applications, then of experts. A pair outside whose
   * `largestFit - fit + price[application] - price[expert]` is not negative can't improve the assignment.
   */
  readonly price: Float64Array;
  /** Applications that could not be given all they need, with how many are missing; empty when all could. */
  readonly short: ReadonlyMap<number, number>;
  /** Applications and experts that stand in each other's way where some are short; every one of these experts is full. */
  readonly blocked: { readonly applications: ReadonlySet<number>; readonly experts: ReadonlySet<number> };
}

/** The search and what it works on; one for each flow. */
class Search {
  readonly isAssigned: Uint8Array;
  readonly load: Int32Array;
  readonly price: Float64Array;
  readonly touched: Int32Array;
  touchedCount = 0;
  readonly #given: Candidates;
  readonly #caps: Int32Array;
  readonly #applications: number;
  readonly #heap: NodeHeap;
  /** Pair over which a node was reached. */
  readonly #over: Int32Array;
  /** Nodes whose distance is final, in the order of becoming so. */
  readonly #final: Int32Array;
  /** Pairs that each expert is assigned to. */
  readonly #held: number[][];

  constructor(given: Candidates, applications: number, caps: Int32Array) {
    const nodes = applications + caps.length;
    this.#given = given;
    this.#caps = caps;
    this.#applications = applications;
    this.isAssigned = new Uint8Array(given.expert.length);
    this.load = new Int32Array(caps.length);
    this.price = new Float64Array(nodes);
    this.touched = new Int32Array(nodes);
    this.#heap = new NodeHeap(nodes);
    this.#over = new Int32Array(nodes);
    this.#final = new Int32Array(nodes);
    this.#held = Array.from({ length: caps.length }, () => []);
  }

  #reach(node: number, distance: number, pair: number): void {
    const known = this.#heap.distance[node] as number;
    if (distance >= known) return;
    if (known === Number.POSITIVE_INFINITY) {
      this.touched[this.touchedCount] = node;
      this.touchedCount += 1;
    }
    this.#over[node] = pair;
    this.#heap.lower(node, distance);
  }

  /** From an application to every expert that it is not assigned to yet. */
  #fromApplication(application: number, distance: number): void {
    const { start, expert, fit } = this.#given;
    const base = distance + (this.price[application] as number) + largestFit;
    for (let pair = start[application] as number; pair < (start[application + 1] as number); pair += 1) {
      if (this.isAssigned[pair] === 1) continue;
      const node = this.#applications + (expert[pair] as number);
      this.#reach(node, base - (fit[pair] as number) - (this.price[node] as number), pair);
    }
  }

  /** From a full expert back to every application that could give it up. */
  #fromExpert(expert: number, distance: number): void {
    const base = distance + (this.price[this.#applications + expert] as number) - largestFit;
    for (const pair of this.#held[expert] as number[]) {
      const application = this.#given.application[pair] as number;
      this.#reach(application, base + (this.#given.fit[pair] as number) - (this.price[application] as number), pair);
    }
  }

  #assignAlong(end: number, from: number): void {
    let expert = end;
    this.load[expert] = (this.load[expert] as number) + 1;
    for (;;) {
      const pair = this.#over[this.#applications + expert] as number;
      this.isAssigned[pair] = 1;
      (this.#held[expert] as number[]).push(pair);
      const application = this.#given.application[pair] as number;
      if (application === from) return;
      const given = this.#over[application] as number;
      this.isAssigned[given] = 0;
      expert = this.#given.expert[given] as number;
      const held = this.#held[expert] as number[];
      held[held.indexOf(given)] = held.at(-1) as number;
      held.pop();
    }
  }

  /** Gives an application one more reviewer at the least cost, moving others where that pays; leaves what was touched when it can't. */
  grow(application: number): boolean {
    this.#heap.forget(this.touched, this.touchedCount);
    this.touchedCount = 0;
    let finals = 0;
    this.#reach(application, 0, -1);
    while (this.#heap.size > 0) {
      const node = this.#heap.nearest();
      const distance = this.#heap.distance[node] as number;
      const expert = node - this.#applications;
      if (expert >= 0 && (this.load[expert] as number) < (this.#caps[expert] as number)) {
        for (let index = 0; index < finals; index += 1) {
          const passed = this.#final[index] as number;
          this.price[passed] = (this.price[passed] as number) + (this.#heap.distance[passed] as number) - distance;
        }
        this.#assignAlong(expert, application);
        return true;
      }
      this.#final[finals] = node;
      finals += 1;
      if (expert >= 0) this.#fromExpert(expert, distance);
      else this.#fromApplication(node, distance);
    }
    return false;
  }
}

export function bestFlow(given: Candidates, needs: readonly number[], caps: Int32Array): Flow {
  const search = new Search(given, needs.length, caps);
  const short = new Map<number, number>();
  const blocked = { applications: new Set<number>(), experts: new Set<number>() };
  for (const [application, need] of needs.entries()) {
    for (let count = 0; count < need; count += 1) {
      if (search.grow(application)) continue;
      // Whoever can't be reached now can't be reached later either: others only take more.
      short.set(application, need - count);
      for (const node of search.touched.subarray(0, search.touchedCount)) {
        if (node < needs.length) blocked.applications.add(node);
        else blocked.experts.add(node - needs.length);
      }
      break;
    }
  }
  const { isAssigned, load, price } = search;
  return { isAssigned, load, price, short, blocked };
}
