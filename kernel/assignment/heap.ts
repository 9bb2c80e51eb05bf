// A heap of nodes by distance in which a node may come nearer: typed arrays only, used again for every search.

export class NodeHeap {
  readonly distance: Float64Array;
  readonly #nodes: Int32Array;
  /** Place of a node in the heap; -1 outside. */
  readonly #place: Int32Array;
  #size = 0;

  constructor(nodes: number) {
    this.distance = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
    this.#nodes = new Int32Array(nodes);
    this.#place = new Int32Array(nodes).fill(-1);
  }

  get size(): number {
    return this.#size;
  }

  /** Puts a node in or nearer; the caller has seen that the distance is smaller than the node's. */
  lower(node: number, distance: number): void {
    this.distance[node] = distance;
    let place = this.#place[node] as number;
    if (place < 0) {
      place = this.#size;
      this.#size += 1;
    }
    while (place > 0) {
      const above = (place - 1) >> 1;
      const other = this.#nodes[above] as number;
      if ((this.distance[other] as number) <= distance) break;
      this.#nodes[place] = other;
      this.#place[other] = place;
      place = above;
    }
    this.#nodes[place] = node;
    this.#place[node] = place;
  }

  /** Takes the nearest node out; the heap must not be empty. */
  nearest(): number {
    const top = this.#nodes[0] as number;
    this.#place[top] = -1;
    this.#size -= 1;
    if (this.#size > 0) this.#sink(this.#nodes[this.#size] as number);
    return top;
  }

  #sink(node: number): void {
    const distance = this.distance[node] as number;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= this.#size) break;
      const right = below + 1;
      if (
        right < this.#size &&
        (this.distance[this.#nodes[right] as number] as number) < (this.distance[this.#nodes[below] as number] as number)
      )
        below = right;
      const other = this.#nodes[below] as number;
      if ((this.distance[other] as number) >= distance) break;
      this.#nodes[place] = other;
      this.#place[other] = place;
      place = below;
    }
    this.#nodes[place] = node;
    this.#place[node] = place;
  }

  /** Empties the heap and forgets the distances of these nodes. */
  forget(nodes: Int32Array, count: number): void {
    for (let index = 0; index < count; index += 1) {
      const node = nodes[index] as number;
      this.distance[node] = Number.POSITIVE_INFINITY;
      this.#place[node] = -1;
    }
    this.#size = 0;
  }
}
