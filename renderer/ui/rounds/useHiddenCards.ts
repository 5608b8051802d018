import type * as Y from 'yjs'
import { readWritten, type WrittenCard } from '#shared/room/writtenCards'
import { useSealed } from './useSealed'

const NONE: readonly WrittenCard[] = []

/** The cards in a person's document, the newest last; renders again when it changes. */
export const useHiddenCards = (doc: Y.Doc | null): readonly WrittenCard[] => useSealed(doc, readWritten, NONE)
