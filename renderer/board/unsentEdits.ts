/**
 * Own edits that the board's file does not have yet, kept where a reload of the page does not reach them. What
 * cannot be kept, in a private window or on a full disk, lives as long as the page.
 */
export interface UnsentEdits {
  /** Keeps a Yjs update of the board with this id. */
  keep(board: string, update: Uint8Array): void
  /** What an earlier page kept of this board, in its order. Empty when nothing can be read; rejects never. */
  recall(board: string): Promise<readonly Uint8Array[]>
  /** Lets go of everything that was kept or recalled here until now. */
  letGo(): void
}
