import RBush from 'rbush'
import type { Box } from '#shared/cards/box'

interface Item {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
  readonly id: string
}

/** Finds what is where, in time that grows with the logarithm of how much there is. */
export interface SpatialIndex {
  /** Puts many in at once; much faster than one by one. */
  load(entries: Iterable<readonly [string, Box]>): void
  /** Places or moves one. */
  put(id: string, box: Box): void
  remove(id: string): void
  /** The ids of all boxes that touch this one, in no particular order. */
  search(box: Box): string[]
  /** The box around everything; undefined when empty. */
  bounds(): Box | undefined
}

class Tree extends RBush<Item> {
  /** rbush keeps the box of each node; the root's is the box around everything. */
  extent(): Item | undefined {
    const root = (this as unknown as { data: Item & { children: readonly unknown[] } }).data
    return root.children.length > 0 ? root : undefined
  }
}

/** Makes an empty index. */
export function createSpatialIndex(): SpatialIndex {
  const tree = new Tree()
  const items = new Map<string, Item>()
  const itemOf = (id: string, { x, y, width, height }: Box): Item => ({
    minX: x,
    minY: y,
    maxX: x + width,
    maxY: y + height,
    id,
  })
  const remove = (id: string) => {
    const item = items.get(id)
    if (!item) return
    tree.remove(item)
    items.delete(id)
  }
  return {
    load(entries) {
      const fresh: Item[] = []
      for (const [id, box] of entries) {
        remove(id)
        const item = itemOf(id, box)
        items.set(id, item)
        fresh.push(item)
      }
      tree.load(fresh)
    },
    put(id, box) {
      remove(id)
      const item = itemOf(id, box)
      items.set(id, item)
      tree.insert(item)
    },
    remove,
    search: ({ x, y, width, height }) =>
      tree.search({ minX: x, minY: y, maxX: x + width, maxY: y + height }).map(({ id }) => id),
    bounds() {
      const extent = tree.extent()
      if (!extent) return undefined
      const { minX, minY, maxX, maxY } = extent
      return { x: minX, y: minY, width: maxX - minX, height: maxY - minY }
    },
  }
}
