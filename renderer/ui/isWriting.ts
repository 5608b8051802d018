const FIELDS =
  'input:not([type="checkbox"], [type="radio"], [type="range"], [type="file"]), textarea, [contenteditable="true"]'

/** True while the person at this window has the caret somewhere: nothing may come over it or take the focus then. */
export function isWriting(): boolean {
  return document.activeElement?.matches(FIELDS) ?? false
}
