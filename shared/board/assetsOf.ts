import * as Y from 'yjs'
import { rootOf } from './records'
import { COLLECTIONS } from './schema'

/** The pictures that the cards of a board show, those in the bin too: they can be put back. */
export function assetsOf(doc: Y.Doc): ReadonlySet<string> {
  const assets = new Set<string>()
  for (const stored of rootOf(doc, 'cards').values()) {
    const asset = stored instanceof Y.Map ? COLLECTIONS.cards.asset.read(stored.get('asset')) : ''
    if (asset !== '') assets.add(asset)
  }
  return assets
}
